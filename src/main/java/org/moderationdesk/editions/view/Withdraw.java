package org.moderationdesk.editions.view;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.moderationdesk.editions.Edition;
import org.moderationdesk.editions.view.EditionsModel.Shown;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.KeyButton;

/** Withdraws an announced edition after a question, and brings it back. */
final class Withdraw extends VBox {
    private final EditionsModel model;
    private final EditionWords words;
    private final Dialogs dialogs;
    private final Button act;
    private final Button back;
    private final Label said = DoorPanel.words("", "size-12");

    Withdraw(EditionsModel model, EditionWords words, Dialogs dialogs) {
        this.model = model;
        this.words = words;
        this.dialogs = dialogs;
        act = KeyButton.of("editions-withdraw", words.texts().get("editions.withdraw"), "Delete", this::ask);
        back = KeyButton.of(
                "editions-bring-back", words.texts().get("editions.bring-back"), "Shortcut+Z", model::bringBack);
        said.setId("editions-withdrawn");
        getStyleClass().add("gap-8");
        getChildren().addAll(act, said, back);
        model.shownProperty().subscribe(_ -> show());
        model.withdrawnProperty().subscribe(_ -> show());
    }

    void ask() {
        Shown shown = model.shownProperty().get();
        if (shown != null && model.mayWithdraw()) {
            Edition edition = shown.edition();
            var texts = words.texts();
            dialogs.confirm(
                    texts.get("editions.withdraw.title", edition.name()),
                    texts.get("editions.withdraw.sentence", model.kit().times().date(edition.from())),
                    texts.get("editions.withdraw.act"),
                    () -> model.withdraw(edition));
        }
    }

    private void show() {
        Edition gone = model.withdrawnProperty().get();
        there(act, model.mayWithdraw());
        there(said, gone != null);
        there(back, gone != null);
        said.setText(gone == null ? "" : words.texts().get("editions.withdrawn", gone.name()));
        setVisible(act.isVisible() || gone != null);
        setManaged(isVisible());
    }

    private static void there(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }
}
