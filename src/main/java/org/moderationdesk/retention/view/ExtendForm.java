package org.moderationdesk.retention.view;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.CheckedField;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.StoreForm;
import org.moderationdesk.retention.Hold;
import org.moderationdesk.retention.Retention;

/** Where somebody says until when a hold is needed. */
final class ExtendForm {
    private static final LocalTime LAST = LocalTime.of(23, 59);

    private final PreservedModel model;
    private final Hold hold;
    private final Texts texts;
    private final Dialogs dialogs;
    private final TextField day = new TextField();
    private final TextField reason = new TextField();
    private final CheckedField dayField;
    private final CheckedField reasonField;

    ExtendForm(PreservedModel model, Hold hold, Dialogs dialogs) {
        this.model = model;
        this.hold = hold;
        this.texts = model.kit().texts();
        this.dialogs = dialogs;
        day.setId("extend-day");
        day.setPromptText(texts.get("fx.moment.day"));
        reason.setId("extend-reason");
        dayField = new CheckedField(texts.get("retention.held.until"), day);
        reasonField = new CheckedField(texts.get("retention.holds.reason"), reason);
    }

    /** @param title what is extended */
    void open(String title) {
        var form = new VBox(
                dayField, reasonField, DoorPanel.words(texts.get("retention.held.extend.means"), "muted", "size-12"));
        form.getStyleClass().addAll("gap-12", "hold-form");
        new StoreForm(dialogs, form).open(title, texts.get("retention.held.extend"), this::send);
    }

    /** The end of the day that was typed; empty where it is none that a hold can have. */
    private Optional<Instant> end() {
        try {
            return Optional.of(LocalDate.parse(day.getText().strip())
                            .atTime(LAST)
                            .atZone(model.kit().times().zone())
                            .toInstant())
                    .filter(end -> Retention.isEnd(end, model.now()));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private void send(Runnable onDone, Consumer<String> onRefused) {
        Optional<Instant> end = end();
        boolean told = Retention.isReason(reason.getText());
        dayField.say(end.isPresent() ? "" : texts.get("retention.held.fault.until"));
        reasonField.say(told ? "" : texts.get("retention.refused.NO_REASON"));
        if (end.isEmpty() || !told) {
            (end.isEmpty() ? dayField : reasonField).focus();
            onRefused.accept(texts.get("retention.held.fault.mend"));
            return;
        }
        model.extend(hold, end.get(), reason.getText(), onDone, failure -> onRefused.accept(model.words(failure)));
    }
}
