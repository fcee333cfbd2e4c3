package org.moderationdesk.notices.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.fx.AccessibleNames;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.targets.Purpose;
import org.moderationdesk.referrals.targets.StoredTargets;
import org.moderationdesk.referrals.targets.SupportLine;
import org.moderationdesk.referrals.targets.Target;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.settings.NoticeSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The settings of notices, in the window of an administrator. */
@ExtendWith(ApplicationExtension.class)
final class NoticesCardTest {
    private static final Person ADMIN = new Person("ada", Set.of(Role.ADMINISTRATOR), false);

    private final TestClock clock = new TestClock();
    private NoticeSettings says = NoticeSettings.none();
    private ReviewDesk desk;
    private StoredTargets targets;
    private Stage stage;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open() {
        desk = new ReviewDesk(TestStore.create(), clock);
        targets = new StoredTargets(desk.store(), desk.log());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stage::hide);
        assertThat(desk.verify().intact()).isTrue();
        desk.close();
    }

    @Test
    void theDutchLineIsThereAndAnotherIsAddedChangedAndRemoved(FxRobot robot) {
        show(robot, Language.EN, false);
        assertThat(text(robot, "#notices-NL-1")).isEqualTo("113 Zelfmoordpreventie");
        assertThat(text(robot, "#notices-CONTACT-1")).isEqualTo("0800-0113; 113.nl");
        assertThat(robot.lookup("#notices-remove-1").queryButton().isDisabled())
                .as("it came with the desk")
                .isTrue();

        fire(robot, "#notices-add");
        type(robot, "#notices-REGION-2", "be");
        type(robot, "#notices-NL-2", "Zelfmoordlijn 1813");
        type(robot, "#notices-EN-2", "Suicide line 1813");
        type(robot, "#notices-CONTACT-2", "1813");
        type(robot, "#notices-complaints", "klachten@example.org");
        fire(robot, "#notices-save");

        assertThat(words(robot, "#notices-said")).startsWith("Saved.");
        assertThat(says.complaints()).isEqualTo("klachten@example.org");
        assertThat(support()).containsExactly("NL_113", "BE_HELP_1");
        assertThat(targets.inForce().find("BE_HELP_1").orElseThrow().jurisdiction())
                .isEqualTo("BE");

        type(robot, "#notices-CONTACT-2", "0032 2 649 95 55");
        fire(robot, "#notices-save");
        assertThat(targets.inForce().find("BE_HELP_1").orElseThrow().contact()).isEqualTo("0032 2 649 95 55");
        fire(robot, "#notices-remove-2");
        fire(robot, "#notices-save");
        assertThat(support()).containsExactly("NL_113");
        assertThat(targets.inForce().version()).isEqualTo(3);
    }

    @Test
    void whatIsWrongIsMarkedAtItsFieldAndNothingIsKept(FxRobot robot) {
        show(robot, Language.NL, false);
        fire(robot, "#notices-add");
        type(robot, "#notices-REGION-2", "Belgium");
        type(robot, "#notices-NL-2", "Zelfmoordlijn");
        type(robot, "#notices-EN-2", "Suicide line");
        fire(robot, "#notices-save");

        assertThat(wrong(robot, "#notices-REGION-2")).isTrue();
        assertThat(wrong(robot, "#notices-CONTACT-2")).isTrue();
        assertThat(wrong(robot, "#notices-NL-2")).isFalse();
        assertThat(words(robot, "#notices-fault-2")).isEqualTo("Een staat is twee letters, zoals BE.");
        type(robot, "#notices-REGION-2", "BE");
        fire(robot, "#notices-save");
        assertThat(wrong(robot, "#notices-REGION-2")).isFalse();
        assertThat(words(robot, "#notices-fault-2")).startsWith("Hoe ze bereikbaar zijn");
        type(robot, "#notices-CONTACT-2", "1813");
        type(robot, "#notices-complaints", "a".repeat(NoticeSettings.LONGEST + 1));
        fire(robot, "#notices-save");
        assertThat(wrong(robot, "#notices-complaints")).isTrue();

        assertThat(targets.inForce().version()).isZero();
        assertThat(says).isEqualTo(NoticeSettings.none());
    }

    @Test
    void whoSavesOverSomebodyElsesChangeIsToldAndLosesNothing(FxRobot robot) {
        show(robot, Language.EN, false);
        var other = new SupportLine("NL_113", "NL", "113", "113", "0800-0113");
        assertThat(targets.setSupport(ADMIN, 0, List.of(other)).version()).isOne();

        type(robot, "#notices-CONTACT-1", "113");
        fire(robot, "#notices-save");

        assertThat(words(robot, "#notices-said")).isNotEmpty().doesNotStartWith("Saved");
        assertThat(text(robot, "#notices-CONTACT-1")).isEqualTo("113");
        assertThat(targets.inForce().find("NL_113").orElseThrow().contact()).isEqualTo("0800-0113");
    }

    @Test
    void picturesOfTheCard(FxRobot robot) {
        for (Language language : Language.values()) {
            show(robot, language, language == Language.NL);
            fire(robot, "#notices-add");
            fire(robot, "#notices-save");
            robot.interact(() -> {
                assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing())
                        .isEmpty();
                var unused = Pictures.save(stage.getScene(), "notices-card-" + language.tag());
            });
        }
    }

    private List<String> support() {
        return targets.inForce().serving(Purpose.SUPPORT).stream()
                .map(Target::code)
                .toList();
    }

    private NoticesCard.Held held() {
        var now = targets.inForce();
        return new NoticesCard.Held(says, now.version(), SupportLine.of(now));
    }

    private NoticesCard.Held keep(NoticesCard.Held before, NoticeSettings wanted, List<SupportLine> lines) {
        if (!lines.equals(before.lines())) {
            assertThat(targets.setSupport(ADMIN, before.version(), lines).version())
                    .isPositive();
        }
        says = wanted;
        return held();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryTextInputControl().getText();
    }

    private static void type(FxRobot robot, String id, String words) {
        robot.interact(() -> {
            TextInputControl field = robot.lookup(id).queryTextInputControl();
            field.setText(words);
        });
    }

    private static boolean wrong(FxRobot robot, String id) {
        return robot.lookup(id).query().getStyleClass().contains("wrong");
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryButton().fire());
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private void show(FxRobot robot, Language language, boolean dark) {
        robot.interact(() -> {
            var texts = new Texts(language);
            var kit = Kit.of(texts, ZoneOffset.UTC, new InlineBackground(), new Covers(), clock);
            var card = new NoticesCard(kit, this::held, this::keep);
            var scene = new Scene(new StackPane(card.node()), 760, 420);
            var theme = new Theme(List.of("settings"));
            theme.set(new Look(dark, 100));
            theme.dress(scene);
            stage.setScene(scene);
            stage.setWidth(760);
            stage.setHeight(420);
            stage.show();
        });
    }
}
