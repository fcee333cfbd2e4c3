package org.moderationdesk.fx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/** Looks for what can have the focus and has no name that a screen reader could say. */
public final class AccessibleNames {
    private final Set<Node> labelled = new HashSet<>();
    private final List<String> missing = new ArrayList<>();
    private int seen;

    private AccessibleNames() {}

    /** What was found in a part of a window: how many nodes can have the focus, and those of them without a name. */
    public record Found(int seen, List<String> missing) {}

    /** Looks through everything that is visible. JavaFX thread only. */
    public static Found in(Node root) {
        var names = new AccessibleNames();
        names.labels(root);
        names.walk(root);
        return new Found(names.seen, List.copyOf(names.missing));
    }

    private void labels(Node node) {
        if (node instanceof Label label && label.getLabelFor() != null && !isBlank(label.getText())) {
            labelled.add(label.getLabelFor());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::labels);
        }
    }

    private void walk(Node node) {
        if (!node.isVisible()) {
            return;
        }
        if (node.isFocusTraversable()) {
            seen++;
            if (!isNamed(node)) {
                missing.add(place(node));
            }
        }
        boolean whole = node instanceof TextInputControl || node instanceof Spinner || node instanceof ComboBoxBase;
        if (!whole && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::walk);
        }
    }

    private boolean isNamed(Node node) {
        return !isBlank(node.getAccessibleText())
                || labelled.contains(node)
                || node instanceof Labeled words && !isBlank(words.getText());
    }

    private static boolean isBlank(@Nullable String words) {
        return words == null || words.isBlank();
    }

    /** Where it stands: itself and those around it that can be told apart. */
    private static String place(Node node) {
        var place = new StringBuilder(name(node));
        for (Parent around = node.getParent(); around != null; around = around.getParent()) {
            if (around.getId() != null) {
                place.append(" in #").append(around.getId());
            }
        }
        return place.toString();
    }

    private static String name(Node node) {
        String id = node.getId() == null ? "" : "#" + node.getId();
        return node.getClass().getSimpleName() + id + "." + String.join(".", node.getStyleClass());
    }
}
