package org.moderationdesk.referrals.view;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.KeyButton;

/** Beneath the form: which card was taken away, and the act that puts it back. Not there where none was. */
final class RemovedLine extends HBox {
    static final String KEY = "Shortcut+Z";

    private final ReportForm form;
    private final Texts texts;
    private final Label words = new Label();
    private final Button undo;

    RemovedLine(ReportForm form, Texts texts, Runnable putBack) {
        this.form = form;
        this.texts = texts;
        setId("report-removed-line");
        words.setId("report-removed");
        words.getStyleClass().add("size-12");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        undo = KeyButton.of("report-put-back", texts.get("referrals.form.put-back"), KEY, putBack);
        getChildren().addAll(words, undo);
        getStyleClass().addAll("report-foot", "gap-8", "surface", "edge-top");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(Region.USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        form.removed().lastProperty().subscribe(_ -> tell());
        form.loadedProperty().subscribe(_ -> tell());
    }

    private void tell() {
        Optional<RemovedCards.Card> card = form.toPutBack();
        setVisible(card.isPresent());
        card.ifPresent(one -> {
            words.setText(texts.get("referrals.form.removed", one.name()));
            undo.setAccessibleText(texts.get("referrals.form.put-back.one", one.name()));
        });
    }
}
