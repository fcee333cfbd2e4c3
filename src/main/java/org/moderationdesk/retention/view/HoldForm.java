package org.moderationdesk.retention.view;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.CheckedField;
import org.moderationdesk.fx.Choice;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.StoreForm;
import org.moderationdesk.retention.Hold;
import org.moderationdesk.retention.HoldKind;
import org.moderationdesk.retention.Retention;
import org.moderationdesk.retention.RetentionRefused;

/** Where a hold is placed on an account or an item. */
final class HoldForm {
    private final Texts texts;
    private final Dialogs dialogs;
    private final Placing placing;
    private final ComboBox<Hold.Subject> subject;
    private final ComboBox<HoldKind> kind;
    private final TextField id = new TextField();
    private final TextField reason = new TextField();
    private final CheckedField idField;
    private final CheckedField reasonField;

    /** A hold as it was typed. */
    record Entry(Hold.Subject subject, String id, HoldKind kind, String reason) {}

    /** Places it. */
    interface Placing {
        /**
         * @param onDone to be run once the store has taken it
         * @param onRefused to be told what went wrong; nothing is held then
         */
        void place(Entry entry, Runnable onDone, Consumer<Exception> onRefused);
    }

    HoldForm(Texts texts, Dialogs dialogs, Placing placing) {
        this.texts = texts;
        this.dialogs = dialogs;
        this.placing = placing;
        subject = Choice.of(
                "hold-subject", List.of(Hold.Subject.values()), one -> texts.get("retention.subject." + one), "");
        kind = Choice.of(
                "hold-kind",
                Stream.of(HoldKind.values()).filter(HoldKind::isByHand).toList(),
                one -> texts.get("retention.hold." + one),
                "");
        id.setId("hold-id");
        reason.setId("hold-reason");
        idField = new CheckedField(texts.get("retention.holds.id"), id);
        reasonField = new CheckedField(texts.get("retention.holds.reason"), reason);
    }

    void open() {
        subject.setValue(Hold.Subject.ACCOUNT);
        kind.setValue(HoldKind.LEGAL);
        var form = new VBox(
                new CheckedField(texts.get("retention.holds.what"), subject),
                idField,
                new CheckedField(texts.get("retention.holds.kind"), kind),
                reasonField);
        form.getStyleClass().addAll("gap-12", "hold-form");
        new StoreForm(dialogs, form)
                .open(texts.get("retention.holds.place"), texts.get("retention.holds.place"), this::send);
    }

    private void send(Runnable onDone, Consumer<String> onRefused) {
        boolean named = !id.getText().isBlank();
        boolean told = Retention.isReason(reason.getText());
        idField.say(named ? "" : texts.get("retention.held.fault.id"));
        reasonField.say(told ? "" : texts.get("retention.refused.NO_REASON"));
        if (!named || !told) {
            (named ? reasonField : idField).focus();
            onRefused.accept(texts.get("retention.held.fault.mend"));
            return;
        }
        var entry = new Entry(
                Objects.requireNonNull(subject.getValue(), "chosen at first"),
                id.getText().strip(),
                Objects.requireNonNull(kind.getValue(), "chosen at first"),
                reason.getText());
        placing.place(entry, onDone, failure -> refused(failure, onRefused));
    }

    private void refused(Exception failure, Consumer<String> onRefused) {
        String why = RefusedWords.of(texts, failure);
        if (failure instanceof RetentionRefused refused && refused.why() == RetentionRefused.Why.UNKNOWN) {
            idField.say(why);
            idField.focus();
        }
        onRefused.accept(why);
    }
}
