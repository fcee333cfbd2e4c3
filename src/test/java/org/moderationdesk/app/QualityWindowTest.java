package org.moderationdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.intake.ImportProgress;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.quality.Requests;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Quality review in the real window: the ways into it, and the break that comes first. */
@ExtendWith(ApplicationExtension.class)
final class QualityWindowTest {
    private static final Person RUTH =
            new Person("ruth", Set.of(Role.REVIEWER, Role.TEAM_LEAD, Role.ADMINISTRATOR), false);
    private static final Person ANNA = new Person("anna", Set.of(Role.REVIEWER), false);
    private static final Person BRAM = new Person("bram", Set.of(Role.REVIEWER), false);
    private static final String PASSWORD = "a calm grey heron";
    private static final String NOTHING = """
        "answers":{"5.3.1":"NO","5.3.2":"NO","5.3.3":"NO"},"outcome":"NO_VIOLATION",
        "rationale":"a lesson with wooden props"
        """;

    private final TestClock clock = new TestClock();
    private @TempDir @Nullable Path home;
    private @Nullable Stage stage;
    private @Nullable RealWindow window;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @AfterEach
    void close(FxRobot robot) throws InterruptedException {
        window.close(robot);
    }

    @Test
    void aDecisionInTheLogLeadsToItsDifferenceAndOnceResolvedToWhatCameOfIt(FxRobot robot) {
        SmallDesk.make(home, clock, desk -> {
            String decision = decided(desk, "knife-1");
            ask(desk, decision);
            Opened opened = desk.secondReviews().takeNext(BRAM).orElseThrow();
            desk.secondReviews().submit(opened, Proposed.of("knife-1", NOTHING), 30_000);
        });
        open(robot);
        fire(robot, "#rail-decisions");
        await().untilAsserted(() ->
                assertThat(robot.lookup("#decisions-chosen").tryQuery()).isPresent());
        robot.push(KeyCode.ENTER);
        await().untilAsserted(() -> assertThat(seen("#decisions-difference")).isTrue());

        robot.push(KeyCode.D);

        await().untilAsserted(() -> assertThat(seen("#quality-comparison")).isTrue());
        assertThat(seen("#decisions")).isFalse();
        assertThat(robot.lookup("#quality-difference-about .tag").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains("knife-1");
        robot.interact(() -> Pictures.save(stage.getScene(), "window-difference"));
        robot.push(KeyCode.DIGIT1).push(KeyCode.SHORTCUT, KeyCode.ENTER);
        await().untilAsserted(
                        () -> assertThat(seen("#quality-differences-empty")).isTrue());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        await().untilAsserted(() -> assertThat(seen("#quality-comparison")).isTrue());
        robot.push(KeyCode.DIGIT1).push(KeyCode.SHORTCUT, KeyCode.ENTER);
        await().untilAsserted(
                        () -> assertThat(seen("#quality-differences-empty")).isTrue());

        fire(robot, "#rail-decisions");
        await().untilAsserted(() -> assertThat(
                        robot.lookup("#decisions-second .label").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains("First kept"));
        robot.push(KeyCode.D);
        await().untilAsserted(() -> assertThat(seen("#quality-verdict")).isTrue());
        assertThat(robot.lookup("#quality-verdict").queryAs(Labeled.class).getText())
                .isEqualTo("The first decision was kept");
    }

    @Test
    void theBreakLiesOverTheWindowBeforeTheNextSecondReviewWhichComesOnceItHasLasted(FxRobot robot) {
        SmallDesk.make(home, clock, desk -> {
            ask(desk, decided(desk, "knife-1"));
            take(desk, "knife-2");
            Opened watched = desk.review().open("knife-2", RUTH).orElseThrow();
            desk.review().recordLook(watched, new Look(0, LookForm.COLOUR, 120 * 60_000, null));
            desk.review().release(watched);
        });
        open(robot);
        fire(robot, "#rail-quality");
        await().untilAsserted(() -> assertThat(seen("#quality-waiting")).isTrue());

        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);

        await().untilAsserted(() -> assertThat(seen("#break-screen")).isTrue());
        assertThat(seen("#quality")).as("nothing of the desk beside it").isFalse();
        robot.interact(() -> Pictures.save(stage.getScene(), "window-break-second"));
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(seen("#break-screen")).as("keys of the desk do nothing").isTrue();

        robot.push(KeyCode.SHORTCUT, KeyCode.B);
        await().untilAsserted(() ->
                assertThat(seen("#quality-waiting")).as("back early").isTrue());
        assertThat(seen("#quality-second")).isFalse();
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        await().untilAsserted(() -> assertThat(seen("#break-screen")).isTrue());

        clock.advance(Duration.ofMinutes(15));
        await().untilAsserted(() ->
                assertThat(seen("#lock-screen")).as("away for long").isTrue());
        robot.interact(() -> {
            robot.lookup("#lock-screen #sign-in-password")
                    .queryTextInputControl()
                    .setText(PASSWORD);
            robot.lookup("#lock-screen #sign-in").queryButton().fire();
        });
        await().untilAsserted(() -> assertThat(
                        robot.lookup("#break-title").queryAs(Labeled.class).getText())
                .isEqualTo("The break is over"));
        assertThat(seen("#quality-second")).isFalse();
        robot.push(KeyCode.SHORTCUT, KeyCode.B);

        await().untilAsserted(() -> assertThat(seen("#quality-second")).isTrue());
        assertThat(seen("#break-screen")).isFalse();
    }

    private String decided(OpenDesk desk, String item) {
        Object unused = desk.people().first(Person.alone("computer"), RUTH.name(), RUTH.roles(), false, PASSWORD);
        for (Person person : new Person[] {ANNA, BRAM}) {
            assertThat(desk.people().add(RUTH, person.name(), person.roles(), false))
                    .isNotEmpty();
        }
        take(desk, item);
        Opened opened = desk.review().open(item, ANNA).orElseThrow();
        assertThat(desk.review().submit(opened, Proposed.removal(item), 61_000)).isInstanceOf(Submitted.Accepted.class);
        return opened.decisionId();
    }

    private static void ask(OpenDesk desk, String decision) {
        assertThat(new Requests(desk.log(), desk.items(), desk.book()).ask(RUTH, decision, "for the trial", 5))
                .isNotEmpty();
    }

    private void take(OpenDesk desk, String item) {
        try {
            Path lines = Files.writeString(home.resolve(item + ".jsonl"), """
                {"id":"%s","kind":"TEXT","text":"A knife trick","language":"nl","region":"NL",\
                "postedAt":"2026-11-01T09:00:00Z","author":{"id":"u-%s","handle":"@%s","age":31,\
                "ageSource":"SELF_DECLARED"},"reports":[{"id":"r-%s","source":"USER","reporter":"u-91",\
                "reason":"Seems wrong","sections":["5.3"],"at":"2026-11-02T11:00:00Z"}]}
                """.formatted(item, item, item, item));
            var unused = desk.intake().importFile(lines, "test", ImportProgress.NONE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void open(FxRobot robot) {
        window = new RealWindow(stage, home, clock);
        window.open(robot, Language.EN);
        robot.interact(() -> {
            robot.lookup("#sign-in-name").queryTextInputControl().setText(RUTH.name());
            robot.lookup("#sign-in-password").queryTextInputControl().setText(PASSWORD);
            robot.lookup("#sign-in").queryButton().fire();
        });
        await().untilAsserted(() ->
                assertThat(robot.lookup("#rail-quality").tryQuery()).isPresent());
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(ButtonBase.class).fire());
    }

    private boolean seen(String id) {
        return window.isSeen(id);
    }
}
