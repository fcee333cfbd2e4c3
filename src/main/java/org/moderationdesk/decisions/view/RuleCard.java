package org.moderationdesk.decisions.view;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookWords;
import org.moderationdesk.guidelines.CarveOut;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.Definition;
import org.moderationdesk.guidelines.Section;

/** Explains a rule beneath it: what it reads on from, the terms it uses, the room that its section makes, its source. */
final class RuleCard {
    private final Book book;
    private final Speech speech;
    private final Consumer<ClauseCode> onGuidelines;

    /** @param onGuidelines goes to the guidelines, at this clause */
    RuleCard(Book book, Speech speech, Consumer<ClauseCode> onGuidelines) {
        this.book = book;
        this.speech = speech;
        this.onGuidelines = onGuidelines;
    }

    VBox of(ClauseCode code) {
        Section section = book.section(code.section()).orElseThrow();
        BookWords words = speech.book();
        var card = new VBox();
        card.setId("rule-card");
        card.getStyleClass().addAll("card", "rule-card");
        String stem = words.stem(section.code()) + (code.isPart() ? " " + words.text(code.whole()) : "");
        card.getChildren().add(said(words.title(section.code()), stem));
        for (Definition definition : words.definitions(section.code())) {
            card.getChildren().add(said(definition.term(), definition.meaning()));
            definition.points().forEach(point -> card.getChildren().add(point(point)));
        }
        section.carveOuts().stream()
                .filter(carveOut -> carveOut.covers().contains(code))
                .forEach(carveOut -> addCarveOut(carveOut, card));
        card.getChildren().add(source(code));
        return card;
    }

    private void addCarveOut(CarveOut carveOut, VBox card) {
        BookWords words = speech.book();
        card.getChildren()
                .add(said(
                        speech.get(
                                "decisions.checklist.carve-out", carveOut.code().value()),
                        words.carveOut(carveOut.code())));
        words.questions(carveOut.code()).forEach(question -> card.getChildren().add(point(question)));
        if (carveOut.partOfClause()) {
            card.getChildren().add(muted(speech.get("decisions.checklist.carve-out.of-clause")));
        }
    }

    private Node source(ClauseCode code) {
        int line = book.clause(code).orElseThrow().line();
        var link = new Hyperlink(speech.get("decisions.checklist.source", book.edition(), line));
        link.setId("rule-card-open");
        link.setOnAction(_ -> onGuidelines.accept(code));
        return link;
    }

    private static TextFlow said(String head, String words) {
        var strong = new Text(head + " ");
        strong.getStyleClass().addAll("strong", "size-12", "rule-words");
        var text = new Text("\u2014 " + words);
        text.getStyleClass().addAll("muted", "size-12");
        return new TextFlow(strong, text);
    }

    private static TextFlow point(String words) {
        var flow = muted("\u2022 " + words);
        flow.getStyleClass().add("rule-card-point");
        return flow;
    }

    private static TextFlow muted(String words) {
        var text = new Text(words);
        text.getStyleClass().addAll("muted", "size-12");
        return new TextFlow(text);
    }
}
