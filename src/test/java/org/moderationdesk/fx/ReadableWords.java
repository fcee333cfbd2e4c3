package org.moderationdesk.fx;

import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

/** Everything that a person can read or hear of a part of a screen that is visible. JavaFX thread only. */
public final class ReadableWords {
    private ReadableWords() {}

    public static Stream<String> in(Node node) {
        if (!node.isVisible()) {
            return Stream.of();
        }
        Stream<String> own =
                switch (node) {
                    case Labeled labeled when labeled.getText() != null -> Stream.of(labeled.getText());
                    case Text text -> Stream.of(text.getText());
                    case TextInputControl text when text.getText() != null -> Stream.of(text.getText());
                    default -> Stream.of();
                };
        Stream<String> spoken = node.getAccessibleText() == null ? Stream.of() : Stream.of(node.getAccessibleText());
        Stream<String> below = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(ReadableWords::in)
                : Stream.of();
        return Stream.of(own, spoken, below).flatMap(all -> all);
    }
}
