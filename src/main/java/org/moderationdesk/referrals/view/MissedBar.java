package org.moderationdesk.referrals.view;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.referrals.view.ReferralsModel.Missed;

/**
 * Says what did not work of referrals that were left meanwhile, one beneath another, each until somebody has read it. The
 * keys act on the first. JavaFX thread only.
 */
final class MissedBar extends VBox {
    private static final String OPEN = "Alt+L";
    private static final String READ = "Alt+U";

    private final ReferralsModel model;
    private final Texts texts;

    MissedBar(ReferralsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("missed-bar");
        setMinHeight(Region.USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        model.missed().addListener((ListChangeListener<Missed>) _ -> show());
        show();
    }

    void keysTo(Keys keys) {
        keys.on(OPEN, texts.get("referrals.missed.key.open"), () -> open(first()), this::isShowing)
                .on(READ, texts.get("referrals.missed.key.read"), () -> read(first()), this::isShowing);
    }

    private boolean isShowing() {
        return !model.missed().isEmpty();
    }

    private Missed first() {
        return model.missed().getFirst();
    }

    private void show() {
        getChildren().setAll(model.missed().stream().map(this::line).toList());
        setVisible(isShowing());
    }

    private Node line(Missed one) {
        int number = model.missed().indexOf(one) + 1;
        String name = SafeLine.of(one.item().isEmpty() ? one.referral() : one.item());
        var words = new Label(texts.get("referrals.missed", name, one.why()));
        words.setId("missed-words-" + number);
        words.getStyleClass().addAll("size-12", "tone-danger");
        words.setWrapText(true);
        words.setMinWidth(0);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(
                Icons.head(Icon.TROUBLE),
                words,
                button("missed-open-" + number, "referrals.missed.open", OPEN, number, () -> open(one)),
                button("missed-read-" + number, "referrals.missed.read", READ, number, () -> read(one)));
        line.getStyleClass().addAll("report-foot", "gap-8", "surface", "edge-bottom");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Button button(String id, String words, String key, int number, Runnable act) {
        if (number == 1) {
            return KeyButton.of(id, texts.get(words), key, act);
        }
        var button = new Button(texts.get(words));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        return button;
    }

    private void open(Missed one) {
        model.open(one.referral());
    }

    private void read(Missed one) {
        model.missed().remove(one);
    }
}
