package org.moderationdesk.staff.view;

import java.util.Optional;
import javafx.scene.control.Label;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.settings.SupportSettings;

/** Whom people can talk to, said where nothing else asks for them. */
final class Support {
    private Support() {}

    /** The line; nothing where nobody has said whom. */
    static Optional<Label> note(Texts texts, SupportSettings support) {
        if (!support.isSaid()) {
            return Optional.empty();
        }
        Label note = DoorPanel.note(Icon.SUPPORT, texts.get("staff.support", support.contact()));
        note.setId("door-support");
        return Optional.of(note);
    }
}
