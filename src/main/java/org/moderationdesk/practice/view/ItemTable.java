package org.moderationdesk.practice.view;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.StoreForm;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.practice.AnswerKey;
import org.moderationdesk.practice.Changes;
import org.moderationdesk.practice.PracticeItem;
import org.moderationdesk.practice.Told;

/** The items of a set with their keys: to be written, agreed with, or taken out. */
final class ItemTable extends StackPane {
    private final TrainerModel model;
    private final PracticeWords words;
    private final Dialogs dialogs;
    private final KeyPane editor;
    private final ActedTable<PracticeItem> table;
    private final Button more;
    private final Label page = Shown.whole("", "muted", "size-12");

    ItemTable(TrainerModel model, PracticeWords words, Dialogs dialogs, KeyPane editor) {
        this.model = model;
        this.words = words;
        this.dialogs = dialogs;
        this.editor = editor;
        table = new ActedTable<PracticeItem>(
                        "practice-set-items",
                        words.get("practice.trainer.ITEMS"),
                        words.get("practice.trainer.ITEMS.none"),
                        words)
                .column("practice.item.id", 70, item -> SafeLine.of(item.id()))
                .column("practice.item.title", 260, words::title)
                .column("practice.item.kind", 80, item -> words.items()
                        .kind(item.content().item().kind()))
                .column("practice.item.key", 170, this::key)
                .column("practice.item.agreed", 110, this::agreed)
                .column("practice.item.difficulty", 90, this::difficulty);
        more = KeyButton.of("practice-items-turn", words.get("practice.trainer.turn"), "Alt+N", model::turn);
        table.buttons(List.of(
                table.onRow(
                        KeyButton.of("practice-key-edit", words.get("practice.edit-key"), "Enter", this::edit),
                        _ -> true),
                table.onRow(
                        KeyButton.of("practice-key-agree", words.get("practice.agree"), "G", this::agree), _ -> true),
                table.onRow(
                        KeyButton.of("practice-item-remove", words.get("practice.take-out"), "Delete", this::takeOut),
                        _ -> true),
                more));
        table.beside(page);
        StackPane.setAlignment(table, Pos.TOP_LEFT);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().add(table);
        table.table().setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
                key.consume();
                edit();
            }
        });
        table.table().setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                edit();
            }
        });
    }

    Node list() {
        return table.table();
    }

    void keysTo(Keys keys) {
        keys.on("G", words.get("practice.agree"), this::agree, () -> Shown.isSeen(this))
                .on("Delete", words.get("practice.take-out"), this::takeOut, () -> Shown.isSeen(this))
                .on("Alt+N", words.get("practice.trainer.turn"), model::turn, () -> Shown.isSeen(more));
    }

    void show(TrainerModel.Desk desk) {
        table.show(desk.items());
        boolean several = desk.after() > 0 || desk.hasMore();
        Shown.put(more, several);
        page.setText(
                several && !desk.items().isEmpty()
                        ? words.get(
                                "practice.trainer.page",
                                desk.items().getFirst().position(),
                                desk.items().getLast().position(),
                                desk.set().newest().items())
                        : "");
        table.table().refresh();
    }

    private Optional<AnswerKey> of(PracticeItem item) {
        TrainerModel.Desk desk = model.deskProperty().get();
        return desk == null ? Optional.empty() : desk.key(item.id());
    }

    private String key(PracticeItem item) {
        return of(item).map(key -> words.answer(key.first())).orElseGet(() -> words.get("practice.item.no-key"));
    }

    private String agreed(PracticeItem item) {
        return of(item).map(key -> String.join(
                        ", ", key.agreed().stream().map(SafeLine::of).toList()))
                .orElse("");
    }

    private String difficulty(PracticeItem item) {
        return of(item).map(key -> words.get("practice.difficulty." + key.difficulty()))
                .orElse("");
    }

    private void edit() {
        PracticeItem item = table.chosen();
        if (item != null) {
            editor.open(item, null);
        }
    }

    private void agree() {
        PracticeItem item = table.chosen();
        var set = model.set();
        if (item != null && set != null) {
            PracticeModel home = model.home();
            home.act(() -> home.doors().sets().agree(home.person(), set.id(), Set.of(item.id())), _ -> {});
        }
    }

    private void takeOut() {
        PracticeItem item = table.chosen();
        if (item == null) {
            return;
        }
        var why = new TwoTongues("practice-why", words.get("practice.form.why"), 2, Told.nothing(), words);
        Shown.put(why, model.isPublished());
        var form = new VBox(Shown.wrapped(words.get("practice.take-out.sentence", words.title(item)), "size-13"), why);
        form.getStyleClass().add("gap-8");
        new StoreForm(dialogs, form)
                .open(
                        words.get("practice.take-out"),
                        words.get("practice.take-out"),
                        (done, refused) -> model.change(Changes.without(Set.of(item.id())), why.told(), done, refused));
    }
}
