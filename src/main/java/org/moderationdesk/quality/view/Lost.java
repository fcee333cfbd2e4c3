package org.moderationdesk.quality.view;

import javafx.scene.Node;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.KeyButton;

/** What stands in the place of a list that the store did not answer with. */
final class Lost {
    private Lost() {}

    static Node of(Texts texts, Runnable again) {
        var state = new EmptyState(
                Icon.TROUBLE,
                texts.get("quality.lost"),
                texts.get("quality.lost.sentence"),
                KeyButton.of("quality-again", texts.get("quality.again"), "F5", again));
        state.setId("quality-lost");
        return state;
    }
}
