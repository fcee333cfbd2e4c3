package org.moderationdesk.guidelines.view;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.moderationdesk.base.Texts;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookWords;
import org.moderationdesk.guidelines.CarveOut;
import org.moderationdesk.guidelines.Clause;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.Definition;
import org.moderationdesk.guidelines.Section;

/** Explains one clause beside the place where it is named: its words, definitions and carve-outs. */
public final class GuidelineCard {
    private final Book book;
    private final BookWords words;
    private final Texts texts;
    private final Consumer<ClauseCode> openInGuidelines;

    /** @param openInGuidelines goes to the Guidelines screen, at the clause */
    public GuidelineCard(Book book, Texts texts, Consumer<ClauseCode> openInGuidelines) {
        this.book = book;
        this.words = book.words(texts.language());
        this.texts = texts;
        this.openInGuidelines = openInGuidelines;
    }

    /** Shows the card beside the node; Esc or a click elsewhere closes it. */
    public void show(Node beside, ClauseCode code) {
        var popOver = new PopOver();
        popOver.setArrowLocation(PopOver.ArrowLocation.RIGHT_TOP);
        popOver.setDetachable(false);
        popOver.setAnimated(false);
        var link = new Hyperlink(texts.get("guidelines.card.open"));
        link.setId("card-open");
        link.setOnAction(_ -> {
            popOver.hide();
            openInGuidelines.accept(code);
        });
        var box = content(code);
        box.getChildren().add(link);
        var scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(480);
        scroll.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                popOver.hide();
            }
        });
        popOver.setContentNode(scroll);
        popOver.show(beside);
        link.requestFocus();
    }

    /** What the card says, for those who show it in a place of their own. */
    public VBox content(ClauseCode code) {
        Section section = book.section(code.section()).orElseThrow();
        var box = new VBox(
                Paragraphs.text(section.code() + " " + words.title(section.code()), "muted", "size-12"),
                Paragraphs.text(code + "  " + wholeText(code), "strong"));
        box.getStyleClass().add("book-lookup");
        for (Definition definition : words.definitions(section.code())) {
            box.getChildren().add(Paragraphs.text(definition.term(), "strong", "size-12"));
            box.getChildren().add(Paragraphs.text(definition.meaning(), "size-12"));
            if (!definition.points().isEmpty()) {
                box.getChildren().add(Paragraphs.points(definition.points()));
            }
        }
        for (CarveOut carveOut : section.carveOuts()) {
            if (carveOut.covers().contains(code)) {
                box.getChildren().add(carveOut(carveOut));
            }
        }
        box.getChildren().add(Paragraphs.text(texts.get("guidelines.exception." + section.exceptions()), "size-12"));
        return box;
    }

    private Node carveOut(CarveOut carveOut) {
        var card = new VBox(
                Paragraphs.text(texts.get("guidelines.card.not-when"), "strong", "size-12"),
                Paragraphs.text(words.carveOut(carveOut.code()), "size-12"),
                Paragraphs.points(words.questions(carveOut.code())));
        card.getStyleClass().addAll("card", "book-card");
        return card;
    }

    /** A part reads on from its clause. */
    private String wholeText(ClauseCode code) {
        String own = book.clause(code).map(Clause::code).map(words::text).orElse("");
        return code.isPart() ? words.text(code.whole()) + " " + own : own;
    }
}
