package org.moderationdesk.editions.view;

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
import org.moderationdesk.editions.Edition;
import org.moderationdesk.editions.view.EditionsModel.Shown;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Loading;

/** The editions there are, the newest first. */
final class EditionList extends StackPane {
    private static final int BARS = 3;

    private final EditionsModel model;
    private final EditionWords words;
    private final ListView<Edition> list;
    private boolean changing;

    EditionList(EditionsModel model, EditionWords words) {
        this.model = model;
        this.words = words;
        list = new ListView<>(model.editions());
        list.setId("editions-list");
        list.setAccessibleText(words.texts().get("editions.list"));
        list.setCellFactory(_ -> new Cell());
        list.getStyleClass().add("case-list");
        list.getSelectionModel().selectedItemProperty().subscribe(one -> {
            if (!changing && one != null) {
                model.select(one);
            }
        });
        model.shownProperty().subscribe(this::showSelected);
        model.stateProperty().subscribe(this::show);
    }

    void focusList() {
        list.requestFocus();
    }

    private void showSelected(Shown shown) {
        changing = true;
        if (shown != null) {
            list.getSelectionModel().select(shown.edition());
            list.refresh();
        }
        changing = false;
    }

    private void show(EditionsModel.State state) {
        getChildren()
                .setAll(
                        switch (state) {
                            case LOADING -> new Loading(BARS, words.texts().get("editions.loading"));
                            case LOST -> lost();
                            case THERE -> list;
                        });
    }

    private Node lost() {
        var again = new Button(words.texts().get("editions.again"), new KeyHint("F5"));
        again.setContentDisplay(ContentDisplay.RIGHT);
        again.setOnAction(_ -> model.refresh());
        var state = new EmptyState(
                Icon.TROUBLE, words.texts().get("editions.lost"), words.texts().get("editions.lost.sentence"), again);
        state.setId("editions-lost");
        return state;
    }

    private final class Cell extends ListCell<Edition> {
        private final Label name = new Label();
        private final Label since = new Label();
        private final Label unread = new Label(words.texts().get("editions.to-read"));
        private final VBox lines;

        Cell() {
            name.getStyleClass().add("case-section");
            since.getStyleClass().addAll("muted", "size-12");
            since.setWrapText(true);
            unread.getStyleClass().addAll("tone-accent", "size-12");
            unread.setMinWidth(Region.USE_PREF_SIZE);
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var first = new HBox(name, gap, unread);
            first.setAlignment(Pos.CENTER_LEFT);
            lines = new VBox(first, since);
            lines.getStyleClass().addAll("gap-4", "edition-row");
            lines.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Edition one, boolean empty) {
            super.updateItem(one, empty);
            Shown shown = model.shownProperty().get();
            if (empty || one == null || shown == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.setText(one.name());
            since.setText(words.since(one, shown.shelf().inForce(model.now()), model.now()));
            boolean toRead = shown.toRead() && shown.edition().equals(one);
            unread.setVisible(toRead);
            setAccessibleText(one.name() + ". " + since.getText() + (toRead ? ". " + unread.getText() : ""));
            setGraphic(lines);
        }
    }
}
