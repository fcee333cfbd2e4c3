package org.moderationdesk.guidelines.view;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The few forms in which the book is set. */
final class Paragraphs {
    private Paragraphs() {}

    static Label text(String words, String... styles) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().add("book-text");
        label.getStyleClass().addAll(styles);
        return label;
    }

    static Label heading(String words) {
        return text(words, "strong", "book-heading");
    }

    /** A code or mark in a narrow column, and what belongs to it. */
    static HBox coded(String code, Node content) {
        var mark = new Label(code);
        mark.getStyleClass().addAll("muted", "book-code");
        mark.setMinWidth(Label.USE_PREF_SIZE);
        HBox.setHgrow(content, Priority.ALWAYS);
        var row = new HBox(mark, content);
        row.getStyleClass().add("book-coded");
        return row;
    }

    static VBox points(Iterable<String> points) {
        var box = new VBox();
        box.getStyleClass().add("book-points");
        points.forEach(point -> {
            var row = coded("–", text(point, "size-12"));
            row.getStyleClass().add("book-point");
            box.getChildren().add(row);
        });
        return box;
    }
}
