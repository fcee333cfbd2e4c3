package org.moderationdesk.wellbeing.view;

import java.time.Duration;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.controlsfx.control.Notifications;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;

/** "Break in 18 min": counts active work down, takes the break when pressed, and says once, silently, that it is due. */
final class BreakButton extends Button {
    static final KeyCombination KEY = KeyCombination.valueOf("Shortcut+B");
    private static final javafx.util.Duration SHOWN = javafx.util.Duration.seconds(10);

    private final Texts texts;
    private final Label words = new Label();
    private final Label left = new Label();
    private final Subscription watching;

    BreakButton(Texts texts, WellbeingModel model) {
        this.texts = texts;
        setId("status-break");
        getStyleClass().addAll("quiet", "status-break");
        words.getStyleClass().add("size-12");
        left.getStyleClass().addAll("size-12", "strong");
        left.setId("status-break-left");
        var inside = new HBox(Icons.small(Icon.BREAK), words, left);
        inside.getStyleClass().addAll("gap-4", "status-break-inside");
        setGraphic(inside);
        setMinWidth(USE_PREF_SIZE);
        setFocusTraversable(false);
        setTooltip(new Tooltip(texts.get("wellbeing.break.tip", KeyHint.of(KEY).getText())));
        setOnAction(_ -> model.startBreak());
        watching = Subscription.combine(
                model.untilBreakProperty().subscribe(this::show),
                model.breakDueProperty().subscribe((_, due) -> {
                    if (due) {
                        remind();
                    }
                }));
    }

    /** For good. */
    void stop() {
        watching.unsubscribe();
    }

    private void show(Duration until) {
        boolean due = until.isZero();
        // Rounded up: "1 min" until it is due.
        long minutes = until.plusSeconds(59).toMinutes();
        words.setText(texts.get(due ? "wellbeing.break.due" : "wellbeing.break.in"));
        left.setText(due ? "" : texts.get("wellbeing.minutes", minutes));
        left.setManaged(!due);
        getStyleClass().remove("break-is-due");
        if (due) {
            getStyleClass().add("break-is-due");
        }
        setAccessibleText(words.getText() + " " + left.getText());
    }

    private void remind() {
        if (getScene() == null
                || getScene().getWindow() == null
                || !getScene().getWindow().isShowing()) {
            return;
        }
        Notifications.create()
                .owner(this)
                .title(texts.get("wellbeing.break.due"))
                .text(texts.get("wellbeing.break.reminder", KeyHint.of(KEY).getText()))
                .graphic(Icons.head(Icon.BREAK))
                .hideAfter(SHOWN)
                .show();
    }
}
