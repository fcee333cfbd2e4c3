package org.moderationdesk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The rail of whoever has every role, in windows too low for it. */
@ExtendWith(ApplicationExtension.class)
final class RailTest {
    private static final int BARS = 70;
    private static final int PLACES = 12;

    private Stage stage;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @ParameterizedTest
    @CsvSource({"900, 100", "700, 100", "700, 150"})
    void theRailNeverPushesTheBarsOutOfTheWindow(int height, int sizePercent, FxRobot robot) {
        BorderPane frame = show(robot, height, sizePercent);

        assertThat(within(frame.getTop()).getMinY()).isZero();
        assertThat(within(frame.getBottom()).getMaxY()).isEqualTo(height);
        assertThat(frame.getLeft().getBoundsInParent().getHeight()).isEqualTo(height - 2.0 * BARS / 2);
    }

    @Test
    void everyPlaceIsSeenWholeInTheLowestWindow(FxRobot robot) {
        show(robot, 700, 100);

        assertThat(places(robot)).hasSize(PLACES + 1).allSatisfy(place -> {
            Bounds at = within(place);
            assertThat(at.getHeight()).isBetween(40.0, 52.0);
            assertThat(at.getMinY()).isGreaterThanOrEqualTo(BARS / 2.0);
            assertThat(at.getMaxY()).isLessThanOrEqualTo(700 - BARS / 2.0);
        });
    }

    @Test
    void whatDoesNotFitIsScrolledTo(FxRobot robot) {
        show(robot, 700, 150);
        Node last = robot.lookup("#rail-keys").query();
        assertThat(within(last).getMaxY()).isGreaterThan(700 - BARS / 2.0);

        robot.interact(() -> {
            ((ScrollPane) stage.getScene().lookup("#rail")).setVvalue(1);
            stage.getScene().getRoot().layout();
        });

        assertThat(within(last).getMaxY()).isLessThanOrEqualTo(700 - BARS / 2.0);
    }

    private BorderPane show(FxRobot robot, int height, int sizePercent) {
        var frame = new BorderPane(new Region());
        robot.interact(() -> {
            List<Destination> places = IntStream.range(0, PLACES)
                    .mapToObj(i -> new Destination("place-" + i, Icon.REVIEW, "Place " + i, () -> {
                        throw new AssertionError("nobody goes there");
                    }))
                    .toList();
            frame.setTop(bar());
            frame.setBottom(bar());
            frame.setLeft(new Rail(new Texts(Language.EN), new Navigator(places, List.of()), () -> {}).node());
            var scene = new Scene(frame);
            var theme = new Theme(List.of("shell"));
            theme.set(new Look(false, sizePercent));
            theme.dress(scene);
            stage.setScene(scene);
            stage.setWidth(1100);
            stage.setHeight(height);
            stage.show();
            frame.applyCss();
            frame.layout();
        });
        return frame;
    }

    private static Region bar() {
        var bar = new Region();
        bar.setMinHeight(BARS / 2.0);
        return bar;
    }

    private static List<Node> places(FxRobot robot) {
        return Stream.concat(IntStream.range(0, PLACES).mapToObj(i -> "#rail-place-" + i), Stream.of("#rail-keys"))
                .<Node>map(id -> robot.lookup(id).query())
                .toList();
    }

    private static Bounds within(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
