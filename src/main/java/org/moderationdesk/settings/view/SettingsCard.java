package org.moderationdesk.settings.view;

import java.util.List;
import javafx.scene.Node;
import org.moderationdesk.fx.Keys;

/** One topic on the settings page. */
@FunctionalInterface
public interface SettingsCard {
    Node node();

    /** Its keys, which work anywhere on the page. */
    default List<Keys> keys() {
        return List.of();
    }
}
