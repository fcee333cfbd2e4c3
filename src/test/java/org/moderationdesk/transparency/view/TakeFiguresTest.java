package org.moderationdesk.transparency.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.decisions.HiddenTests;
import org.moderationdesk.fx.AccessibleNames;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.moderationdesk.transparency.FigureReader;
import org.moderationdesk.transparency.FiguresFile;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Figures of referrals are taken away in the window. */
@ExtendWith(ApplicationExtension.class)
final class TakeFiguresTest {
    private static final Person LEAD = new Person("lena", Set.of(Role.TEAM_LEAD), false);

    private final TestClock clock = new TestClock();
    private final ReviewDesk desk = new ReviewDesk(TestStore.create(), clock);
    private final Texts texts = new Texts(Language.EN);
    private Stage stage;
    private String proposed = "";

    @TempDir
    private Path folder;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stage::hide);
        assertThat(desk.verify().intact()).isTrue();
        desk.close();
    }

    @Test
    void daysAreAskedForWrongOnesAreMarkedAndTheFileIsThere(FxRobot robot) throws IOException {
        ask(robot, Language.EN, false);
        assertThat(robot.lookup("#figures-first").queryTextInputControl().getText())
                .isEqualTo("2026-01-01");
        robot.interact(
                () -> robot.lookup("#figures-last").queryTextInputControl().setText("november"));
        robot.push(KeyCode.ENTER);
        assertThat(robot.lookup("#figures-last").query().getStyleClass()).contains("wrong");
        assertThat(robot.lookup("#figures-first").query().getStyleClass()).doesNotContain("wrong");
        robot.interact(
                () -> robot.lookup("#figures-last").queryTextInputControl().setText("2025-12-31"));
        robot.push(KeyCode.ENTER);
        assertThat(robot.lookup("#figures-last").query().getStyleClass()).contains("wrong");

        robot.interact(
                () -> robot.lookup("#figures-last").queryTextInputControl().setText("2026-11-02"));
        robot.push(KeyCode.ENTER);

        assertThat(proposed).isEqualTo("referrals-2026-01-01-2026-11-02.csv");
        assertThat(Files.readString(folder.resolve("out.csv"))).startsWith("\"from\",\"through\",\"what\"");
        assertThat(robot.lookup("#figures-said").queryAs(Labeled.class).getText())
                .startsWith("0 figures are in out.csv.")
                .contains("Child safety");
    }

    @Test
    void whoMayNotExportIsNotOfferedThem() {
        var reviewer = new Person("rik", Set.of(Role.REVIEWER), true);
        assertThat(figures(LEAD, new StackPane(), texts).isAllowed()).isTrue();
        assertThat(figures(reviewer, new StackPane(), texts).isAllowed()).isFalse();
    }

    @Test
    void pictureOfTheForm(FxRobot robot) {
        ask(robot, Language.NL, true);
        robot.interact(() -> {
            assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing()).isEmpty();
            var unused = Pictures.save(stage.getScene(), "figures-form-nl");
        });
    }

    private TakeFigures figures(Person person, StackPane layer, Texts spoken) {
        var kit = Kit.of(spoken, ZoneOffset.UTC, new InlineBackground(), new Covers(), clock);
        var files = new FileChoice() {
            @Override
            public Optional<Path> open(String title, List<String> endings) {
                return Optional.empty();
            }

            @Override
            public Optional<Path> save(String title, String name) {
                proposed = name;
                return Optional.of(folder.resolve("out.csv"));
            }
        };
        var file = new FiguresFile(new FigureReader(desk.store(), HiddenTests.NONE), desk.log());
        return new TakeFigures(file, person, kit, new Dialogs(layer, spoken), files);
    }

    private void ask(FxRobot robot, Language language, boolean dark) {
        robot.interact(() -> {
            var layer = new StackPane(new StackPane());
            var scene = new Scene(layer, 700, 420);
            var theme = new Theme(List.of("settings"));
            theme.set(new Look(dark, 100));
            theme.dress(scene);
            stage.setScene(scene);
            stage.setWidth(700);
            stage.setHeight(420);
            stage.show();
            figures(LEAD, layer, new Texts(language)).ask();
        });
    }
}
