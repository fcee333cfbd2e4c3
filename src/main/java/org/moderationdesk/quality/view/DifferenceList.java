package org.moderationdesk.quality.view;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.view.ProposalWords;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Loading;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.quality.Difference;

/** What differs and is not resolved, the first due first; then what is with the team. */
final class DifferenceList extends VBox {
    private static final int BARS = 6;

    private final DifferencesModel model;
    private final ItemWords words;
    private final ProposalWords says;
    private final Kit kit;
    private final Texts texts;
    private final ListView<Difference> list;
    private final StackPane body = new StackPane();
    private boolean changing;

    DifferenceList(DifferencesModel model, ItemWords words, ProposalWords says, Kit kit) {
        this.model = model;
        this.words = words;
        this.says = says;
        this.kit = kit;
        this.texts = kit.texts();
        list = new ListView<>(model.rows());
        list.setId("quality-differences");
        list.setAccessibleText(texts.get("quality.differences"));
        list.getStyleClass().add("case-list");
        list.setCellFactory(_ -> new Cell());
        getChildren().add(body);
        getStyleClass().add("edge-right");
        setFocusTraversable(true);
        setAccessibleText(texts.get("quality.differences"));
        VBox.setVgrow(body, Priority.ALWAYS);
        list.getSelectionModel().selectedItemProperty().subscribe(one -> {
            if (!changing && one != null) {
                model.select(one);
            }
        });
        model.selectedProperty().subscribe(this::showSelected);
        model.stateProperty().subscribe(this::show);
        model.rows().subscribe(this::show);
    }

    void focusList() {
        if (getScene() != null) {
            (model.rows().isEmpty() ? this : list).requestFocus();
        }
    }

    private void showSelected(Difference one) {
        changing = true;
        if (one == null) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(one);
            list.scrollTo(one);
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
                Icon.WELL, texts.get("quality.differences.empty"), texts.get("quality.differences.empty.sentence"));
        state.setId("quality-differences-empty");
        return state;
    }

    private final class Cell extends ListCell<Difference> {
        private final ListedCase lines = new ListedCase();

        Cell() {
            getStyleClass().add("case-cell");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Difference one, boolean empty) {
            super.updateItem(one, empty);
            if (empty || one == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            String first = says.outcome(one.first());
            String second = says.outcome(one.second());
            lines.show(
                    one.section().isEmpty() ? texts.get("items.section.none") : words.section(one.section()),
                    first.equals(second)
                            ? texts.get("quality.differences.same", first)
                            : texts.get("quality.differences.outcomes", first, second),
                    SafeLine.of(one.itemId()),
                    one.inCalibration()
                            ? texts.get("quality.in-calibration")
                            : kit.times().date(one.decidedAt()),
                    one.inCalibration() ? Icons.small(Icon.PEOPLE) : null);
            setAccessibleText(lines.spoken());
            setGraphic(lines);
        }
    }
}
