package org.moderationdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.moderationdesk.base.Language;
import org.moderationdesk.decisions.StoredReferrals;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.intake.ImportProgress;
import org.moderationdesk.practice.StoredHiddenTests;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.staff.Person;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Whom one calls about in the real window: whose item is looked at, never another that is open elsewhere. */
@ExtendWith(ApplicationExtension.class)
final class EmergencyWindowTest {
    private static final Person ALONE = Person.alone("computer");
    private static final String ABOUT = "#emergency-about";
    private static final String REVIEWED = "T-2";

    private final TestClock clock = new TestClock();
    private @TempDir @Nullable Path home;
    private @Nullable Stage stage;
    private @Nullable RealWindow window;
    private String referred = "";

    @Start
    void start(Stage given) {
        stage = given;
    }

    @AfterEach
    void close(FxRobot robot) throws InterruptedException {
        window.close(robot);
    }

    @ParameterizedTest
    @EnumSource(names = {"EMERGENCY_SERVICES", "JUDICIAL_AUTHORITY"})
    void theScriptIsAboutWhatIsLookedAtThoughAnotherCaseIsOpen(ReferralTarget target, FxRobot robot) {
        SmallDesk.make(home, clock, desk -> {
            new TourDossier(desk, Language.EN).refer(ALONE, target);
            referred = new StoredReferrals(desk.store(), new StoredHiddenTests())
                    .newest(ALONE, 1)
                    .getFirst()
                    .itemId();
            take(desk);
        });
        open(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        robot.write(REVIEWED);
        robot.push(KeyCode.ENTER);
        call(robot);
        await().untilAsserted(() -> assertThat(robot.lookup(ABOUT).tryQuery()).isPresent());
        assertThat(about(robot)).endsWith(", about " + REVIEWED);
        robot.push(KeyCode.ESCAPE);

        robot.interact(
                () -> robot.lookup("#rail-referrals").queryAs(ButtonBase.class).fire());
        await().untilAsserted(() -> {
            call(robot);
            assertThat(robot.lookup(ABOUT).tryQuery()).as("chosen").isPresent();
        });
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.ENTER);
        call(robot);
        await().untilAsserted(() ->
                assertThat(robot.lookup(ABOUT).tryQuery()).as("open").isPresent());
        assertThat(about(robot)).isEqualTo("Emergency services (112), about " + referred);
        robot.interact(() -> Pictures.save(stage.getScene(), "window-emergency-about"));
        robot.push(KeyCode.ESCAPE);

        robot.interact(
                () -> robot.lookup("#rail-decisions").queryAs(ButtonBase.class).fire());
        call(robot);
        assertThat(robot.lookup(ABOUT).tryQuery())
                .as("where decisions about others are read")
                .isEmpty();
    }

    @Test
    void theScriptIsAboutTheDecisionThatWaitsForASecondPerson(FxRobot robot) {
        SmallDesk.make(home, clock, desk -> {
            new TourColleague(desk, Language.EN).decide();
            referred = desk.decisions().awaiting(ALONE).getFirst().itemId();
            take(desk);
        });
        open(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        robot.write(REVIEWED);
        robot.push(KeyCode.ENTER);

        robot.interact(
                () -> robot.lookup("#rail-approvals").queryAs(ButtonBase.class).fire());
        await().untilAsserted(() -> {
            call(robot);
            assertThat(robot.lookup(ABOUT).tryQuery()).isPresent();
        });

        assertThat(about(robot)).endsWith(", about " + referred);
    }

    /** Somebody else's item, which is reviewed. */
    private void take(OpenDesk desk) {
        try {
            Path lines = Files.writeString(home.resolve("another.jsonl"), """
                {"id":"%s","kind":"TEXT","text":"A knife trick","language":"nl","region":"NL",\
                "postedAt":"2026-11-01T09:00:00Z","author":{"id":"u-2","handle":"@two"},\
                "reports":[{"id":"r-2","source":"USER","reporter":"u-91","reason":"Seems wrong",\
                "sections":["5.3"],"at":"2026-11-02T11:00:00Z"}]}
                """.formatted(REVIEWED));
            var unused = desk.intake().importFile(lines, "test", ImportProgress.NONE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void call(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);
    }

    private static String about(FxRobot robot) {
        return robot.lookup(ABOUT).queryAs(Labeled.class).getText();
    }

    private void open(FxRobot robot) {
        window = new RealWindow(stage, home, clock);
        window.open(robot, Language.EN);
    }
}
