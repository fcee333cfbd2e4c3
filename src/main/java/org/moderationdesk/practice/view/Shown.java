package org.moderationdesk.practice.view;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Small parts that several panes are made of. */
final class Shown {
    private Shown() {}

    static Label label(String words, String... styles) {
        var label = new Label(words);
        label.getStyleClass().addAll(styles);
        return label;
    }

    static Label wrapped(String words, String... styles) {
        Label label = label(words, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Never cut. */
    static Label whole(String words, String... styles) {
        Label label = label(words, styles);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /** Shows a node, or takes it away with the room that it takes. */
    static void put(Node part, boolean there) {
        part.setVisible(there);
        part.setManaged(there);
    }

    /** Whether a node is seen, with all that it lies in. */
    static boolean isSeen(Node node) {
        boolean seen = node.getScene() != null;
        for (Node one = node; one != null && seen; one = one.getParent()) {
            seen = one.isVisible();
        }
        return seen;
    }
}
