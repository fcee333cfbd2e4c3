package org.moderationdesk.fx;

import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** One place of the desk that a person can go to. Made, asked and told on the JavaFX thread. */
public interface Screen {
    /** Its name in the person's language, as the breadcrumb says it. */
    String title();

    /** What it shows; always the same node. */
    Node node();

    /** It has just come to the front: refresh and start what runs only while it is seen. */
    default void shown() {}

    /** It has just left the front, or the desk closes: stop what {@link #shown} started. */
    default void hidden() {}

    /** Somebody has recorded something, perhaps oneself: what is seen is asked for anew. */
    default void changed() {}

    /** Where one is within the screen, for the breadcrumb: each part beneath the one before. */
    default ObservableValue<List<String>> path() {
        return new SimpleObjectProperty<>(List.of());
    }

    /** Its keys, for the key sheet. */
    default List<Keys> keys() {
        return List.of();
    }

    /** Its panels in the order in which F6 visits them. */
    default List<Node> panels() {
        return List.of(node());
    }
}
