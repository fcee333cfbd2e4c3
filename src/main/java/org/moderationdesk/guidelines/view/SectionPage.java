package org.moderationdesk.guidelines.view;

import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.SeverityMark;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookNote;
import org.moderationdesk.guidelines.BookWords;
import org.moderationdesk.guidelines.CarveOut;
import org.moderationdesk.guidelines.Clause;
import org.moderationdesk.guidelines.Definition;
import org.moderationdesk.guidelines.ExceptionRule;
import org.moderationdesk.guidelines.Section;
import org.moderationdesk.guidelines.SectionCode;

/** One section, whole: what it is about, its clauses, definitions, room, exceptions and what follows from a breach. */
final class SectionPage {
    private static final PseudoClass NAMED = PseudoClass.getPseudoClass("named");

    private final Book book;
    private final BookWords words;
    private final Texts texts;

    /** @param texts in the language of the book's words, so that a page is in one language */
    SectionPage(Book book, BookWords words, Texts texts) {
        this.book = book;
        this.words = words;
        this.texts = texts;
    }

    /** @param named the code of the clause or carve-out that one came for */
    VBox of(Section section, @Nullable String named) {
        SectionCode code = section.code();
        var page = new VBox();
        page.getStyleClass().add("book-page");
        page.getChildren()
                .addAll(
                        Paragraphs.text(code + "  " + words.title(code), "strong", "size-20"),
                        severity(section),
                        Paragraphs.text(words.about(code)),
                        Paragraphs.text(words.stem(code), "muted"));
        section.clauses().forEach(clause -> addClause(page, clause, named));
        addDefinitions(page, words.definitions(code));
        addCarveOuts(page, section, named);
        addExceptions(page, section);
        addConsequences(page, section);
        addNotes(page, section);
        addSource(page, section);
        return page;
    }

    /** The id of the row of a clause; a point in an id would not be found by a selector. */
    static String rowId(String code) {
        return "clause-" + code.replace('.', '-');
    }

    private Node severity(Section section) {
        int step = section.severity().ordinal() + 1;
        var row = new HBox(
                new SeverityMark(step, texts.get("guidelines.severity." + section.severity())),
                new Tag(rules(section.rules().size())));
        row.getStyleClass().add("book-marks");
        return row;
    }

    private String rules(int number) {
        return number == 1 ? texts.get("guidelines.one-rule") : texts.get("guidelines.rules", number);
    }

    private void addClause(VBox page, Clause clause, @Nullable String named) {
        addRow(page, clause, named, "book-clause");
        clause.parts().forEach(part -> addRow(page, part, named, "book-part"));
    }

    private void addRow(VBox page, Clause clause, @Nullable String named, String style) {
        String code = clause.code().value();
        var row = Paragraphs.coded(code, Paragraphs.text(words.text(clause.code())));
        row.getStyleClass().add(style);
        row.setId(rowId(code));
        row.pseudoClassStateChanged(NAMED, code.equals(named));
        page.getChildren().add(row);
    }

    private void addDefinitions(VBox page, List<Definition> definitions) {
        if (definitions.isEmpty()) {
            return;
        }
        page.getChildren().add(Paragraphs.heading(texts.get("guidelines.definitions")));
        for (Definition definition : definitions) {
            var card = new VBox(
                    Paragraphs.text(definition.term(), "strong", "size-12"),
                    Paragraphs.text(definition.meaning(), "size-12"),
                    Paragraphs.points(definition.points()));
            card.getStyleClass().addAll("card", "book-card");
            page.getChildren().add(card);
        }
    }

    private void addCarveOuts(VBox page, Section section, @Nullable String named) {
        if (section.carveOuts().isEmpty()) {
            return;
        }
        page.getChildren().add(Paragraphs.heading(texts.get("guidelines.carve-outs")));
        for (CarveOut carveOut : section.carveOuts()) {
            String covers = carveOut.covers().stream().map(Object::toString).collect(Collectors.joining(", "));
            var content = new VBox(
                    Paragraphs.text(words.carveOut(carveOut.code())),
                    Paragraphs.points(words.questions(carveOut.code())),
                    Paragraphs.text(
                            texts.get(
                                    carveOut.partOfClause()
                                            ? "guidelines.carve-out-in-clause"
                                            : "guidelines.carve-out-covers",
                                    covers),
                            "muted",
                            "size-12"));
            content.getStyleClass().add("book-points");
            var row = Paragraphs.coded(carveOut.code().value(), content);
            row.pseudoClassStateChanged(NAMED, carveOut.code().value().equals(named));
            page.getChildren().add(row);
        }
    }

    private void addExceptions(VBox page, Section section) {
        page.getChildren().add(Paragraphs.heading(texts.get("guidelines.exceptions")));
        page.getChildren().add(Paragraphs.text(texts.get("guidelines.exception." + section.exceptions())));
        words.refused(section.code()).ifPresent(why -> page.getChildren().add(Paragraphs.text(why, "muted")));
        var withPicture = section.handling().exceptions().refusedWithPicture();
        if (!withPicture.isEmpty() && section.exceptions() != ExceptionRule.REFUSED) {
            String codes = withPicture.stream().map(Object::toString).collect(Collectors.joining(", "));
            page.getChildren().add(Paragraphs.text(texts.get("guidelines.refused-with-picture", codes), "muted"));
        }
    }

    private void addConsequences(VBox page, Section section) {
        SectionCode code = section.code();
        if (!section.referrals().isEmpty()) {
            page.getChildren().add(Paragraphs.heading(texts.get("guidelines.referrals")));
            section.referrals().forEach(target -> page.getChildren().add(Paragraphs.text(words.referral(target))));
            words.referralWhen(code).ifPresent(when -> page.getChildren().add(Paragraphs.text(when, "muted")));
        }
        var responses = book.responses(code);
        if (!responses.isEmpty()) {
            page.getChildren().add(Paragraphs.heading(texts.get("guidelines.account-measures")));
            words.accountMeasures(code).ifPresent(measures -> page.getChildren().add(Paragraphs.text(measures)));
            String named = responses.stream().map(words::accountResponse).collect(Collectors.joining(" · "));
            page.getChildren().add(Paragraphs.text(named, "muted", "size-12"));
        }
    }

    private void addNotes(VBox page, Section section) {
        var notes = section.handling().notes();
        if (!notes.isEmpty()) {
            page.getChildren().add(Paragraphs.heading(texts.get("guidelines.notes")));
            for (BookNote note : notes) {
                page.getChildren().add(Paragraphs.text(words.note(note)));
            }
        }
    }

    private void addSource(VBox page, Section section) {
        var lines = section.clauses().stream()
                .map(Clause::line)
                .distinct()
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        page.getChildren()
                .add(Paragraphs.text(
                        texts.get("guidelines.source", section.source().heading(), lines), "muted", "size-12"));
    }
}
