package org.moderationdesk.quality.view;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Loading;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.quality.SecondReviews;
import org.moderationdesk.review.Opened;

/** What waits to be reviewed blind, the first due first. It cannot be chosen from: nobody picks what they judge. */
final class SecondList extends VBox {
    private static final int BARS = 6;

    private final SecondModel model;
    private final ItemWords words;
    private final Kit kit;
    private final Texts texts;
    private final ListView<SecondReviews.Waiting> list;
    private final Label count = new Label();
    private final Button take;
    private final StackPane body = new StackPane();

    SecondList(SecondModel model, ItemWords words, Kit kit) {
        this.model = model;
        this.words = words;
        this.kit = kit;
        this.texts = kit.texts();
        take = KeyButton.of("quality-take", texts.get("quality.second.take"), "Shortcut+Enter", model::next);
        take.getStyleClass().add("accent");
        take.setMaxWidth(Double.MAX_VALUE);
        count.setId("quality-waiting-count");
        count.getStyleClass().addAll("muted", "size-12");
        count.setWrapText(true);
        count.setMinHeight(Region.USE_PREF_SIZE);
        list = new ListView<>(model.waiting());
        list.setId("quality-waiting");
        list.setAccessibleText(texts.get("quality.second.list"));
        list.getStyleClass().add("case-list");
        list.setCellFactory(_ -> new Cell());
        var top = new VBox(take, count);
        top.getStyleClass().addAll("gap-8", "queue-top");
        getChildren().addAll(top, body);
        VBox.setVgrow(body, Priority.ALWAYS);
        model.stateProperty().subscribe(this::show);
        model.waiting().subscribe(this::show);
        model.heldProperty().subscribe(this::showHeld);
    }

    /** Whether there is something that can have the focus, and now has it. */
    boolean focusList() {
        boolean takes = take.isVisible() && !take.isDisabled();
        boolean lists = !model.waiting().isEmpty();
        if (getScene() != null && isVisible() && (takes || lists)) {
            (takes ? take : list).requestFocus();
            return true;
        }
        return false;
    }

    private void showHeld(Opened held) {
        boolean none = held == null;
        take.setVisible(none);
        take.setManaged(none);
    }

    private void show() {
        int number = model.waiting().size();
        boolean there = model.stateProperty().get() == ListState.THERE;
        count.setText(there ? texts.get("quality.second.count", number) : "");
        take.setDisable(there && number == 0);
        Node shown =
                switch (model.stateProperty().get()) {
                    case LOADING -> new Loading(BARS, texts.get("quality.loading"));
                    case LOST -> Lost.of(texts, model::refresh);
                    case THERE -> number == 0 ? empty() : list;
                };
        body.getChildren().setAll(shown);
    }

    private Node empty() {
        var state = new EmptyState(
                Icon.WELL, texts.get("quality.second.empty"), texts.get("quality.second.empty.sentence"));
        state.setId("quality-waiting-empty");
        return state;
    }

    private final class Cell extends ListCell<SecondReviews.Waiting> {
        private final Label section = new Label();
        private final Label id = new Label();
        private final Label due = new Label();
        private final Label again = new Label();
        private final VBox lines;

        Cell() {
            section.getStyleClass().add("case-section");
            section.setMaxWidth(Double.MAX_VALUE);
            id.getStyleClass().addAll("muted", "size-12");
            id.setMinWidth(0);
            due.getStyleClass().add("size-12");
            due.setMinWidth(Region.USE_PREF_SIZE);
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var bottom = new HBox(id, gap, due);
            bottom.setAlignment(Pos.CENTER_LEFT);
            again.getStyleClass().addAll("muted", "size-12");
            again.setWrapText(true);
            again.setMinHeight(Region.USE_PREF_SIZE);
            again.managedProperty().bind(again.textProperty().isNotEmpty());
            lines = new VBox(section, bottom, again);
            lines.getStyleClass().addAll("gap-4", "quality-row");
            lines.setAlignment(Pos.CENTER_LEFT);
            getStyleClass().add("case-cell");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(SecondReviews.Waiting one, boolean empty) {
            super.updateItem(one, empty);
            if (empty || one == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            boolean late = model.now().isAfter(one.due());
            section.setText(words.about(one.sections()));
            id.setText(SafeLine.of(one.itemId()));
            due.setText(
                    texts.get(late ? "quality.late" : "quality.due", kit.times().date(one.due())));
            due.setGraphic(Icons.small(late ? Icon.LATE : Icon.DUE));
            due.getStyleClass().removeAll("tone-danger", "muted");
            due.getStyleClass().add(late ? "tone-danger" : "muted");
            again.setText(
                    one.again() ? texts.get(late ? "quality.second.again.late" : "quality.second.again.alone") : "");
            setAccessibleText(String.join(". ", section.getText(), id.getText(), due.getText(), again.getText()));
            setGraphic(lines);
        }
    }
}
