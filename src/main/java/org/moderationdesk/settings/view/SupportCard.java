package org.moderationdesk.settings.view;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.settings.SupportSettings;

/** Whom people who work here can talk to. */
public final class SupportCard implements SettingsCard {
    private final Texts texts;
    private final boolean maySet;
    private final Consumer<SupportSettings> save;
    private final TextField contact = new TextField();
    private final Label said = new Label();

    /**
     * @param maySet whether this person may change it
     * @param save keeps it
     */
    public SupportCard(Texts texts, SupportSettings now, boolean maySet, Consumer<SupportSettings> save) {
        this.texts = texts;
        this.maySet = maySet;
        this.save = save;
        contact.setId("settings-support-contact");
        contact.setText(now.contact());
        contact.setPromptText(texts.get("settings.support.prompt"));
        contact.setAccessibleText(texts.get("settings.support.contact"));
        contact.setPrefColumnCount(28);
        contact.setDisable(!maySet);
        contact.setOnAction(_ -> save());
        said.setId("settings-support-said");
        said.getStyleClass().add("size-12");
        said.setWrapText(true);
    }

    @Override
    public Node node() {
        var button = new Button(texts.get("settings.support.save"));
        button.setId("settings-support-save");
        button.getStyleClass().add("accent");
        button.setOnAction(_ -> save());
        button.setDisable(!maySet);
        if (!maySet) {
            said.setText(texts.get("settings.care.lead"));
        }
        return Rows.card(
                texts.get("settings.support"),
                Rows.row(texts.get("settings.support.contact"), contact),
                Rows.note(texts.get("settings.support.note")),
                new VBox(button, said));
    }

    private void save() {
        String wanted = contact.getText().strip();
        said.getStyleClass().remove("tone-danger");
        contact.getStyleClass().remove("wrong");
        if (SupportSettings.fits(wanted)) {
            said.setText(texts.get(wanted.isEmpty() ? "settings.support.none" : "settings.support.saved"));
            save.accept(new SupportSettings(wanted));
        } else {
            said.setText(texts.get("settings.support.wrong", SupportSettings.LONGEST));
            said.getStyleClass().add("tone-danger");
            contact.getStyleClass().add("wrong");
        }
    }
}
