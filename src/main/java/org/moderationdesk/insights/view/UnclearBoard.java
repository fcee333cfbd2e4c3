package org.moderationdesk.insights.view;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Loading;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.insights.CellWords;
import org.moderationdesk.insights.DisputedCase;
import org.moderationdesk.insights.Insights;
import org.moderationdesk.insights.MeasureSheets;
import org.moderationdesk.insights.Sheet;
import org.moderationdesk.items.view.SafeLine;

/** The ranking of unclear clauses, and beside it the disputed cases of the one that is chosen. JavaFX thread only. */
final class UnclearBoard extends HBox {
    private static final int LINES = 5;
    private static final double ROW = 30;
    private static final KeyCombination ENTER = new KeyCodeCombination(KeyCode.ENTER);

    private final UnclearModel model;
    private final Kit kit;
    private final Texts texts;
    private final MeasureSheets sheets;
    private final UnclearRanking ranking;
    private final ListView<DisputedCase> cases = new ListView<>();
    private final StackPane stage = new StackPane();
    private final Label title = Parts.label("", "strong", "size-12");
    private final Button open;
    private final Button calibrate;
    private final Button export;
    private final HBox acts = new HBox();
    private final VBox beside = new VBox();
    private Consumer<Sheet> onExport = _ -> {};

    UnclearBoard(UnclearModel model, Kit kit, MeasureSheets sheets) {
        this.model = model;
        this.kit = kit;
        this.texts = kit.texts();
        this.sheets = sheets;
        ranking = new UnclearRanking(texts, new CellWords(texts));
        open = KeyButton.of("unclear-open", texts.get("insights.unclear.decision"), "Enter", this::openSelected);
        calibrate = KeyButton.of("unclear-calibrate", texts.get("insights.unclear.calibrate"), "C", model::calibrate);
        export = KeyButton.of("unclear-export", texts.get("insights.unclear.csv"), "Shift+E", this::export);
        lay();
        ranking.getSelectionModel().selectedItemProperty().subscribe(one -> {
            if (one != null) {
                model.choose(one.clause());
            }
        });
        cases.getSelectionModel().selectedItemProperty().subscribe(_ -> able());
        model.stateProperty().subscribe(_ -> stage());
        model.casesProperty().subscribe(this::show);
    }

    private void lay() {
        HBox.setHgrow(ranking, Priority.ALWAYS);
        ranking.setPrefWidth(0);
        cases.setId("unclear-cases");
        cases.getStyleClass().add("plain-list");
        cases.setCellFactory(_ -> new Cell());
        cases.setFixedCellSize(ROW);
        cases.accessibleTextProperty().bind(title.textProperty());
        onEnter(ranking, this::focusCases);
        onEnter(cases, this::openSelected);
        acts.getChildren().setAll(open, calibrate, export);
        acts.getStyleClass().add("gap-8");
        show(calibrate, model.mayCalibrate());
        show(export, model.mayExport());
        VBox.setVgrow(stage, Priority.ALWAYS);
        stage.setMinHeight(0);
        beside.getChildren().addAll(title, acts, stage);
        beside.setMinWidth(0);
        beside.setPrefWidth(0);
        beside.getStyleClass().add("gap-4");
        HBox.setHgrow(beside, Priority.ALWAYS);
        getStyleClass().add("gap-12");
        getChildren().addAll(ranking, beside);
        setMinSize(0, 0);
    }

    /** A list takes Enter for itself, to edit what cannot be edited here. */
    private static void onEnter(ListView<?> list, Runnable act) {
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (ENTER.match(event)) {
                event.consume();
                act.run();
            }
        });
    }

    /** What its CSV is written by. */
    void onExport(Consumer<Sheet> writes) {
        onExport = writes;
    }

    void keysTo(Keys keys) {
        keys.on("U", texts.get("insights.unclear.key"), this::focusRanking)
                .on("Enter", texts.get("insights.unclear.key.cases"), this::focusCases, ranking::isFocused)
                .on("Enter", texts.get("insights.unclear.decision"), this::openSelected, cases::isFocused)
                .on("C", texts.get("insights.unclear.calibrate"), model::calibrate, model::canCalibrate)
                .on("Shift+E", texts.get("insights.unclear.csv"), this::export, this::canExport)
                .alongside("Esc", texts.get("insights.unclear.key.back"), this::back);
    }

    boolean mayRead() {
        return model.mayRead();
    }

    /** Figures have been made anew. */
    void show(Insights insights) {
        ranking.show(insights.quality().unclear(), model.clauseProperty().get());
        model.read();
    }

    /** The cases that are shown, as a sheet; null where none are. */
    @Nullable
    Sheet sheet() {
        ClauseCode clause = model.clauseProperty().get();
        List<DisputedCase> shown = model.casesProperty().get();
        return clause == null || shown.isEmpty() ? null : sheets.disputed(clause, shown);
    }

    private void focusRanking() {
        ranking.requestFocus();
        if (ranking.getSelectionModel().isEmpty()) {
            ranking.getSelectionModel().selectFirst();
        }
    }

    private void focusCases() {
        if (!cases.getItems().isEmpty()) {
            cases.requestFocus();
            if (cases.getSelectionModel().isEmpty()) {
                cases.getSelectionModel().selectFirst();
            }
        }
    }

    private void back() {
        if (cases.isFocused()) {
            ranking.requestFocus();
        }
    }

    private void openSelected() {
        DisputedCase one = cases.getSelectionModel().getSelectedItem();
        if (one != null) {
            model.open(one);
        }
    }

    private boolean canExport() {
        return model.mayExport() && !model.casesProperty().get().isEmpty();
    }

    private void export() {
        Sheet sheet = sheet();
        if (sheet != null) {
            onExport.accept(sheet);
        }
    }

    private void show(List<DisputedCase> found) {
        if (!cases.getItems().equals(found)) {
            DisputedCase before = cases.getSelectionModel().getSelectedItem();
            cases.getItems().setAll(found);
            cases.getSelectionModel().select(before != null && found.contains(before) ? found.indexOf(before) : 0);
        }
        stage();
    }

    private void able() {
        open.setDisable(cases.getSelectionModel().isEmpty());
        calibrate.setDisable(!model.canCalibrate());
        export.setDisable(!canExport());
    }

    private void stage() {
        ClauseCode clause = model.clauseProperty().get();
        title.setText(clause == null ? "" : texts.get("insights.unclear.disputed", clause.value()));
        title.setManaged(clause != null);
        Node front =
                switch (model.stateProperty().get()) {
                    case NONE ->
                        said(
                                model.mayRead() ? "insights.unclear.choose" : "insights.unclear.withheld",
                                "unclear-choose");
                    case LOADING -> new Loading(LINES, texts.get("insights.unclear.loading"));
                    case THERE -> cases;
                    case EMPTY -> said("insights.unclear.none", "unclear-none");
                    case LOST -> lost();
                };
        if (!stage.getChildren().equals(List.of(front))) {
            stage.getChildren().setAll(front);
        }
        show(acts, clause != null);
        able();
    }

    private Node said(String key, String id) {
        Label label = Parts.label(texts.get(key), "muted", "size-12");
        label.setId(id);
        label.setWrapText(true);
        return label;
    }

    private Node lost() {
        var again = new Button(texts.get("insights.again"));
        again.setId("unclear-again");
        again.setOnAction(_ -> model.read());
        return new EmptyState(
                Icon.TROUBLE, texts.get("insights.unclear.lost"), texts.get("insights.failed.sentence"), again);
    }

    private static void show(Node part, boolean there) {
        part.setVisible(there);
        part.setManaged(there);
    }

    private final class Cell extends ListCell<DisputedCase> {
        Cell() {
            setPrefWidth(0);
            setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !isEmpty()) {
                    openSelected();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable DisputedCase one, boolean empty) {
            super.updateItem(one, empty);
            if (empty || one == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            String date = kit.times().date(one.at());
            String sides = texts.get("insights.unclear.sides", side(one.first()), side(one.second()));
            var item = Parts.label(SafeLine.of(one.itemId()), "size-12", "medium");
            item.setMinWidth(0);
            item.setPrefWidth(112);
            var when = Parts.label(date, "size-11", "muted");
            when.setMinWidth(Region.USE_PREF_SIZE);
            var what = Parts.label(sides, "size-12");
            what.setMinWidth(0);
            HBox.setHgrow(what, Priority.ALWAYS);
            what.setMaxWidth(Double.MAX_VALUE);
            var row = new HBox(item, what, when);
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("gap-8");
            setGraphic(row);
            setAccessibleText(one.itemId() + ", " + sides + ", " + date);
        }

        private String side(DisputedCase.Side side) {
            return texts.get(
                    "insights.unclear.side",
                    sheets.answer(side.answer()),
                    texts.get("decisions.outcome." + side.outcome()));
        }
    }
}
