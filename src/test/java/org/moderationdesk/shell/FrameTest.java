package org.moderationdesk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Screen;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class FrameTest {
    private Stage stage;
    private Navigator navigator;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @Test
    void aScreenTakesTheFocusWhenWhatHadItGoes(FxRobot robot) {
        var answer = new Button("Give this answer");
        var search = new Button("Search");
        var screen = new Shown(answer);
        robot.interact(() -> {
            Frame frame = show(List.of(new Destination("cases", Icon.REVIEW, "Cases", () -> screen)));
            frame.furnish(search, new Pane(), new Pane(), new Pane());
            navigator.go("cases");
        });
        assertThat(owner()).isSameAs(answer);

        robot.interact(search::requestFocus);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(owner()).as("whoever goes there stays there").isSameAs(search);
        robot.interact(answer::requestFocus);
        robot.interact(() -> answer.setVisible(false));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(owner()).isSameAs(screen.node());
    }

    private @Nullable Node owner() {
        return stage.getScene().getFocusOwner();
    }

    private Frame show(List<Destination> places) {
        var texts = new Texts(Language.EN);
        navigator = new Navigator(places, List.of());
        var layers = new StackPane();
        var frame = new Frame(texts, navigator, new Dialogs(layers, texts), new Keys(""), new Covers());
        layers.getChildren().add(frame.node());
        stage.setScene(new Scene(layers));
        stage.setWidth(400);
        stage.setHeight(300);
        stage.show();
        return frame;
    }

    @Test
    void aScreenThatIsComeToForTheFirstTimeGivesTheFocusToWhatLiesInASplitPane(FxRobot robot) {
        var list = new Button();
        robot.interact(() -> {
            var _ = show(List.of(
                    new Destination("field", Icon.REVIEW, "Field", () -> new Shown(new TextField())),
                    new Destination("split", Icon.REVIEW, "Split", () -> new Shown(list))));
            navigator.go("field");
            navigator.go("split");
        });

        assertThat(owner()).isSameAs(list);
    }

    private record Shown(Node part, SplitPane node) implements Screen {
        private Shown(Node part) {
            this(part, new SplitPane(part));
        }

        @Override
        public String title() {
            return "";
        }

        @Override
        public void shown() {
            part.requestFocus();
        }
    }
}
