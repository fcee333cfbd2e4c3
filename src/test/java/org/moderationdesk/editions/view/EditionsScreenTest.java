package org.moderationdesk.editions.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.quality.QualityDesk.ADMIN;
import static org.moderationdesk.quality.QualityDesk.ANNA;
import static org.moderationdesk.quality.QualityDesk.BRAM;
import static org.moderationdesk.quality.QualityDesk.RUTH;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.editions.EditionsDesk;
import org.moderationdesk.editions.ExampleEdition;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.staff.Person;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Editions in the window of whoever looks at them. */
@ExtendWith(ApplicationExtension.class)
final class EditionsScreenTest {
    private final TestClock clock = new TestClock();
    private final List<ClauseCode> opened = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();
    private EditionsDesk desk;
    private Path chosen = ExampleEdition.folder().resolve("book.json");
    private Stage stage;

    @TempDir
    private Path folder;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open() {
        desk = new EditionsDesk(clock);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stage::hide);
        assertThat(desk.verified()).isTrue();
        desk.close();
    }

    @Test
    void anAdministratorBringsAnEditionInAndSeesWhatIsDifferent(FxRobot robot) {
        show(robot, ADMIN, Language.EN, false, 1_368, 832);
        assertThat(robot.lookup("#editions-first").tryQuery()).isPresent();
        assertThat(robot.lookup("#editions-touched").tryQuery()).isEmpty();

        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        picture(robot, "editions-bring-in");
        robot.interact(
                () -> robot.lookup("#editions-from").queryTextInputControl().setText("01-01-2027"));
        fire(robot, "#dialog-act");
        assertThat(robot.lookup("#dialog").tryQuery()).as("no date").isPresent();
        robot.interact(
                () -> robot.lookup("#editions-from").queryTextInputControl().setText("2027-01-01"));
        fire(robot, "#dialog-act");

        assertThat(words(robot, "#editions-head")).isEqualTo("2020-12 \u2192 2026-12");
        assertThat(words(robot, "#editions-count")).isEqualTo("12 differences");
        assertThat(robot.lookup(".edition-change").queryAll()).hasSize(12);
        assertThat(pieces(robot, "#change-5-3-3", ".edition-PUT_IN"))
                .containsExactly(", on foot or on wheels,", "serious");
        assertThat(pieces(robot, "#change-6-1-4", ".edition-TAKEN_OUT"))
                .singleElement()
                .asString()
                .contains("duet");
        assertThat(changed).hasSize(1);
        assertThat(words(robot, "#editions-have")).isEqualTo("0 of 4 have read it");

        robot.push(KeyCode.ALT, KeyCode.L);
        assertThat(pieces(robot, "#change-5-3-3", ".edition-PUT_IN").getFirst()).contains("op wielen");
        robot.push(KeyCode.J);
        for (int i = 0; i < 4; i++) {
            robot.push(KeyCode.J);
        }
        robot.push(KeyCode.G);
        assertThat(opened).containsExactly(new ClauseCode("5.3.3"));
    }

    @Test
    void aFaultyEditionIsToldByItsPlacesAndNothingIsBroughtIn(FxRobot robot) throws Exception {
        chosen = Files.writeString(folder.resolve("book.json"), "{}");
        for (String language : List.of("nl", "en")) {
            Files.writeString(folder.resolve(language + ".json"), "{}");
        }
        show(robot, ADMIN, Language.NL, true, 1_368, 832);

        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        picture(robot, "editions-faults");

        assertThat(robot.lookup("#editions-problems").tryQuery()).isPresent();
        assertThat(robot.lookup("#editions-problems .strong").queryAllAs(Labeled.class).stream()
                        .map(Labeled::getText))
                .contains("book.json /chapters");
        assertThat(desk.editions().shelf().editions()).hasSize(1);
    }

    @Test
    void whatIsAnnouncedIsWithdrawnAfterAQuestionAndBroughtBack(FxRobot robot) {
        desk.example(ADMIN, clock.instant().plus(Duration.ofDays(9)));
        show(robot, ANNA, Language.EN, false, 1_028, 632);
        robot.push(KeyCode.DELETE);
        assertThat(robot.lookup("#dialog").tryQuery()).isEmpty();
        assertThat(robot.lookup("#editions-withdraw").query().isVisible()).isFalse();

        show(robot, ADMIN, Language.NL, true, 1_028, 632);
        picture(robot, "editions-withdraw-before");
        robot.push(KeyCode.DELETE);
        picture(robot, "editions-withdraw-ask");
        robot.push(KeyCode.ESCAPE);
        assertThat(desk.editions().shelf().editions()).hasSize(2);
        robot.push(KeyCode.DELETE);
        fire(robot, "#dialog-act");

        assertThat(desk.editions().shelf().editions()).hasSize(1);
        assertThat(changed).hasSize(1);
        picture(robot, "editions-withdrawn");
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(desk.editions().shelf().editions()).hasSize(2).last().satisfies(one -> {
            assertThat(one.version()).isEqualTo(3);
            assertThat(one.from()).isEqualTo(clock.instant().plus(Duration.ofDays(9)));
        });
        assertThat(robot.lookup("#editions-bring-back").query().isVisible()).isFalse();
    }

    @Test
    void aReviewerSaysToHaveReadItAndALeadSeesWho(FxRobot robot) {
        desk.example(ADMIN, null);
        show(robot, ANNA, Language.EN, true, 1_028, 632);
        picture(robot, "editions-reader-dark-en-small");
        assertThat(robot.lookup("#editions-bring-in").tryQuery()).isEmpty();
        assertThat(robot.lookup("#editions-team").tryQuery()).isEmpty();

        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);

        assertThat(robot.lookup("#editions-read").query().isVisible()).isFalse();
        assertThat(words(robot, "#editions-own")).startsWith("You have read");
        show(robot, RUTH, Language.EN, false, 1_368, 832);
        assertThat(words(robot, "#editions-have")).isEqualTo("1 of 4 have read it");
        robot.interact(
                () -> robot.lookup("#editions-must").queryAs(CheckBox.class).fire());
        assertThat(desk.readers().mustRead()).isTrue();
        assertThat(desk.readers().toReadFirst(BRAM)).contains("2026-12");
        assertThat(desk.readers().toReadFirst(ANNA)).isEmpty();
    }

    @Test
    void aLeadCountsWhatIsTouchedAndOpensAReReview(FxRobot robot) {
        for (int i = 0; i < 4; i++) {
            String unused = desk.removed(ANNA, "stunt-" + i, "5.3", "5.3.3");
        }
        String unused = desk.removed(ANNA, "duet", "6.1", "6.1.4");
        clock.advance(Duration.ofMinutes(5));
        desk.example(ADMIN, null);
        show(robot, RUTH, Language.EN, false, 1_368, 832);

        robot.push(KeyCode.ALT, KeyCode.T);
        assertThat(words(robot, "#editions-said")).isEqualTo("5 decisions are touched.");
        assertThat(words(robot, "#editions-clause-5-3-3")).isEqualTo("5.3.3: 4");
        robot.interact(() -> {
            robot.lookup("#editions-clause-6-1-4").queryAs(CheckBox.class).setSelected(false);
            robot.lookup("#editions-sample").queryTextInputControl().setText("many");
        });
        fire(robot, "#editions-try");
        assertThat(words(robot, "#editions-said")).startsWith("A sample is a number");
        robot.interact(() -> {
            robot.lookup("#editions-sample").queryTextInputControl().setText("3");
            robot.lookup("#editions-reason").queryTextInputControl().setText("The rule on stunts reads otherwise.");
        });
        picture(robot, "editions-touched");
        robot.push(KeyCode.ALT, KeyCode.D);
        picture(robot, "editions-try");
        assertThat(robot.lookup(".dialog-sentence").queryAs(Labeled.class).getText())
                .startsWith("3 of 4 touched");
        fire(robot, "#dialog-act");

        assertThat(words(robot, "#editions-said")).isEqualTo("3 second reviews are asked for.");
        assertThat(robot.lookup("#editions-re-reviews .muted").queryAllAs(Labeled.class).stream()
                        .map(Labeled::getText))
                .containsExactly("3 waiting, 0 agreed, 0 differ, 0 settled, 0 fallen away");
        assertThat(desk.reReviews().all(RUTH)).hasSize(1);
        picture(robot, "editions-lead-light-en");
        show(robot, RUTH, Language.NL, true, 1_368, 832);
        robot.push(KeyCode.J);
        picture(robot, "editions-lead-dark-nl");
        show(robot, RUTH, Language.NL, false, 1_028, 632);
        robot.push(KeyCode.ALT, KeyCode.T);
        picture(robot, "editions-lead-light-nl-small");
    }

    private List<String> pieces(FxRobot robot, String card, String style) {
        return robot.lookup(card + " " + style).queryAllAs(Text.class).stream()
                .map(Text::getText)
                .toList();
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> assertThat(Pictures.save(stage.getScene(), name)).isNotEmptyFile());
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryButton().fire());
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private void show(FxRobot robot, Person person, Language language, boolean dark, int width, int height) {
        var made = new AtomicReference<EditionsScreen>();
        robot.interact(() -> {
            var layer = new StackPane();
            var texts = new Texts(language);
            var kit = Kit.of(texts, ZoneOffset.UTC, new InlineBackground(), new Covers(), clock);
            var doors = new EditionsDoors(
                    desk.editions(), desk.readers(), desk.touched(), desk.reReviews(), desk.people(), new Chosen());
            made.set(new EditionsScreen(
                    doors, person, kit, new Dialogs(layer, texts), new Sizes(Map.of()), opened::add));
            made.get().onChange(() -> changed.add(person.name()));
            layer.getChildren().add(made.get().node());
            var scene = new Scene(layer, width, height);
            var theme =
                    new Theme(List.of("settings", "items", "queue", "guidelines", "decisions", "review", "editions"));
            theme.set(new Look(dark, 100));
            theme.dress(scene);
            stage.setScene(scene);
            stage.setMinWidth(0);
            stage.setMinHeight(0);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            made.get().shown();
        });
    }

    /** Chooses what the test says. */
    private final class Chosen implements FileChoice {
        @Override
        public Optional<Path> open(String title, List<String> endings) {
            return Optional.of(chosen);
        }

        @Override
        public Optional<Path> save(String title, String proposedName) {
            return Optional.empty();
        }
    }
}
