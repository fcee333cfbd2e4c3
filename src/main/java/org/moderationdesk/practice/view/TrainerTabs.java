package org.moderationdesk.practice.view;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Loading;
import org.moderationdesk.practice.Run;

/** Below a set, for who trains: everybody's runs, the items and keys, who is asked, and what is questioned. */
final class TrainerTabs extends VBox {
    private static final int BARS = 5;

    private final TrainerModel model;
    private final PracticeWords words;
    private final RunTable runs;
    private final ItemTable items;
    private final AssignedTable assigned;
    private final QuestionTable questions;
    private final TabRow<Tab> tabs;
    private final StackPane body = new StackPane();
    private final Keys keys;
    private Tab shown = Tab.ITEMS;

    /** What is listed, each with its key. */
    private enum Tab {
        RUNS("Alt+1"),
        ITEMS("Alt+2"),
        ASSIGNED("Alt+3"),
        QUESTIONS("Alt+4");

        private final String key;

        Tab(String key) {
            this.key = key;
        }
    }

    TrainerTabs(TrainerModel model, PracticeWords words, Dialogs dialogs, KeyPane editor, Consumer<Run> onResult) {
        this.model = model;
        this.words = words;
        runs = new RunTable(words, true, run -> {
            if (run.isOver()) {
                onResult.accept(run);
            }
        });
        items = new ItemTable(model, words, dialogs, editor);
        assigned = new AssignedTable(model, words, dialogs);
        questions = new QuestionTable(model, words, dialogs, editor);
        keys = new Keys(words.get("practice.trainer"));
        tabs = new TabRow<>(Tab.class, "practice-trainer-", "practice.trainer.", words, this::go);
        for (Tab tab : Tab.values()) {
            keys.on(tab.key, words.get("practice.trainer." + tab), () -> go(tab), () -> Shown.isSeen(this));
        }
        items.keysTo(keys);
        assigned.keysTo(keys);
        questions.keysTo(keys);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(120);
        getChildren().addAll(tabs, body);
        model.deskProperty().subscribe(this::show);
        showTab();
    }

    Keys keys() {
        return keys;
    }

    void focus() {
        list().requestFocus();
    }

    private Node list() {
        return switch (shown) {
            case RUNS -> runs;
            case ITEMS -> items.list();
            case ASSIGNED -> assigned.list();
            case QUESTIONS -> questions.list();
        };
    }

    /** Shows what is questioned. */
    void questions() {
        go(Tab.QUESTIONS);
    }

    private void go(Tab tab) {
        shown = tab;
        showTab();
        focus();
    }

    private void showTab() {
        tabs.select(shown);
        Node now =
                switch (shown) {
                    case RUNS -> runs;
                    case ITEMS -> items;
                    case ASSIGNED -> assigned;
                    case QUESTIONS -> questions;
                };
        body.getChildren()
                .setAll(model.deskProperty().get() == null ? new Loading(BARS, words.get("practice.loading")) : now);
    }

    private void show(TrainerModel.@Nullable Desk desk) {
        if (desk != null) {
            runs.show(desk.runs());
            items.show(desk);
            assigned.show(desk);
            questions.show(desk);
            tabs.count(Tab.RUNS, desk.runs().size());
            tabs.count(Tab.ITEMS, desk.set().newest().items());
            tabs.count(
                    Tab.ASSIGNED,
                    desk.assignments().stream()
                            .filter(one -> one.withdrawnAt() == null)
                            .count());
            tabs.count(Tab.QUESTIONS, desk.open());
        }
        showTab();
    }

    List<Node> panels() {
        return List.of(list());
    }
}
