package org.moderationdesk.settings.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.settings.DecisionSettings.StrikeStep;

/** What each further active strike recommends. */
final class StrikeTable {
    private static final List<String> MEASURES = List.of("WARNING", "STRIKE", "SUSPEND", "BAN");
    private static final String WITH_DAYS = "SUSPEND";
    private static final int MOST = 12;

    private final Texts texts;
    private final VBox node = new VBox();
    private final List<Row> rows = new ArrayList<>();

    StrikeTable(Texts texts, List<StrikeStep> steps) {
        this.texts = texts;
        node.getStyleClass().add("gap-4");
        node.setId("settings-strikes");
        steps.forEach(step -> rows.add(new Row(step)));
        show();
    }

    Node node() {
        return node;
    }

    /** The table as it stands; empty when a number of days is missing. */
    Optional<List<StrikeStep>> steps() {
        var steps = new ArrayList<StrikeStep>();
        for (Row row : rows) {
            Optional<StrikeStep> step = row.step();
            if (step.isEmpty()) {
                return Optional.empty();
            }
            steps.add(step.get());
        }
        return Optional.of(List.copyOf(steps));
    }

    private void show() {
        node.getChildren().clear();
        for (int i = 0; i < rows.size(); i++) {
            node.getChildren().add(rows.get(i).node(i));
        }
        if (rows.size() < MOST) {
            var add = new Button(texts.get("settings.strike-add"), Icons.small(Icon.ADD));
            add.setId("settings-strike-add");
            add.getStyleClass().add("quiet");
            add.setOnAction(_ -> {
                rows.add(new Row(new StrikeStep("BAN", 0)));
                show();
            });
            node.getChildren().add(add);
        }
    }

    private final class Row {
        private final ComboBox<String> measure = new ComboBox<>();
        private final TextField days;

        Row(StrikeStep step) {
            measure.getItems().setAll(MEASURES);
            measure.setButtonCell(new Named());
            measure.setCellFactory(_ -> new Named());
            measure.setValue(step.measure());
            measure.setAccessibleText(texts.get("settings.strike-measure"));
            days = Rows.number("", step.days(), texts.get("settings.days"));
            days.visibleProperty().bind(measure.valueProperty().isEqualTo(WITH_DAYS));
        }

        Node node(int place) {
            var number = new Label(texts.get("settings.strike-number", place + 1));
            number.getStyleClass().add("settings-strike");
            var unit = new Label(texts.get("settings.days"));
            unit.visibleProperty().bind(days.visibleProperty());
            var remove = new Button();
            remove.setGraphic(Icons.small(Icon.REMOVE));
            remove.setAccessibleText(texts.get("settings.strike-remove", place + 1));
            remove.getStyleClass().addAll("quiet", "icon-only");
            remove.setDisable(rows.size() == 1);
            remove.setOnAction(_ -> {
                rows.remove(this);
                show();
            });
            var row = new HBox(number, measure, days, unit, remove);
            row.getStyleClass().add("settings-row");
            return row;
        }

        Optional<StrikeStep> step() {
            if (!measure.getValue().equals(WITH_DAYS)) {
                return Optional.of(new StrikeStep(measure.getValue(), 0));
            }
            return days.getText().matches("[1-9]\\d{0,3}")
                    ? Optional.of(new StrikeStep(WITH_DAYS, Integer.parseInt(days.getText())))
                    : Optional.empty();
        }
    }

    private final class Named extends ListCell<String> {
        @Override
        protected void updateItem(@Nullable String measure, boolean empty) {
            super.updateItem(measure, empty);
            setText(measure == null || empty ? null : texts.get("settings.measure." + measure));
        }
    }
}
