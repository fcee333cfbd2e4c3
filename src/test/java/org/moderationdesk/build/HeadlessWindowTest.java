package org.moderationdesk.build;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class HeadlessWindowTest {
    private @Nullable Button button;
    private int clicks;

    @Start
    void show(Stage stage) {
        button = new Button("Count");
        button.setId("count");
        button.setOnAction(_ -> clicks++);
        stage.setScene(new Scene(button));
        stage.setWidth(1440);
        stage.setHeight(900);
        stage.show();
    }

    @Test
    void aClickReachesAButtonWithoutAnyDisplay(FxRobot robot) {
        robot.clickOn("#count");

        assertThat(clicks).isEqualTo(1);
        var scene = robot.lookup("#count").queryButton().getScene();
        assertThat(scene.getWidth()).isEqualTo(1440);
        assertThat(Button.class.getModule().getName()).isEqualTo("javafx.controls");
    }
}
