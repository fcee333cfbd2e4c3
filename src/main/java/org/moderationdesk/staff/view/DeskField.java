package org.moderationdesk.staff.view;

import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import org.moderationdesk.fx.Keys;

/**
 * What a sign-in screen shows of the desk, above the name, and the keys that act there.
 *
 * @param parts from top to bottom
 * @param tells whether they tell this sentence at the moment; asked on the JavaFX thread
 */
public record DeskField(List<Node> parts, List<Keys> keys, Predicate<String> tells) {
    public DeskField {
        parts = List.copyOf(parts);
        keys = List.copyOf(keys);
    }

    /** Where there is nothing to choose. */
    public static DeskField none() {
        return new DeskField(List.of(), List.of(), _ -> false);
    }
}
