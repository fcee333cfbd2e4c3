package org.moderationdesk.practice.view;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.StoreForm;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.practice.Dispute;

/** Keys that are questioned, and what was ruled. */
final class QuestionTable extends StackPane {
    private final TrainerModel model;
    private final PracticeWords words;
    private final Dialogs dialogs;
    private final KeyPane editor;
    private final ActedTable<Dispute> table;

    QuestionTable(TrainerModel model, PracticeWords words, Dialogs dialogs, KeyPane editor) {
        this.model = model;
        this.words = words;
        this.dialogs = dialogs;
        this.editor = editor;
        table = new ActedTable<Dispute>(
                        "practice-questions",
                        words.get("practice.trainer.QUESTIONS"),
                        words.get("practice.trainer.QUESTIONS.none"),
                        words)
                .column("practice.item.id", 80, one -> SafeLine.of(one.itemId()))
                .column("practice.runs.person", 100, one -> SafeLine.of(one.person()))
                .column("practice.question.reason", 320, one -> SafeLine.of(one.reason(), 300))
                .column("practice.runs.state", 110, one -> words.get("practice.dispute." + one.state()))
                .column("practice.rule.said", 200, one -> one.ruling() == null ? "" : SafeLine.of(one.ruling(), 300));
        table.buttons(List.of(
                table.onRow(
                        KeyButton.of("practice-keep", words.get("practice.rule.keep"), "1", this::keep),
                        QuestionTable::isOpen),
                table.onRow(
                        KeyButton.of("practice-change", words.get("practice.rule.change"), "2", this::change),
                        QuestionTable::isOpen)));
        getChildren().add(table);
    }

    Node list() {
        return table.table();
    }

    void keysTo(Keys keys) {
        keys.on("1", words.get("practice.rule.keep"), this::keep, this::mayRule)
                .on("2", words.get("practice.rule.change"), this::change, this::mayRule);
    }

    void show(TrainerModel.Desk desk) {
        table.show(desk.disputes());
    }

    private boolean mayRule() {
        return Shown.isSeen(this) && chosen() != null;
    }

    private @Nullable Dispute chosen() {
        Dispute one = table.chosen();
        return one == null || !isOpen(one) ? null : one;
    }

    private static boolean isOpen(Dispute one) {
        return one.state() == Dispute.State.OPEN;
    }

    private void keep() {
        Dispute one = chosen();
        if (one == null) {
            return;
        }
        var ruling = new RulingField(words);
        var form = new VBox(Shown.wrapped(SafeLine.of(one.reason(), 2_000), "size-13"), ruling);
        form.getStyleClass().add("gap-8");
        form.setMaxWidth(480);
        PracticeModel home = model.home();
        new StoreForm(dialogs, form)
                .open(
                        words.get("practice.rule.keep"),
                        words.get("practice.rule.keep"),
                        (done, refused) -> model.act(
                                () -> home.doors().disputes().keep(home.person(), one.id(), ruling.said()),
                                _ -> done.run(),
                                refused));
    }

    private void change() {
        Dispute one = chosen();
        TrainerModel.Desk desk = model.deskProperty().get();
        if (one != null && desk != null) {
            desk.items().stream()
                    .filter(item -> item.id().equals(one.itemId()))
                    .findFirst()
                    .ifPresent(item -> editor.open(item, one));
        }
    }
}
