package org.moderationdesk.settings.view;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.PostgresPlace;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.StoreException;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.log.Verdict;

/** Where the shared store is, who keeps its copies, and the proof that its log is whole. */
public final class SharedStoreCard implements SettingsCard {
    private final Kit kit;
    private final Texts texts;
    private final Dialogs dialogs;
    private final SharedCare care;
    private final Node node;

    /** @param verifies whether the person may see every row, and so verify */
    public SharedStoreCard(Kit kit, Dialogs dialogs, SharedCare care, boolean verifies) {
        this.kit = kit;
        this.texts = kit.texts();
        this.dialogs = dialogs;
        this.care = care;
        boolean guarded = care.place().guard() == PostgresPlace.Guard.VERIFIED;
        var card = new VBox(
                Rows.row(
                        texts.get("settings.shared.address"),
                        Rows.note(care.place().url())),
                Rows.note(texts.get(guarded ? "settings.shared.guarded" : "settings.shared.open")),
                Rows.row(texts.get("settings.shared.files"), Rows.note(care.files())),
                Rows.note(texts.get("settings.shared.server-keeps")),
                Rows.note(texts.get("settings.shared.password")),
                Rows.note(texts.get(verifies ? "settings.verify-note" : "settings.shared.verify-cleared")));
        card.getStyleClass().add("gap-8");
        if (verifies) {
            var verify = new Button(texts.get("settings.verify"));
            verify.setId("settings-verify");
            verify.setOnAction(_ -> verify(verify));
            card.getChildren().add(verify);
        }
        this.node = Rows.card(texts.get("settings.shared"), card);
        node.setId("shared-store-card");
    }

    @Override
    public Node node() {
        return node;
    }

    private void verify(Button button) {
        button.setDisable(true);
        kit.background()
                .run(
                        () -> care.verifier().verify(Progress.NONE),
                        verdict -> {
                            button.setDisable(false);
                            verified(verdict);
                        },
                        failure -> {
                            button.setDisable(false);
                            dialogs.tell(
                                    texts.get("settings.verify"),
                                    failure instanceof StoreException broken
                                            ? broken.words(texts)
                                            : texts.get("settings.failed"));
                        });
    }

    private void verified(Verdict verdict) {
        care.onVerified().accept(verdict);
        dialogs.tell(
                texts.get("settings.verify"),
                verdict.intact()
                        ? texts.get("settings.verify-intact", kit.numbers().whole(verdict.entries()))
                        : verdict.why(texts).orElse(""));
    }
}
