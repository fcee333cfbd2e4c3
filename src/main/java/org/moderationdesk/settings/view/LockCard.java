package org.moderationdesk.settings.view;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.settings.LockSettings;

/** When the desk locks itself, and when an open case then goes back. */
public final class LockCard implements SettingsCard {
    private final Texts texts;
    private final Consumer<LockSettings> save;
    private final TextField idle;
    private final TextField giveBack;
    private final Label said = new Label();

    /** @param save keeps the settings and lets them take effect */
    public LockCard(Texts texts, LockSettings now, Consumer<LockSettings> save) {
        this.texts = texts;
        this.save = save;
        this.idle = Rows.number("settings-lock-idle", now.idleMinutes(), texts.get("settings.lock.idle"));
        this.giveBack = Rows.number("settings-lock-back", now.giveBackMinutes(), texts.get("settings.lock.back"));
        said.setId("settings-lock-said");
        said.getStyleClass().add("size-12");
        said.setWrapText(true);
    }

    @Override
    public Node node() {
        var button = new Button(texts.get("settings.lock.save"));
        button.setId("settings-lock-save");
        button.getStyleClass().add("accent");
        button.setOnAction(_ -> save());
        return Rows.card(
                texts.get("settings.lock"),
                Rows.row(texts.get("settings.lock.idle"), idle),
                Rows.row(texts.get("settings.lock.back"), giveBack),
                Rows.note(texts.get("settings.lock.note")),
                new VBox(button, said));
    }

    private void save() {
        boolean sound =
                Rows.within(idle, 1, LockSettings.MOST_IDLE) & Rows.within(giveBack, 0, LockSettings.MOST_GIVE_BACK);
        said.getStyleClass().remove("tone-danger");
        if (sound) {
            said.setText(texts.get("settings.lock.saved"));
            save.accept(new LockSettings(Integer.parseInt(idle.getText()), Integer.parseInt(giveBack.getText())));
        } else {
            said.setText(texts.get("settings.lock.wrong", LockSettings.MOST_IDLE, LockSettings.MOST_GIVE_BACK));
            said.getStyleClass().add("tone-danger");
        }
    }
}
