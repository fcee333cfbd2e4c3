package org.moderationdesk.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class FittingRowTest {
    private Label kept;
    private Label second;
    private Label first;
    private FittingRow row;

    @Start
    void show(Stage stage) {
        // Not before the toolkit has started, which may be for this test.
        kept = new Label("what matters most");
        second = new Label("what matters less");
        first = new Label("what matters least");
        row = new FittingRow(kept, second, first);
        row.setManaged(false);
        row.dispensable(List.of(FittingRow.part(first), FittingRow.part(second)));
        stage.setScene(new Scene(new Pane(row), 800, 100));
        stage.setWidth(800);
        stage.setHeight(100);
        stage.show();
    }

    @Test
    void partsGoInTheirOrderAndComeBackWithTheRoom(FxRobot robot) {
        double whole = Stream.of(kept, second, first)
                .mapToDouble(part -> part.prefWidth(-1))
                .sum();

        assertThat(shownAt(robot, whole + 4)).containsExactly(kept, second, first);
        assertThat(shownAt(robot, whole - 1)).containsExactly(kept, second);
        assertThat(shownAt(robot, kept.prefWidth(-1) + 4)).containsExactly(kept);
        assertThat(shownAt(robot, whole + 4)).containsExactly(kept, second, first);
    }

    @Test
    void aLongerWordNeedsRoomOfItsOwn(FxRobot robot) {
        assertThat(shownAt(robot, 400)).contains(first);

        robot.interact(() -> {
            kept.setText("what matters most ".repeat(9));
            row.fit();
        });

        assertThat(shown()).containsExactly(kept);
    }

    private List<Label> shownAt(FxRobot robot, double width) {
        robot.interact(() -> row.resize(width, 20));
        return shown();
    }

    private List<Label> shown() {
        return Stream.of(kept, second, first).filter(Label::isManaged).toList();
    }
}
