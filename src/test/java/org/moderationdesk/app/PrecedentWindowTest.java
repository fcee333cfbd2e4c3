package org.moderationdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.moderationdesk.base.Language;
import org.moderationdesk.calibration.CaseSource;
import org.moderationdesk.calibration.Disputed;
import org.moderationdesk.calibration.NewSession;
import org.moderationdesk.calibration.Reason;
import org.moderationdesk.calibration.RightAnswer;
import org.moderationdesk.calibration.Session;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.intake.ImportProgress;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What precedents say in the real window, while somebody decides. */
@ExtendWith(ApplicationExtension.class)
final class PrecedentWindowTest {
    private static final Person RUTH = new Person("ruth", Set.of(Role.REVIEWER, Role.TEAM_LEAD), false);
    private static final String PASSWORD = "a calm grey heron";
    private static final ClauseCode KNIFE = new ClauseCode("5.3.1");
    private static final String LINE = "#rule-5-3-1-counsel";

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

    @ParameterizedTest
    @EnumSource(Language.class)
    void threeLikeThisStandBeneathTheRuleAndADecisionThatDepartsIsCautionedGently(Language language, FxRobot robot) {
        SmallDesk.make(home, clock, this::rule);
        open(robot, language);
        boolean dutch = language == Language.NL;
        await().untilAsserted(() -> assertThat(robot.lookup(LINE).tryQuery()).isPresent());

        assertThat(words(robot, LINE))
                .isEqualTo(dutch ? "Iets dergelijks is 3 keer verwijderd" : "3 like this were removed");
        robot.push(KeyCode.Y);
        both(robot, "precedent-line-" + language.tag());

        if (dutch) {
            robot.interact(() ->
                    robot.lookup("#theme-toggle").queryAs(ButtonBase.class).fire());
        }
        robot.push(KeyCode.SHIFT, KeyCode.P);
        assertThat(popUp()).hasSize(1);
        Node shown = popUp().getFirst().getRoot();
        assertThat(robot.from(shown).lookup(".precedent").queryAll()).hasSize(3);
        assertThat(robot.from(shown).lookup(".label").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains("Tossed at home without any safety steps.")
                .noneMatch(said -> said.contains("knife-1") || said.contains("anna"));
        assertThat((Color) robot.from(shown)
                        .lookup(".border")
                        .queryAs(javafx.scene.shape.Path.class)
                        .getFill())
                .as("the arrow is as dark as the desk")
                .matches(fill -> fill.getBrightness() < 0.5 == dutch);
        robot.interact(() -> Pictures.save(popUp().getFirst(), "precedent-over-" + language.tag()));
        robot.push(KeyCode.SHIFT, KeyCode.P);
        assertThat(popUp()).isEmpty();

        assertThat(seen("#decision-caution")).isFalse();
        robot.push(KeyCode.SHIFT, KeyCode.N).push(KeyCode.DIGIT3);
        assertThat(seen("#decision-caution")).isTrue();
        assertThat(words(robot, "#decision-caution")).contains("5.3.1");
        both(robot, "precedent-caution-" + language.tag());
        robot.push(KeyCode.DIGIT4);
        assertThat(seen("#decision-caution")).isFalse();

        robot.push(KeyCode.SHIFT, KeyCode.P);
        robot.interact(() -> window.window().lock());
        assertThat(popUp()).isEmpty();
    }

    private void both(FxRobot robot, String name) {
        for (String look : List.of("light", "dark")) {
            size(robot, 1440, 900);
            robot.interact(() -> Pictures.save(stage.getScene(), name + "-" + look));
            size(robot, 1100, 700);
            assertThat(robot.lookup("#breadcrumb .label").queryAllAs(Labeled.class))
                    .filteredOn(Node::isVisible)
                    .as("earlier parts are given up before one is cut")
                    .isNotEmpty()
                    .allMatch(part -> part.getWidth() >= part.prefWidth(-1) - 0.5);
            robot.interact(() -> Pictures.save(stage.getScene(), name + "-small-" + look));
            robot.interact(() ->
                    robot.lookup("#theme-toggle").queryAs(ButtonBase.class).fire());
        }
        size(robot, 1440, 900);
    }

    private void size(FxRobot robot, double width, double height) {
        robot.interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        robot.interact(() -> stage.getScene().getRoot().layout());
    }

    /** Three knives that were removed, ruled on by a session of two. */
    private void rule(OpenDesk desk) {
        Object unused = desk.people().first(Person.alone("computer"), RUTH.name(), withRights(), false, PASSWORD);
        for (String name : List.of("anna", "bram")) {
            assertThat(desk.people().add(admin(), name, Set.of(Role.REVIEWER), false))
                    .isNotEmpty();
        }
        List<Disputed> cases = new ArrayList<>();
        for (String item : List.of("knife-1", "knife-2", "knife-3")) {
            take(desk, item);
            Opened opened = desk.review().open(item, RUTH).orElseThrow();
            assertThat(desk.review().submit(opened, Proposed.removal(item), 1_000))
                    .isInstanceOf(Submitted.Accepted.class);
            cases.add(new Disputed(opened.decisionId(), CaseSource.UNCLEAR_CLAUSE));
        }
        var wanted = new NewSession(
                "Knives", cases, List.of("anna", "bram"), clock.instant().plus(Duration.ofDays(1)));
        Session session = desk.calibration().begin(RUTH, wanted);
        Session closed = desk.calibration().close(RUTH, session.id());
        var removed = new RightAnswer(Outcome.REMOVE, List.of(KNIFE), null, null);
        for (int position = 1; position <= closed.cases().size(); position++) {
            Session ruled = desk.rulings()
                    .rule(
                            RUTH,
                            session.id(),
                            position,
                            removed,
                            Reason.in(Language.EN, "Tossed at home without any safety steps."));
            assertThat(ruled.ruled()).isEqualTo(position);
        }
    }

    private static Set<Role> withRights() {
        return Set.of(Role.REVIEWER, Role.TEAM_LEAD, Role.ADMINISTRATOR);
    }

    private static Person admin() {
        return new Person(RUTH.name(), withRights(), false);
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

    private void open(FxRobot robot, Language language) {
        window = new RealWindow(stage, home, clock);
        window.open(robot, language);
        robot.interact(() -> {
            robot.lookup("#sign-in-name").queryTextInputControl().setText(RUTH.name());
            robot.lookup("#sign-in-password").queryTextInputControl().setText(PASSWORD);
            robot.lookup("#sign-in").queryButton().fire();
        });
        await().untilAsserted(() ->
                assertThat(robot.lookup("#review-next").tryQuery()).isPresent());
        robot.interact(
                () -> robot.lookup("#review-next").queryAs(ButtonBase.class).fire());
        await().untilAsserted(() -> assertThat(seen("#decision-outcomes")).isTrue());
    }

    private boolean seen(String id) {
        return window.isSeen(id);
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static List<Scene> popUp() {
        return javafx.stage.Window.getWindows().stream()
                .filter(one -> one instanceof PopupWindow && one.isShowing())
                .map(javafx.stage.Window::getScene)
                .toList();
    }
}
