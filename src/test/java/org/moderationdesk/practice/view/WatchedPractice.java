package org.moderationdesk.practice.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.moderationdesk.base.Language;
import org.moderationdesk.fx.AccessibleNames;
import org.moderationdesk.fx.Background;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.ReadableWords;
import org.moderationdesk.fx.SaidLine;
import org.moderationdesk.practice.PractisedDesk;
import org.moderationdesk.staff.Person;
import org.testfx.api.FxRobot;

/** The practice screen of somebody in the window of a test, and what can be read there. */
final class WatchedPractice {
    private final PractisedDesk desk;
    private final FxRobot robot;
    private final Stage stage;
    private final Path folder;
    private final Background background;
    private final SaidLine line = new SaidLine();
    private final Queue<Path> chosen = new ArrayDeque<>();
    private PracticeScreen screen;

    /** @param folder into which files are written */
    WatchedPractice(PractisedDesk desk, FxRobot robot, Stage stage, Path folder, Background background) {
        this.desk = desk;
        this.robot = robot;
        this.stage = stage;
        this.folder = folder;
        this.background = background;
    }

    void show(Person person, Language language, boolean dark, int width, int height) {
        screen = new PracticeWindow(stage, desk, line, new InFolder())
                .show(robot, person, new PracticeWindow.Looks(language, dark, width, height), background);
    }

    PracticeScreen screen() {
        return screen;
    }

    SaidLine line() {
        return line;
    }

    /** The next files that somebody chooses to open. */
    void choose(Path... files) {
        chosen.addAll(List.of(files));
    }

    /** What can be read now. */
    Set<String> said() {
        return ReadableWords.in(stage.getScene().getRoot()).collect(Collectors.toSet());
    }

    void picture(String name) {
        robot.interact(() -> assertThat(Pictures.save(stage.getScene(), name)).isNotEmptyFile());
    }

    void everythingIsNamed() {
        robot.interact(
                () -> assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing())
                        .isEmpty());
    }

    String words(String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    TextInputControl field(String id) {
        return robot.lookup(id).queryTextInputControl();
    }

    /** Does what a form is for, which has to be taken. */
    void act() {
        robot.interact(() -> robot.lookup("#dialog-act").queryButton().fire());
        assertThat(robot.lookup("#form-problem").tryQuery()).as("taken").isEmpty();
    }

    void close() {
        robot.interact(() -> {
            screen.hidden();
            stage.hide();
        });
    }

    private final class InFolder implements FileChoice {
        @Override
        public Optional<Path> open(String title, List<String> endings) {
            return Optional.ofNullable(chosen.poll());
        }

        @Override
        public Optional<Path> save(String title, String proposedName) {
            return Optional.of(folder.resolve(proposedName));
        }
    }
}
