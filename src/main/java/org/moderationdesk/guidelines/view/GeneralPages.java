package org.moderationdesk.guidelines.view;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.guidelines.AgeRule;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookNote;
import org.moderationdesk.guidelines.BookPage;
import org.moderationdesk.guidelines.BookWords;
import org.moderationdesk.guidelines.Chapter;
import org.moderationdesk.guidelines.ExceptionGround;
import org.moderationdesk.guidelines.Section;

/** The pages above the sections: what holds for the whole book, and each chapter. */
final class GeneralPages {
    private final Book book;
    private final BookWords words;
    private final Texts texts;
    private final Consumer<BookPage> turnTo;

    GeneralPages(Book book, BookWords words, Texts texts, Consumer<BookPage> turnTo) {
        this.book = book;
        this.words = words;
        this.texts = texts;
        this.turnTo = turnTo;
    }

    VBox whole() {
        var page = page(texts.get("guidelines.whole"));
        for (BookNote note : BookNote.values()) {
            if (book.general().noteLines().containsKey(note)) {
                page.getChildren().add(Paragraphs.text(words.note(note)));
            }
        }
        page.getChildren().add(Paragraphs.heading(texts.get("guidelines.grounds")));
        ExceptionGround.general().forEach(ground -> page.getChildren().add(ground(ground)));
        if (!book.general().ageRules().isEmpty()) {
            page.getChildren().add(Paragraphs.heading(texts.get("guidelines.ages")));
            book.general().ageRules().forEach(rule -> page.getChildren().add(age(rule)));
        }
        return page;
    }

    VBox of(Chapter chapter) {
        var page = page(chapter.number() + "  " + words.chapter(chapter.number()));
        page.getChildren().add(Paragraphs.text(words.chapterAbout(chapter.number())));
        chapter.notes().forEach(note -> page.getChildren().add(Paragraphs.text(words.note(note), "muted")));
        page.getChildren().add(Paragraphs.heading(texts.get("guidelines.sections")));
        for (Section section : chapter.sections()) {
            var link = new Hyperlink(words.title(section.code()));
            link.setOnAction(_ -> turnTo.accept(new BookPage.OfSection(section.code())));
            page.getChildren()
                    .add(Paragraphs.coded(
                            section.code().value(),
                            new VBox(link, Paragraphs.text(words.about(section.code()), "muted", "size-12"))));
        }
        return page;
    }

    private static VBox page(String title) {
        var page = new VBox(Paragraphs.text(title, "strong", "size-20"));
        page.getStyleClass().add("book-page");
        return page;
    }

    private Node ground(ExceptionGround ground) {
        var card = new VBox(
                Paragraphs.text(words.ground(ground), "strong", "size-12"),
                Paragraphs.text(words.groundMeaning(ground), "size-12"),
                Paragraphs.points(words.questions(ground)));
        card.getStyleClass().addAll("card", "book-card");
        return card;
    }

    private Node age(AgeRule rule) {
        String key = rule.higherInSomeRegions() ? "guidelines.age-regional" : "guidelines.age";
        return Paragraphs.coded(
                rule.clause().value(),
                new VBox(
                        Paragraphs.text(words.text(rule.clause())),
                        Paragraphs.text(texts.get(key, rule.under()), "muted", "size-12")));
    }
}
