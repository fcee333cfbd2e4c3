package org.moderationdesk.staff.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.moderationdesk.base.DeskVersion;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.KeySheet;
import org.moderationdesk.fx.Keys;

/** The foot of a door panel, with the version and the keys, and the sheet that F1 opens there. JavaFX thread only. */
final class DoorKeys {
    private final Texts texts;
    private final Dialogs dialogs;
    private final List<Keys> all = new ArrayList<>();

    /**
     * @param node the screen, which the keys act on and the sheet covers
     * @param title of the screen's own keys
     * @param enter what Enter does there
     * @param more further keys that act there
     */
    DoorKeys(StackPane node, Texts texts, String title, String enter, List<Keys> more) {
        this.texts = texts;
        this.dialogs = new Dialogs(node, texts);
        var keys = new Keys(title);
        keys.told("Enter", enter);
        keys.told("Tab", texts.get("staff.sign-in.key.move"));
        keys.told("Shift+Tab", texts.get("staff.sign-in.key.back"));
        keys.told("Space", texts.get("staff.sign-in.key.press"));
        keys.on("F1", texts.get("staff.sign-in.keys-title"), this::show);
        all.add(keys);
        all.addAll(more);
        all.forEach(one -> one.listenOn(node));
    }

    /** The panel with its foot; a sheet that still lies over the one before it is closed. */
    Node under(DoorPanel panel) {
        dialogs.close();
        return panel.foot(version(), move(), sheet()).node();
    }

    private void show() {
        dialogs.show(texts.get("staff.sign-in.keys-title"), KeySheet.of(all));
    }

    private Label version() {
        var version = new Label(texts.get("staff.sign-in.version", DeskVersion.shown()));
        version.setId("door-version");
        version.getStyleClass().addAll("size-12", "muted");
        return version;
    }

    private Label move() {
        var move = new Label(texts.get("staff.sign-in.move"), new KeyHint("Tab"));
        move.getStyleClass().addAll("size-12", "muted");
        return move;
    }

    private Button sheet() {
        var sheet = new Button(texts.get("staff.sign-in.keys"), new KeyHint("F1"));
        sheet.setId("door-keys");
        sheet.getStyleClass().addAll("quiet", "door-keys");
        sheet.setOnAction(_ -> show());
        return sheet;
    }
}
