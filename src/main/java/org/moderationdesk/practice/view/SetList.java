package org.moderationdesk.practice.view;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Loading;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.SetState;

/** The sets, the newest first; who trains sees drafts and the archive as well, and begins new ones. */
final class SetList extends VBox {
    private static final int BARS = 6;

    private final PracticeModel model;
    private final PracticeWords words;
    private final ObservableList<PracticeSet> sets = FXCollections.observableArrayList();
    private final ListView<PracticeSet> list = new ListView<>(sets);
    private final StackPane body = new StackPane();
    private final Map<SetState, ToggleButton> shelves = new EnumMap<>(SetState.class);
    private boolean changing;

    SetList(PracticeModel model, PracticeWords words, Runnable onNew) {
        this.model = model;
        this.words = words;
        list.setId("practice-sets");
        list.setAccessibleText(words.get("practice.sets"));
        list.getStyleClass().addAll("case-list", "practice-sets");
        list.setCellFactory(_ -> new SetCell(model, words));
        getChildren().addAll(top(onNew), body);
        getStyleClass().add("surface");
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        list.getSelectionModel().selectedItemProperty().subscribe(one -> {
            if (!changing && one != null) {
                model.select(one);
            }
        });
        model.overviewProperty().subscribe(this::show);
        model.stateProperty().subscribe(this::show);
        model.shelfProperty().subscribe(this::show);
        model.selectedProperty().subscribe(this::showSelected);
    }

    /** Puts something below the list. */
    void below(Node part) {
        getChildren().add(part);
    }

    boolean focusList() {
        if (getScene() != null && isVisible() && !sets.isEmpty()) {
            list.requestFocus();
            return true;
        }
        return false;
    }

    private Node top(Runnable onNew) {
        var title = Shown.whole(words.get("practice.sets"), "strong", "size-14");
        var row = new HBox(title, Shown.gap());
        row.setAlignment(Pos.CENTER_LEFT);
        var top = new VBox(row);
        top.getStyleClass().addAll("gap-8", "queue-top");
        if (model.trains()) {
            Button begin = KeyButton.of("practice-new", words.get("practice.new"), "Shortcut+N", onNew);
            row.getChildren().add(begin);
            top.getChildren().add(shelves());
        }
        return top;
    }

    private Node shelves() {
        var segments = new SegmentedButton();
        segments.setId("practice-shelves");
        segments.setMaxWidth(Double.MAX_VALUE);
        for (SetState shelf : List.of(SetState.PUBLISHED, SetState.DRAFT, SetState.ARCHIVED)) {
            var button = new ToggleButton(words.get("practice.shelf." + shelf, 0));
            button.setId("practice-shelf-" + shelf);
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setOnAction(_ -> go(shelf));
            shelves.put(shelf, button);
            segments.getButtons().add(button);
        }
        return segments;
    }

    private void go(SetState shelf) {
        model.shelfProperty().set(shelf);
        toggle(shelf).setSelected(true);
        model.select(model.overview().on(shelf).stream().findFirst().orElse(null));
    }

    private ToggleButton toggle(SetState shelf) {
        return Objects.requireNonNull(shelves.get(shelf), "laid out before");
    }

    private void show() {
        PracticeModel.Overview now = model.overview();
        SetState shelf = model.shelfProperty().get();
        shelves.forEach((one, button) -> {
            button.setText(words.get("practice.shelf." + one, now.on(one).size()));
            button.setSelected(one == shelf);
        });
        changing = true;
        sets.setAll(now.on(shelf));
        changing = false;
        Node shown =
                switch (model.stateProperty().get()) {
                    case LOADING -> new Loading(BARS, words.get("practice.loading"));
                    case LOST -> Lost.of(words.texts(), model::refresh);
                    case THERE -> sets.isEmpty() ? empty(shelf) : list;
                };
        body.getChildren().setAll(shown);
        showSelected(model.selectedProperty().get());
    }

    private Node empty(SetState shelf) {
        String key = model.trains() ? "practice.empty." + shelf : "practice.empty.trainee";
        var state = new EmptyState(Icon.PRACTICE, words.get(key), words.get(key + ".sentence"));
        state.setId("practice-sets-empty");
        return state;
    }

    private void showSelected(PracticeSet set) {
        changing = true;
        if (set == null) {
            list.getSelectionModel().clearSelection();
        } else {
            sets.stream().filter(one -> one.id().equals(set.id())).findFirst().ifPresent(one -> list.getSelectionModel()
                    .select(one));
        }
        changing = false;
    }
}
