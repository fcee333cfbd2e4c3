package org.moderationdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.items.Lines;
import org.moderationdesk.settings.Appearance;
import org.moderationdesk.settings.Settings;
import org.moderationdesk.settings.WindowState;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class WindowTest {
    /** A sample desk that is filled once, and copied: filling one takes seconds. */
    private static @TempDir @Nullable Path filled;

    private final CountDownLatch ended = new CountDownLatch(1);
    private @TempDir @Nullable Path home;
    private @Nullable Stage stage;
    private @Nullable Window window;
    private @Nullable Path toImport;

    @BeforeAll
    static void fill() {
        SmallDesk.sample(filled, InstantSource.system());
    }

    @Start
    void start(Stage given) {
        stage = given;
    }

    @AfterEach
    void close(FxRobot robot) throws InterruptedException {
        if (window != null && ended.getCount() > 0) {
            robot.interact(window::close);
            assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void theSampleDeskIsMarkedInTitleAndTopBarAndLiesInAStoreOfItsOwn(FxRobot robot) {
        open(robot, true);

        assertThat(stage.getTitle()).startsWith("Sample desk");
        assertThat(robot.lookup("#sample-tag").tryQuery()).isPresent();
        assertThat(new DeskFolder(home.resolve("sample")).store()).exists();
        assertThat(new DeskFolder(home).store()).doesNotExist();
    }

    @Test
    void lightAndDarkSwitchByKeyAndAreKept(FxRobot robot) {
        openFilled(robot);
        picture(robot, "window-light-en");

        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.D);

        var bar = (Region) robot.lookup(".top-bar").query();
        assertThat(bar.getBackground().getFills().getFirst().getFill()).isEqualTo(Color.web("#161b22"));
        picture(robot, "window-dark-en");
        assertThat(new Preferences(settings()).appearance().dark()).isTrue();
    }

    @Test
    void anotherLanguageFurnishesTheWindowAnewAtTheSamePlace(FxRobot robot) {
        openFilled(robot);
        robot.interact(
                () -> robot.lookup("#rail-settings").queryAs(ToggleButton.class).fire());
        robot.interact(() -> robot.lookup("#settings-language-nl")
                .queryAs(ToggleButton.class)
                .fire());

        assertThat(robot.lookup("#rail-settings").queryAs(ToggleButton.class).getText())
                .isEqualTo("Instellingen");
        assertThat(robot.lookup("#settings-work-save").queryButton().getText()).isEqualTo("Werkinstellingen bewaren");
        picture(robot, "window-settings-nl");
        assertThat(new Preferences(settings()).appearance().language()).isEqualTo(Language.NL);
    }

    @Test
    void thePaletteGoesToAClauseByKeysAlone(FxRobot robot) {
        openFilled(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        robot.write("5.3.3");
        await().untilAsserted(() -> assertThat(
                        robot.lookup("#palette-list").queryAs(ListView.class).getItems())
                .isNotEmpty());
        picture(robot, "window-palette");

        robot.push(KeyCode.ENTER);

        assertThat(robot.lookup("#clause-5-3-3").tryQuery()).isPresent();
        assertThat(robot.lookup("#palette-list").tryQuery()).isEmpty();
    }

    @Test
    void theKeySheetListsTheKeysOfTheScreenInFront(FxRobot robot) {
        openFilled(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT3);
        robot.push(KeyCode.F1);

        assertThat(robot.lookup("#key-sheet").tryQuery()).isPresent();
        assertThat(says(robot, "Cover content now, leave the field")).isTrue();
        picture(robot, "window-keys");

        robot.push(KeyCode.ESCAPE);

        assertThat(robot.lookup("#key-sheet").tryQuery()).isEmpty();
    }

    @Test
    void theWindowComesBackAsLargeAsItWasAndAtTheSamePlace(FxRobot robot) throws InterruptedException {
        settings().write("window", new WindowState(null, null, 1100, 700, false, "settings", Map.of()));
        openFilled(robot);
        assertThat(stage.getWidth()).isEqualTo(1100);
        assertThat(robot.lookup("#settings").tryQuery()).isPresent();
        picture(robot, "window-1100");
        robot.interact(() -> stage.setWidth(1210));

        robot.interact(window::close);
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();

        WindowState kept = new Preferences(settings()).window();
        assertThat(kept.width()).isEqualTo(1210);
        assertThat(kept.place()).isEqualTo("settings");
    }

    @Test
    void theInterfaceGrowsToTheSizeThatWasChosen(FxRobot robot) {
        settings().write("appearance", new Appearance(Language.EN, false, 125));
        openFilled(robot);

        assertThat(((Region) robot.lookup("#status-bar").query()).getHeight()).isBetween(34.0, 36.0);
        picture(robot, "window-125");
    }

    @Test
    void anImportedFileIsCountedAndItsCaseOpensFromThePalette(FxRobot robot) throws IOException {
        toImport = home.resolve("flagged.jsonl");
        Files.writeString(toImport, Lines.CONTRACT + "\n{\"no\":\"item\"}\n");
        openFilled(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.O);
        await().untilAsserted(() ->
                assertThat(robot.lookup("#import-result").tryQuery()).isPresent());
        picture(robot, "window-imported");
        assertThat(robot.lookup("#import-rejected-file").queryTextInputControl().getText())
                .endsWith(".jsonl");
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
        picture(robot, "window-review-list");

        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        robot.write("V-20418");
        robot.push(KeyCode.ENTER);

        await().untilAsserted(() -> assertThat(says(robot, "V-20418")).isTrue());
        picture(robot, "window-review-light");
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.D);
        picture(robot, "window-review-dark");
        robot.interact(() -> window.change(new Appearance(Language.NL, true, 100)));
        await().untilAsserted(() -> assertThat(
                        robot.lookup("#rail-review").queryAs(ToggleButton.class).getText())
                .isEqualTo("Beoordelen"));
        assertThat(says(robot, "V-20418")).isTrue();
        picture(robot, "window-review-nl");

        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);
        await().untilAsserted(() ->
                assertThat(robot.lookup("#emergency-number").tryQuery()).isPresent());
        picture(robot, "window-emergency-nl");
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#dialog").tryQuery()).isEmpty();
    }

    private void openFilled(FxRobot robot) {
        SmallDesk.copy(filled, home.resolve("sample"));
        open(robot, true);
    }

    private void open(FxRobot robot, boolean sample) {
        var around = new Surroundings(new InlineBackground(), new Chosen(), InstantSource.system(), ended::countDown);
        robot.interact(() -> {
            window = new Window(stage, new DeskFolder(home), new Preferences(settings()), around);
            window.show(sample);
        });
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> Pictures.save(stage.getScene(), name));
    }

    private Settings settings() {
        return new Settings(new DeskFolder(home).settings());
    }

    private static boolean says(FxRobot robot, String words) {
        return robot.lookup((Label label) -> words.equals(label.getText()))
                .tryQuery()
                .isPresent();
    }

    private final class Chosen implements FileChoice {
        @Override
        public Optional<Path> open(String title, List<String> endings) {
            return Optional.ofNullable(toImport);
        }

        @Override
        public Optional<Path> save(String title, String proposedName) {
            return Optional.empty();
        }
    }
}
