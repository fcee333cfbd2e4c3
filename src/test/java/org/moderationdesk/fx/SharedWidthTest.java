package org.moderationdesk.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Columns stay as wide beside each other as they were meant to be. */
@ExtendWith(ApplicationExtension.class)
final class SharedWidthTest {
    private static final double WIDE = 1_000;
    private static final double NARROW = 700;

    private @Nullable TableView<String> table;

    @Start
    void show(Stage stage) {
        table = new TableView<>();
        SharedWidth.among(table);
        for (double wide : new double[] {300, 100, 50}) {
            var column = new TableColumn<String, String>("c");
            column.setCellValueFactory(row -> new SimpleStringProperty(row.getValue()));
            column.setPrefWidth(wide);
            table.getColumns().add(column);
        }
        table.getItems().add("x");
        // Sized by the test alone.
        table.setManaged(false);
        stage.setScene(new Scene(new Pane(table)));
        stage.setWidth(WIDE);
        stage.setHeight(300);
        stage.show();
    }

    @Test
    void aWindowThatGoesSmallerAndLargerLeavesThemAsTheyWere(FxRobot robot) {
        List<Double> first = widths(robot, WIDE);
        List<Double> small = widths(robot, NARROW);

        for (int again = 0; again < 3; again++) {
            assertThat(widths(robot, WIDE)).isEqualTo(first);
            assertThat(widths(robot, NARROW)).isEqualTo(small);
        }

        assertThat(first.getFirst()).isGreaterThan(2.9 * first.get(1));
        assertThat(small.stream().mapToDouble(Double::doubleValue).sum()).isBetween(NARROW - 30, NARROW);
    }

    @Test
    void oneThatWasPulledStaysSo(FxRobot robot) {
        List<Double> first = widths(robot, WIDE);
        robot.interact(() -> table.resizeColumn(table.getColumns().get(1), 100));
        List<Double> pulled = widths(robot, WIDE);
        assertThat(pulled.get(1)).isEqualTo(first.get(1) + 100);

        List<Double> small = widths(robot, NARROW);

        assertThat(small.get(1) / small.getFirst())
                .isBetween(0.95 * pulled.get(1) / pulled.getFirst(), 1.05 * pulled.get(1) / pulled.getFirst());
        assertThat(widths(robot, WIDE).get(1)).isBetween(pulled.get(1) - 2, pulled.get(1) + 2);
    }

    private List<Double> widths(FxRobot robot, double wide) {
        robot.interact(() -> {
            table.resize(wide, 300);
            table.applyCss();
            table.layout();
            table.layout();
        });
        return table.getColumns().stream().map(TableColumn::getWidth).toList();
    }
}
