package org.moderationdesk.quality.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.quality.QualityDesk.ANNA;
import static org.moderationdesk.quality.QualityDesk.BRAM;
import static org.moderationdesk.quality.QualityDesk.LARS;
import static org.moderationdesk.quality.QualityDesk.RUTH;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moderationdesk.base.Language;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.fx.AccessibleNames;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.ReadableWords;
import org.moderationdesk.fx.SaidLine;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.quality.Differences.Verdict;
import org.moderationdesk.quality.QualityDesk;
import org.moderationdesk.quality.QualityState;
import org.moderationdesk.quality.SamplingPlan;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.staff.Person;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Quality review from the plan to the reply, in the window of whoever acts. */
@ExtendWith(ApplicationExtension.class)
final class QualityScreenTest {
    private final TestClock clock = new TestClock();
    private final SaidLine said = new SaidLine();
    private final Sizes sizes = new Sizes(Map.of());
    private QualityDesk desk;
    private List<QualityDoors.Answers> known = List.of();
    private Stage stage;
    private QualityScreen screen;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open() {
        desk = new QualityDesk(clock);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            screen.hidden();
            stage.hide();
        });
        assertThat(desk.desk().verify().intact()).isTrue();
        desk.close();
    }

    @Test
    void aSecondReviewIsTakenAndAnsweredBlindAndMarkedAsWhatItIs(FxRobot robot) {
        String first = decided("v-1");
        String other = decided("v-2");
        assertThat(desk.requests().ask(RUTH, first, "for the trial", 5)).isNotEmpty();
        assertThat(desk.requests().ask(RUTH, other, "for the trial", 6)).isNotEmpty();
        show(robot, BRAM, Language.EN, false, 1_368, 832);
        assertThat(words(robot, "#quality-part-SECOND")).isEqualTo("Second reviews 2");
        assertThat(robot.lookup("#quality-part-DIFFERENCES").tryQuery())
                .as("what only leads see")
                .isEmpty();
        picture(robot, "quality-waiting");

        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);

        assertThat(words(robot, "#quality-mark")).isEqualTo("Second review, blind");
        assertThat(said()).noneMatch(line -> line.contains("anna") || line.contains("Remove, strike"));
        assertThat(said()).contains("v-1");
        robot.interact(
                () -> assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing())
                        .isEmpty());
        Node beside = robot.lookup("Known without looking").query();
        assertThat(beside.localToScene(0, 0).getX())
                .as("the words stand beside the content, not over it")
                .isGreaterThan(600);
        robot.push(KeyCode.Y).push(KeyCode.SHIFT, KeyCode.N).push(KeyCode.DIGIT4);
        picture(robot, "quality-second");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);

        assertThat(desk.state(LARS, first)).isEqualTo(QualityState.DIFFERS);
        assertThat(said()).as("the next one lies there").contains("v-2");
        assertThat(robot.lookup(".toggle-button:selected").queryAllAs(ToggleButton.class))
                .as("with no answer of the one before")
                .filteredOn(answer -> answer.getId() != null && answer.getId().matches(".*-(YES|NO)"))
                .isEmpty();
        picture(robot, "quality-second-next");
        robot.push(KeyCode.S);
        assertThat(desk.seconds().held(BRAM)).isEmpty();
        assertThat(robot.lookup("#quality-second").query().isVisible()).isFalse();
    }

    @Test
    void whoIsAwayTooLongLosesItAndIsToldAndTheAnswersStay(FxRobot robot) {
        assertThat(desk.requests().ask(RUTH, decided("v-1"), "for the trial", 5))
                .isNotEmpty();
        show(robot, BRAM, Language.EN, false, 1_368, 832);
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        robot.push(KeyCode.Y);
        clock.advance(Duration.ofMinutes(5));
        robot.push(KeyCode.N);
        tick(robot);
        assertThat(desk.seconds().held(BRAM).orElseThrow().draft().answers())
                .as("what is unsent is kept")
                .hasSize(1);
        clock.advance(Duration.ofMinutes(6));
        tick(robot);
        assertThat(robot.lookup("#quality-problem").query().isVisible())
                .as("there was input, so it is held for longer")
                .isFalse();

        clock.advance(Duration.ofMinutes(11));
        tick(robot);

        assertThat(words(robot, "#quality-problem")).contains("is over");
        assertThat(robot.lookup("#quality-second").query().isVisible()).isTrue();
    }

    @Test
    void aLeadSeesWhatDiffersSideBySideAndTakesTheSecond(FxRobot robot) {
        String first = decided("v-1");
        String review = desk.second(first, BRAM, nothing("v-1"));
        String kept = desk.second(decided("v-2"), BRAM, exception("v-2"));
        show(robot, LARS, Language.EN, false, 1_368, 832);
        robot.push(KeyCode.ALT, KeyCode.D);

        assertThat(texts(robot, "#quality-comparison .comparison-differs"))
                .contains("Remove", "No violation", "Strike", "Nothing");
        assertThat(texts(robot, "#quality-comparison .comparison-name"))
                .contains("Outcome  \u2260", "5.3.1  \u2260", "Account  \u2260", "Rationale");
        assertThat(said()).as("whose they are").noneMatch(line -> line.contains("anna") || line.contains("bram"));
        robot.interact(
                () -> assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing())
                        .isEmpty());
        robot.push(KeyCode.DIGIT2);
        assertThat(would(robot))
                .startsWith("A new decision in your name takes the place of the first")
                .contains("brings the video back", "withdraws the strike", "leaves the video up");
        robot.push(KeyCode.R);
        robot.write("Look at the setting");
        picture(robot, "quality-differences");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(desk.differences().open(LARS)).as("asked first").hasSize(2);
        picture(robot, "quality-confirm");
        robot.interact(() -> robot.lookup("#dialog-act").queryButton().fire());

        assertThat(desk.state(LARS, first)).isEqualTo(QualityState.OVERTURNED);
        assertThat(desk.replies().find(ANNA, review))
                .hasValueSatisfying(one -> assertThat(one.note()).isEqualTo("Look at the setting"));

        robot.interact(() -> robot.lookup("#quality-differences").query().requestFocus());
        robot.push(KeyCode.DIGIT3).push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(desk.differences().inCalibration(LARS)).hasSize(1);
        assertThat(robot.lookup("#quality-verdict-CALIBRATION").query().isDisabled())
                .as("it is there already")
                .isTrue();
        robot.push(KeyCode.DIGIT1).push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(desk.replies().find(ANNA, kept))
                .hasValueSatisfying(one -> assertThat(one.verdict()).isEqualTo(Verdict.KEPT));
        assertThat(robot.lookup("#quality-differences-empty").tryQuery()).isPresent();
    }

    @Test
    void whatWasKeptOrSentToCalibrationIsUndoneByAKeyWhileThereIsTime(FxRobot robot) {
        String review = desk.second(decided("v-1"), BRAM, nothing("v-1"));
        assertThat(review).isNotEmpty();
        show(robot, LARS, Language.EN, false, 1_368, 832);
        robot.push(KeyCode.ALT, KeyCode.D).push(KeyCode.DIGIT1);
        assertThat(would(robot)).as("said before anything happens").contains("can be undone for 30 seconds");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(said.sentences().getLast()).startsWith("The first decision on v-1 stays until ");
        picture(robot, "quality-undo");

        robot.push(KeyCode.SHORTCUT, KeyCode.Z);

        assertThat(said.sentences().getLast()).isEqualTo("v-1 waits to be resolved again");
        assertThat(desk.differences().open(LARS)).hasSize(1);
        assertThat(robot.lookup("#quality-last").query().isVisible()).isFalse();
        robot.push(KeyCode.DIGIT3).push(KeyCode.SHORTCUT, KeyCode.ENTER);
        clock.advance(Duration.ofSeconds(30));
        tick(robot);
        assertThat(robot.lookup("#quality-last").query().isVisible())
                .as("its time is over")
                .isFalse();
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(desk.differences().inCalibration(LARS)).hasSize(1);
        robot.push(KeyCode.DIGIT2);
        assertThat(would(robot)).contains("cannot be undone");
    }

    @Test
    void theBreakComesBeforeTheNextSecondReview(FxRobot robot) {
        assertThat(desk.requests().ask(RUTH, decided("v-1"), "for the trial", 5))
                .isNotEmpty();
        desk.exhaust(BRAM);
        show(robot, BRAM, Language.EN, false, 1_368, 832);
        var owed = new AtomicReference<Duration>();
        robot.interact(() -> screen.onBreak((length, _) -> owed.set(length)));

        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);

        assertThat(owed.get()).isEqualTo(Duration.ofMinutes(15));
        assertThat(desk.seconds().held(BRAM)).isEmpty();
        assertThat(robot.lookup("#quality-problem").query().isVisible()).isFalse();
    }

    @Test
    void theFirstPersonReadsWhatCameOfItAndReplies(FxRobot robot) {
        String review = desk.second(decided("v-1"), BRAM, nothing("v-1"));
        desk.differences().resolve(LARS, review, Verdict.OVERTURNED, "Look at the setting");
        show(robot, ANNA, Language.EN, false, 1_368, 832);
        robot.interact(() -> screen.open(review));

        assertThat(words(robot, "#quality-verdict")).isEqualTo("The first decision was replaced");
        assertThat(words(robot, "#quality-said-note")).isEqualTo("Look at the setting");
        robot.push(KeyCode.R);
        robot.write("The knife looked real to me.");
        picture(robot, "quality-reply");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);

        assertThat(desk.replies().find(LARS, review).orElseThrow().replies())
                .singleElement()
                .satisfies(reply -> assertThat(reply.words()).isEqualTo("The knife looked real to me."));
        assertThat(robot.lookup("#quality-reply").tryQuery()).as("once").isEmpty();
    }

    @Test
    void aPlanIsTriedPutInForceAndDrawnFromAndTheCoverageTells(FxRobot robot) {
        for (int i = 1; i <= 6; i++) {
            assertThat(decided("v-" + i)).isNotEmpty();
        }
        clock.advance(Duration.ofHours(1));
        show(robot, LARS, Language.EN, false, 1_368, 832);
        robot.push(KeyCode.ALT, KeyCode.P);
        assertThat(texts(robot, "#quality-known .label")).as("no hidden tests").isEmpty();
        known = List.of(new QualityDoors.Answers("bram", 4, 1, false), new QualityDoors.Answers("fleur", 8, 5, true));
        robot.push(KeyCode.F5);
        assertThat(texts(robot, "#quality-known .label"))
                .contains("bram", "1 of 4", "no reason for anything", "fleur", "5 of 8");
        robot.interact(() -> text(robot, "#quality-random").setText("a lot"));
        robot.push(KeyCode.SHORTCUT, KeyCode.D);
        assertThat(words(robot, "#quality-plan-problem")).contains("a lot");
        robot.interact(() -> {
            text(robot, "#quality-random").setText("100");
            text(robot, "#quality-due").setText("3");
        });
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        robot.push(KeyCode.SHORTCUT, KeyCode.D);
        assertThat(words(robot, "#quality-plan-problem")).isEmpty();
        assertThat(words(robot, "#quality-sum")).contains("6 of 6 decisions");
        picture(robot, "quality-plan");
        assertThat(desk.plans().inForce(LARS)).as("only tried").isEqualTo(SamplingPlan.none());

        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        assertThat(desk.plans().inForce(LARS).random()).isEqualTo(100);
        robot.push(KeyCode.SHORTCUT, KeyCode.G);

        assertThat(words(robot, "#quality-sum")).contains("drew 6");
        assertThat(words(robot, "#quality-figure")).isEqualTo("0");
        assertThat(texts(robot, "#quality-coverage-table .strong")).contains("0 of 6");
        picture(robot, "quality-coverage");
        assertThat(desk.seconds().waiting(BRAM)).hasSize(6);
    }

    @Test
    void everyPartFitsItsWindowInBothLanguagesLightAndDark(FxRobot robot) {
        assertThat(desk.second(decided("v-1"), BRAM, nothing("v-1"))).isNotEmpty();
        String kept = desk.second(decided("v-2"), BRAM, exception("v-2"));
        desk.differences().resolve(LARS, kept, Verdict.KEPT, "Het mes is van rubber, zie de etalage");
        assertThat(desk.requests().ask(RUTH, decided("v-3"), "for the trial", 5))
                .isNotEmpty();
        desk.plans()
                .save(
                        RUTH,
                        new SamplingPlan(
                                0,
                                5,
                                true,
                                List.of(new SamplingPlan.SectionShare("5.3", 20, 0)),
                                new SamplingPlan.NewReviewers(50, 14, 20),
                                new SamplingPlan.Risk(100_000, 10, 25),
                                5));
        known = List.of(new QualityDoors.Answers("fleur", 8, 5, true));
        for (Language language : Language.values()) {
            for (boolean dark : new boolean[] {false, true}) {
                String look = (dark ? "dark-" : "light-") + language.tag();
                show(robot, LARS, language, dark, 1_028, 632);
                robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
                picture(robot, "quality-small-second-" + look);
                robot.push(KeyCode.ALT, KeyCode.D).push(KeyCode.DIGIT2);
                assertThat(robot.lookup("#quality-problem").query().isVisible()).isFalse();
                assertThat(robot.lookup("#quality-resolve").query().isDisabled())
                        .as("keys act in a narrow window too")
                        .isFalse();
                picture(robot, "quality-small-differences-" + look);
                assertThat(bottom(robot, "#quality-resolve")).isLessThanOrEqualTo(632);
                robot.push(KeyCode.ALT, KeyCode.P);
                picture(robot, "quality-small-plan-" + look);
                robot.push(KeyCode.ALT, KeyCode.R);
                robot.interact(() -> robot.lookup("#quality-everybody")
                        .queryAs(CheckBox.class)
                        .fire());
                picture(robot, "quality-small-replies-" + look);
                robot.interact(() -> screen.hidden());
            }
        }
    }

    private double bottom(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        return node.localToScene(node.getBoundsInLocal()).getMaxY();
    }

    /** The screen's own clock does not run while a test moves the time. */
    private void tick(FxRobot robot) {
        robot.interact(() -> screen.tick());
    }

    private String decided(String item) {
        String decision = desk.decided(ANNA, "5.3", strike(item));
        clock.advance(Duration.ofMinutes(5));
        return decision;
    }

    private static Proposal strike(String item) {
        return Proposed.of(item, """
            "answers":{"5.3.1":"YES"},"outcome":"REMOVE","account":{"measure":"STRIKE"},
            "rationale":"a knife is tossed and caught"
            """);
    }

    private static Proposal nothing(String item) {
        return Proposed.of(item, """
            "answers":{"5.3.1":"NO","5.3.2":"NO","5.3.3":"NO"},"outcome":"NO_VIOLATION",
            "rationale":"a juggling lesson with wooden props","confidence":"LOW"
            """);
    }

    private static Proposal exception(String item) {
        return Proposed.of(item, """
            "answers":{"5.3.1":"YES"},"outcome":"EXCEPTION",
            "exception":{"ground":"EDUCATIONAL","why":"shows how to do it safely"},
            "rationale":"a lesson of a cook for other cooks"
            """);
    }

    /** Everything that can be read on the screen. */
    private Set<String> said() {
        return ReadableWords.in(stage.getScene().getRoot()).collect(Collectors.toSet());
    }

    private String would(FxRobot robot) {
        return ReadableWords.in(robot.lookup("#quality-would").query()).collect(Collectors.joining());
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> assertThat(Pictures.save(stage.getScene(), name)).isNotEmptyFile());
    }

    private static TextInputControl text(FxRobot robot, String id) {
        return robot.lookup(id).queryTextInputControl();
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static List<String> texts(FxRobot robot, String id) {
        return robot.lookup(id).queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    private void show(FxRobot robot, Person person, Language language, boolean dark, int width, int height) {
        screen = new ShownQuality(stage, desk, clock, said, sizes, (_, _) -> known)
                .show(robot, person, language, dark, width, height);
    }
}
