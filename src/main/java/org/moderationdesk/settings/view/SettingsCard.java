package org.moderationdesk.settings.view;

import javafx.scene.Node;

/** One topic on the settings page. */
@FunctionalInterface
public interface SettingsCard {
    Node node();
}
