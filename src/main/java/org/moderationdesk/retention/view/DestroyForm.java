package org.moderationdesk.retention.view;

import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.CheckedField;
import org.moderationdesk.fx.Choice;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.StoreForm;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.retention.ToDestroy;

/** Where an item is destroyed on an order that somebody else entered. Its id is typed: nothing brings it back. */
final class DestroyForm {
    private static final int LONGEST = 60;

    private final PreservedModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final ComboBox<ToDestroy> asked;
    private final TextField again = new TextField();
    private final CheckedField askedField;
    private final CheckedField againField;

    DestroyForm(PreservedModel model, Dialogs dialogs) {
        this.model = model;
        this.texts = model.kit().texts();
        this.dialogs = dialogs;
        asked = Choice.of("destroy-what", model.toDestroy(), this::words, texts.get("retention.held.destroy.prompt"));
        again.setId("destroy-again");
        askedField = new CheckedField(texts.get("retention.held.destroy.what"), asked);
        againField = new CheckedField(texts.get("retention.held.destroy.again"), again);
    }

    private String words(ToDestroy one) {
        return texts.get(
                model.isOwn(one) ? "retention.held.destroy.own" : "retention.held.destroy.one",
                SafeLine.of(one.itemId(), LONGEST),
                SafeLine.of(one.authority(), LONGEST),
                SafeLine.of(one.reference(), LONGEST));
    }

    /** @param itemId proposed, where an order names it */
    void open(String itemId) {
        if (model.toDestroy().isEmpty()) {
            dialogs.tell(texts.get("retention.held.destroy"), texts.get("retention.held.destroy.none"));
            return;
        }
        model.toDestroy().stream()
                .filter(one -> one.itemId().equals(itemId) && !model.isOwn(one))
                .findFirst()
                .ifPresent(asked::setValue);
        var form = new VBox(
                DoorPanel.note(Icon.TROUBLE, texts.get("retention.held.destroy.means")), askedField, againField);
        form.getStyleClass().addAll("gap-12", "destroy-form");
        new StoreForm(dialogs, form)
                .open(texts.get("retention.held.destroy"), texts.get("retention.held.destroy.act"), this::send);
    }

    private void send(Runnable onDone, Consumer<String> onRefused) {
        @Nullable ToDestroy one = asked.getValue();
        boolean typed = one != null && again.getText().strip().equals(one.itemId());
        askedField.say(one == null ? texts.get("retention.held.destroy.choose") : "");
        againField.say(typed ? "" : texts.get("retention.held.destroy.fault"));
        if (one == null || !typed) {
            (one == null ? askedField : againField).focus();
            onRefused.accept(texts.get("retention.held.destroy.nothing"));
            return;
        }
        model.destroy(one, onDone, failure -> {
            String why = model.words(failure);
            askedField.say(why);
            onRefused.accept(texts.get("retention.held.destroy.nothing"));
        });
    }
}
