package org.moderationdesk.practice.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Loading;
import org.moderationdesk.fx.StatusLine;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.practice.HiddenResult;
import org.moderationdesk.practice.PlacedTest;
import org.moderationdesk.practice.Reviewed;

/** Hidden tests, for who trains: which queues are given them, what lies there, and how it was answered. */
final class HiddenPane extends VBox {
    private static final int BARS = 6;

    private final HiddenModel model;
    private final PracticeWords words;
    private final Dialogs dialogs;
    private final StatusLine status;
    private final HiddenTables tables;
    private final TabRow<Tab> tabs;
    private final StackPane list = new StackPane();
    private final StackPane body = new StackPane();
    private final VBox there = new VBox();
    private final Keys keys;
    private Tab shown = Tab.PLACED;
    private @Nullable Undo undo;

    /** What is listed below the queues, each with its key. */
    private enum Tab {
        PLACED("Alt+1"),
        ANSWERED("Alt+2"),
        PEOPLE("Alt+3");

        private final String key;

        Tab(String key) {
            this.key = key;
        }
    }

    /** What puts a test back, while it can be. */
    private record Undo(String decisionId, Instant until) {}

    HiddenPane(HiddenModel model, PracticeWords words, Dialogs dialogs, StatusLine status) {
        this.model = model;
        this.words = words;
        this.dialogs = dialogs;
        this.status = status;
        tables = new HiddenTables(model, words);
        tabs = new TabRow<>(Tab.class, "practice-hidden-", "practice.hidden.", words, this::go);
        tabs.getStyleClass().add("edge-top");
        keys = new Keys(words.get("practice.hidden"))
                .on("Alt+Left", words.get("practice.back"), this::close, () -> Shown.isSeen(this));
        if (model.sets()) {
            keys.on("S", words.get("practice.hidden.set"), this::set, () -> Shown.isSeen(this))
                    .on("N", words.get("practice.hidden.none"), this::none, this::isThere);
        }
        if (model.retires()) {
            keys.on("X", words.get("practice.hidden.retire"), this::retire, () -> isThere() && shown == Tab.PLACED)
                    .on("Shortcut+Z", words.get("practice.undo"), this::undo, () -> isThere() && undo != null);
        }
        keys.on("L", words.get("practice.hidden.look"), this::look, () -> isThere() && shown == Tab.ANSWERED);
        lay();
        keys.listenOn(this);
        model.stateProperty().subscribe(_ -> show());
        model.foundProperty().subscribe(_ -> show());
    }

    private void lay() {
        List<Button> sets = new ArrayList<>();
        if (model.sets()) {
            sets.add(KeyButton.of("practice-hidden-set", words.get("practice.hidden.set"), "S", this::set));
            sets.add(KeyButton.of("practice-hidden-none", words.get("practice.hidden.none"), "N", this::none));
        }
        tables.shares().buttons(sets);
        tables.placed()
                .buttons(
                        model.retires()
                                ? List.of(KeyButton.of(
                                        "practice-hidden-retire",
                                        words.get("practice.hidden.retire"),
                                        "X",
                                        this::retire))
                                : List.of());
        tables.answered()
                .buttons(List.of(
                        KeyButton.of("practice-hidden-look", words.get("practice.hidden.look"), "L", this::look)));
        tables.people().buttons(List.of());
        for (Tab tab : Tab.values()) {
            keys.on(tab.key, words.get("practice.hidden." + tab), () -> go(tab), this::isThere);
        }
        tables.shares().getStyleClass().add("practice-hidden-shares");
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setMinHeight(0);
        there.getChildren().addAll(tables.shares(), tabs, list);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        getChildren().addAll(head(), body);
        setId("practice-hidden");
        setFocusTraversable(true);
        setAccessibleText(words.get("practice.hidden"));
        getStyleClass().add("surface");
    }

    private Node head() {
        var title = Shown.whole(words.get("practice.hidden"), "strong", "size-16");
        var about = Shown.label(words.get("practice.hidden.about"), "muted", "size-12");
        about.setMinWidth(0);
        var row = new HBox(
                Icons.head(Icon.COVERED),
                title,
                about,
                Shown.gap(),
                KeyButton.of("practice-hidden-back", words.get("practice.back"), "Alt+Left", this::close));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("gap-8", "practice-hidden-head", "edge-bottom");
        return row;
    }

    Keys keys() {
        return keys;
    }

    ReadOnlyBooleanProperty openProperty() {
        return model.openProperty();
    }

    List<Node> panels() {
        return List.of(tables.shares().table(), listed().table());
    }

    void open() {
        model.openProperty().set(true);
        focus();
    }

    void close() {
        model.openProperty().set(false);
    }

    void focus() {
        if (isThere()) {
            listed().table().requestFocus();
        } else {
            requestFocus();
        }
    }

    private boolean isThere() {
        return Shown.isSeen(there) && there.getScene() != null;
    }

    private ActedTable<?> listed() {
        return switch (shown) {
            case PLACED -> tables.placed();
            case ANSWERED -> tables.answered();
            case PEOPLE -> tables.people();
        };
    }

    private void go(Tab tab) {
        shown = tab;
        showTab();
        focus();
    }

    private void showTab() {
        tabs.select(shown);
        list.getChildren().setAll(listed());
    }

    private void show() {
        HiddenModel.Found found = model.foundProperty().get();
        boolean lost = model.stateProperty().get() == ListState.LOST;
        if (lost) {
            body.getChildren().setAll(Lost.of(words.texts(), model::refresh));
        } else if (found == null) {
            body.getChildren().setAll(new Loading(BARS, words.get("practice.loading")));
        } else if (found.shares().isEmpty()) {
            body.getChildren().setAll(never());
        } else {
            tables.show(found);
            tabs.count(Tab.PLACED, found.placed().size());
            tabs.count(Tab.ANSWERED, found.results().size());
            tabs.count(Tab.PEOPLE, found.people().size());
            showTab();
            if (there.getParent() == null) {
                body.getChildren().setAll(there);
            }
        }
    }

    private Node never() {
        String sentence =
                words.get(model.sets() ? "practice.hidden.never.sentence" : "practice.hidden.never.sentence.trainer");
        Node[] acts = model.sets()
                ? new Node[] {KeyButton.of("practice-hidden-first", words.get("practice.hidden.set"), "S", this::set)}
                : new Node[0];
        var none = new EmptyState(Icon.COVERED, words.get("practice.hidden.never"), sentence, acts);
        none.setId("practice-hidden-never");
        return none;
    }

    private void set() {
        HiddenModel.Found found = model.foundProperty().get();
        if (found != null) {
            new HiddenForm(model, words, dialogs).open(found, tables.shares().chosen());
        }
    }

    private void none() {
        HiddenModel.Line chosen = tables.shares().chosen();
        if (chosen != null && chosen.share().oneIn() > 0) {
            String queue = SafeLine.of(chosen.share().queue());
            dialogs.confirm(
                    words.get("practice.hidden.none.title", queue),
                    words.get("practice.hidden.none.sentence", chosen.waiting()),
                    words.get("practice.hidden.none"),
                    () -> model.set(
                            chosen.share().queue(),
                            0,
                            List.of(),
                            () -> {},
                            model.home().problemProperty()::set));
        }
    }

    private void retire() {
        PlacedTest one = tables.placed().chosen();
        if (one != null && one.standing() == PlacedTest.Standing.WAITING) {
            model.retire(one, done -> {
                undo = new Undo(done.decisionId(), done.releaseAt());
                status.undoFor(
                        words.get(
                                "practice.hidden.retired",
                                SafeLine.of(one.test().itemId())),
                        done.releaseAt());
            });
        }
    }

    private void undo() {
        Undo last = undo;
        undo = null;
        if (last != null && words.kit().clock().instant().isBefore(last.until())) {
            model.back(last.decisionId(), status::clear);
        }
    }

    private void look() {
        HiddenResult one = tables.answered().chosen();
        if (one != null) {
            model.look(one, reviewed -> show(one, reviewed));
        }
    }

    private void show(HiddenResult one, Reviewed reviewed) {
        var card = new ScrollPane(new KeyCard(
                reviewed, one.isRight(), words.get("practice.hidden.said", SafeLine.of(one.person())), words));
        card.setFitToWidth(true);
        card.setPrefSize(640, 420);
        card.getStyleClass().add("edge-less");
        dialogs.show(
                words.get("practice.hidden.look.title", SafeLine.of(one.test().itemId())), card);
    }
}
