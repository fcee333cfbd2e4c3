package org.moderationdesk.settings.view;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.PostgresPlace;

/** Where the shared store is, and who keeps its copies. */
public final class SharedStoreCard implements SettingsCard {
    private final Node node;

    public SharedStoreCard(Texts texts, SharedCare care) {
        boolean guarded = care.place().guard() == PostgresPlace.Guard.VERIFIED;
        var card = new VBox(
                Rows.row(
                        texts.get("settings.shared.address"),
                        Rows.note(care.place().url())),
                Rows.note(texts.get(guarded ? "settings.shared.guarded" : "settings.shared.open")),
                Rows.row(texts.get("settings.shared.files"), Rows.note(care.files())),
                Rows.note(texts.get("settings.shared.server-keeps")),
                Rows.note(texts.get("settings.shared.password")));
        card.getStyleClass().add("gap-8");
        this.node = Rows.card(texts.get("settings.shared"), card);
        node.setId("shared-store-card");
    }

    @Override
    public Node node() {
        return node;
    }
}
