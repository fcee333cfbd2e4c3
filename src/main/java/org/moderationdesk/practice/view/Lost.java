package org.moderationdesk.practice.view;

import javafx.scene.Node;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.KeyButton;

/** What stands in the place of what the store did not answer with. */
final class Lost {
    private Lost() {}

    static Node of(Texts texts, Runnable again) {
        var state = new EmptyState(
                Icon.TROUBLE,
                texts.get("practice.lost"),
                texts.get("practice.lost.sentence"),
                KeyButton.of("practice-again", texts.get("practice.again"), "F5", again));
        state.setId("practice-lost");
        return state;
    }
}
