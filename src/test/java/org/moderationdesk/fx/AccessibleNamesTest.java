package org.moderationdesk.fx;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class AccessibleNamesTest {
    @Start
    void show(Stage stage) {
        stage.setWidth(600);
        stage.setHeight(400);
        stage.show();
    }

    @Test
    void aNameIsATextAnAccessibleTextOrALabel(FxRobot robot) {
        robot.interact(() -> {
            var field = new TextField();
            var label = new Label("Search");
            label.setLabelFor(field);
            var list = new ListView<String>();
            list.setAccessibleText("Cases");

            var found = AccessibleNames.in(new VBox(new Button("Skip"), label, field, list));

            assertThat(found.seen()).isEqualTo(3);
            assertThat(found.missing()).isEmpty();
        });
    }

    @Test
    void plantedControlsWithoutANameAreFound(FxRobot robot) {
        robot.interact(() -> {
            var prompted = new TextField("what was typed");
            prompted.setPromptText("Search");
            prompted.setId("prompted");
            var icon = new Button();
            icon.setId("icon");
            var hidden = new Button();
            hidden.setVisible(false);
            Node within = new VBox(icon);
            within.setId("panel");

            var found = AccessibleNames.in(new VBox(prompted, within, hidden, new ListView<String>()));

            assertThat(found.missing())
                    .hasSize(3)
                    .anySatisfy(place -> assertThat(place).startsWith("TextField#prompted"))
                    .anySatisfy(
                            place -> assertThat(place).startsWith("Button#icon").endsWith("in #panel"))
                    .anySatisfy(place -> assertThat(place).startsWith("ListView"));
        });
    }
}
