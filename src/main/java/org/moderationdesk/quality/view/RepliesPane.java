package org.moderationdesk.quality.view;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.view.ProposalWords;
import org.moderationdesk.decisions.view.Speech;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Loading;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.quality.Resolved;

/** Resolved differences about this person's judgements: what came of them, what was said, and what they reply. */
final class RepliesPane extends HBox {
    private static final int BARS = 6;
    private static final double LIST = 272;

    private final RepliesModel model;
    private final ItemWords words;
    private final Kit kit;
    private final Texts texts;
    private final ListView<Resolved> list;
    private final StackPane body = new StackPane();
    private final ResolvedPage page;
    private final Keys keys;
    private boolean changing;

    RepliesPane(RepliesModel model, ItemWords words, Kit kit) {
        this.model = model;
        this.words = words;
        this.kit = kit;
        this.texts = kit.texts();
        var says = new ProposalWords(new Speech(texts, words.bookWords()), kit.times());
        page = new ResolvedPage(model, words, says, kit);
        list = new ListView<>(model.rows());
        list.setId("quality-resolved");
        list.setAccessibleText(texts.get("quality.replies"));
        list.getStyleClass().add("case-list");
        list.setCellFactory(_ -> new Cell());
        var left = new VBox(body);
        if (model.leads()) {
            var everybody = new CheckBox(texts.get("quality.replies.everybody"));
            everybody.setId("quality-everybody");
            everybody.selectedProperty().bindBidirectional(model.everybodyProperty());
            var top = new VBox(everybody);
            top.getStyleClass().add("queue-top");
            left.getChildren().addFirst(top);
        }
        VBox.setVgrow(body, Priority.ALWAYS);
        left.setPrefWidth(LIST);
        left.setMinWidth(LIST);
        left.getStyleClass().add("edge-right");
        HBox.setHgrow(page, Priority.ALWAYS);
        getChildren().addAll(left, page);
        setFocusTraversable(true);
        setAccessibleText(texts.get("quality.replies"));
        keys = new Keys(texts.get("quality.replies"))
                .on("J", texts.get("quality.key.next"), () -> model.move(1))
                .on("K", texts.get("quality.key.previous"), () -> model.move(-1));
        page.keysTo(keys);
        keys.listenOn(this);
        list.getSelectionModel().selectedItemProperty().subscribe(one -> {
            if (!changing && one != null) {
                model.select(one);
            }
        });
        model.selectedProperty().subscribe(this::showSelected);
        model.stateProperty().subscribe(this::show);
        model.rows().subscribe(this::show);
    }

    List<Keys> keys() {
        return List.of(keys);
    }

    List<Node> panels() {
        return List.of(body, page);
    }

    void shown() {
        model.refresh();
        if (getScene() != null) {
            (model.rows().isEmpty() ? this : list).requestFocus();
        }
    }

    private void showSelected(Resolved one) {
        changing = true;
        if (one == null) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(one);
        }
        changing = false;
    }

    private void show() {
        Node shown =
                switch (model.stateProperty().get()) {
                    case LOADING -> new Loading(BARS, texts.get("quality.loading"));
                    case LOST -> Lost.of(texts, model::refresh);
                    case THERE -> model.rows().isEmpty() ? empty() : list;
                };
        body.getChildren().setAll(shown);
        // The list itself must have heard of its rows before one of them can be chosen.
        Platform.runLater(() -> showSelected(model.selectedProperty().get()));
    }

    private Node empty() {
        var state = new EmptyState(
                Icon.COMMENT, texts.get("quality.replies.empty"), texts.get("quality.replies.empty.sentence"));
        state.setId("quality-replies-empty");
        return state;
    }

    private final class Cell extends ListCell<Resolved> {
        private final ListedCase lines = new ListedCase();

        Cell() {
            getStyleClass().add("case-cell");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Resolved one, boolean empty) {
            super.updateItem(one, empty);
            if (empty || one == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            lines.show(
                    one.section().isEmpty() ? texts.get("items.section.none") : words.section(one.section()),
                    texts.get("quality.resolved." + one.verdict()),
                    SafeLine.of(one.itemId()),
                    kit.times().date(one.resolvedAt()),
                    null);
            setAccessibleText(lines.spoken());
            setGraphic(lines);
        }
    }
}
