package org.moderationdesk.calibration.view;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.moderationdesk.calibration.Session;
import org.moderationdesk.calibration.SessionState;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Loading;

/** The sessions, the newest first; and in their place what there is to say when there are none. */
final class SessionList extends VBox {
    private static final int BARS = 6;

    private final CalibrationModel model;
    private final RulingWords words;
    private final ListView<Session> list;
    private final StackPane body = new StackPane();
    private boolean changing;

    SessionList(CalibrationModel model, RulingWords words) {
        this.model = model;
        this.words = words;
        list = new ListView<>(model.sessions());
        list.setId("calibration-list");
        list.setAccessibleText(words.texts().get("calibration.list"));
        list.setCellFactory(_ -> new Cell());
        list.getStyleClass().add("case-list");
        getChildren().add(body);
        VBox.setVgrow(body, Priority.ALWAYS);
        list.getSelectionModel().selectedItemProperty().subscribe(one -> {
            Session now = model.selectedProperty().get();
            if (!changing && one != null && (now == null || !now.id().equals(one.id()))) {
                model.select(one);
            }
        });
        model.selectedProperty().subscribe(this::showSelected);
        model.stateProperty().subscribe(this::show);
        model.sessions().subscribe(this::show);
    }

    void focusList() {
        if (list.getScene() != null) {
            list.requestFocus();
        }
    }

    private void showSelected(Session session) {
        changing = true;
        if (session == null) {
            list.getSelectionModel().clearSelection();
        } else {
            model.sessions().stream()
                    .filter(one -> one.id().equals(session.id()))
                    .findFirst()
                    .ifPresent(one -> list.getSelectionModel().select(one));
        }
        changing = false;
    }

    private void show() {
        Node shown =
                switch (model.stateProperty().get()) {
                    case LOADING -> new Loading(BARS, words.texts().get("calibration.loading"));
                    case LOST -> lost();
                    case THERE -> model.sessions().isEmpty() ? empty() : list;
                };
        body.getChildren().setAll(shown);
        showSelected(model.selectedProperty().get());
    }

    private Node empty() {
        var state = new EmptyState(
                Icon.PEOPLE,
                words.texts().get("calibration.empty"),
                words.texts().get(model.leads() ? "calibration.empty.lead" : "calibration.empty.sentence"));
        state.setId("calibration-empty");
        return state;
    }

    private Node lost() {
        var again = new Button(words.texts().get("calibration.again"), new KeyHint("F5"));
        again.setContentDisplay(ContentDisplay.RIGHT);
        again.setOnAction(_ -> model.refresh());
        var state = new EmptyState(
                Icon.TROUBLE,
                words.texts().get("calibration.lost"),
                words.texts().get("calibration.lost.sentence"),
                again);
        state.setId("calibration-lost");
        return state;
    }

    private final class Cell extends ListCell<Session> {
        private final Label title = new Label();
        private final Label state = new Label();
        private final Label progress = new Label();
        private final Label due = new Label();
        private final VBox lines;

        Cell() {
            title.getStyleClass().add("case-section");
            title.setMaxWidth(Double.MAX_VALUE);
            progress.getStyleClass().addAll("muted", "size-12");
            state.getStyleClass().addAll("muted", "size-12");
            due.getStyleClass().add("size-12");
            due.setMinWidth(Region.USE_PREF_SIZE);
            state.setMinWidth(Region.USE_PREF_SIZE);
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var bottom = new HBox(state, gap, due);
            bottom.setAlignment(Pos.CENTER_LEFT);
            lines = new VBox(title, progress, bottom);
            lines.getStyleClass().addAll("gap-4", "calibration-row");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Session one, boolean empty) {
            super.updateItem(one, empty);
            if (empty || one == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            boolean late = one.isLate(model.now());
            title.setText(words.title(one));
            progress.setText(words.progress(one));
            state.setText(words.state(one));
            due.setText(
                    one.state() == SessionState.OPEN
                            ? words.texts()
                                    .get(
                                            late ? "calibration.late" : "calibration.due",
                                            model.kit().times().date(one.due()))
                            : model.kit().times().date(one.madeAt()));
            due.setGraphic(one.state() == SessionState.OPEN ? Icons.small(late ? Icon.LATE : Icon.DUE) : null);
            due.getStyleClass().removeAll("tone-danger", "muted");
            due.getStyleClass().add(late ? "tone-danger" : "muted");
            setAccessibleText(String.join(". ", title.getText(), state.getText(), progress.getText(), due.getText()));
            setGraphic(lines);
        }
    }
}
