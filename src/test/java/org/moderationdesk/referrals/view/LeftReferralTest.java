package org.moderationdesk.referrals.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.referrals.FilingDesk.ANNA;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.fx.AccessibleNames;
import org.moderationdesk.fx.Background;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.Environment;
import org.moderationdesk.referrals.FilingDesk;
import org.moderationdesk.referrals.ReportDrafts.Content;
import org.moderationdesk.referrals.TestServer;
import org.moderationdesk.referrals.ncmec.Element;
import org.moderationdesk.referrals.ncmec.Fields;
import org.moderationdesk.referrals.ncmec.Outline;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What did not work of a referral that was left meanwhile is said, and nothing of it is lost. */
@ExtendWith(ApplicationExtension.class)
final class LeftReferralTest {
    /** After what is taken for past in documents. */
    private static final Instant TODAY = Instant.parse("2026-11-20T12:00:00Z");

    private static final String PLATFORM = "report/incidentSummary/platform";
    private static final String FIELD = "#report-incidentSummary-platform";

    private final TestClock clock = new TestClock();
    private final Slow background = new Slow();
    private final Fields fields = new Fields(Outline.read());
    private Store store;
    private FilingDesk desk;
    private Stage stage;
    private ReferralsScreen screen;

    @TempDir
    private Path folder;

    /** Answers at once, but for what is held. */
    private static final class Slow implements Background {
        private final InlineBackground inline = new InlineBackground();
        private boolean holds;
        private Runnable held = () -> {};

        @Override
        public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onFailed) {
            if (holds) {
                holds = false;
                held = () -> inline.run(work, onDone, onFailed);
            } else {
                inline.run(work, onDone, onFailed);
            }
        }

        /** Holds what is asked next. */
        void hold() {
            holds = true;
        }
    }

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open() {
        store = TestStore.create();
        clock.advance(Duration.between(clock.instant(), TODAY));
        desk = new FilingDesk(store, folder, clock);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            screen.hidden();
            stage.hide();
        });
        store.close();
    }

    @Test
    void aDraftThatIsRefusedOnceAnotherIsOpenIsSaidOfItsReferralAndStaysAsItWasWritten(FxRobot robot)
            throws IOException {
        String first = desk.refer("A-1", true);
        clock.advance(Duration.ofSeconds(1));
        String other = desk.refer("A-2", true);
        show(robot);
        write(robot, first, "Mine");
        String theirs = saved(other, "Theirs");
        saveAs(first, "Meanwhile");

        robot.push(KeyCode.J);
        background.hold();
        robot.push(KeyCode.ENTER);
        assertThat(text(robot)).isEqualTo(theirs);
        assertThat(shown(robot, "#missed-words-1")).isFalse();
        robot.interact(background.held);

        assertThat(words(robot, "#missed-words-1"))
                .startsWith("A-1: Somebody else saved this draft meanwhile, so yours was not saved.");
        assertThat(text(robot)).as("another is open").isEqualTo(theirs);
        assertThat(words(robot, "#report-problem")).isEmpty();
        robot.interact(() -> Pictures.save(stage.getScene(), "referral-missed"));
        robot.interact(
                () -> assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing())
                        .isEmpty());
        robot.push(KeyCode.ALT, KeyCode.L);
        assertThat(text(robot)).isEqualTo("Mine");
        assertThat(words(robot, "#report-problem")).startsWith("Somebody else saved this draft meanwhile");
        robot.push(KeyCode.ALT, KeyCode.U);
        assertThat(shown(robot, "#missed-words-1")).isFalse();
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        assertThat(stored(first)).as("nobody's is written over").isEqualTo("Meanwhile");
        robot.push(KeyCode.ALT, KeyCode.D);
        assertThat(text(robot)).isEqualTo("Meanwhile");
    }

    @Test
    void whatIsSavedOnLeavingIsThereWhenItIsOpenedAgainBeforeThat(FxRobot robot) throws IOException {
        String first = desk.refer("A-1", true);
        clock.advance(Duration.ofSeconds(1));
        String other = desk.refer("A-2", true);
        show(robot);
        write(robot, first, "Mine");

        robot.push(KeyCode.J);
        background.hold();
        robot.push(KeyCode.ENTER).push(KeyCode.K).push(KeyCode.ENTER);
        assertThat(text(robot)).as("not saved yet").isNotEqualTo("Mine");
        robot.interact(background.held);

        assertThat(text(robot)).isEqualTo("Mine");
        robot.interact(() -> screen.open(other));
        assertThat(stored(first)).as("the older words do not come back").isEqualTo("Mine");
        assertThat(shown(robot, "#missed-words-1")).isFalse();
    }

    @Test
    void whatIsRefusedOfTakingAReportBackOnceAnotherIsOpenIsSaidOfItsReferral(FxRobot robot) throws IOException {
        String first = desk.refer("A-1", true);
        clock.advance(Duration.ofSeconds(1));
        String other = desk.refer("A-2", true);
        desk.environments().signInWith(ANNA, Environment.TEST, TestServer.LOGIN);
        clock.advance(Duration.ofMinutes(1));
        show(robot);
        robot.interact(() -> screen.open(first));
        robot.interact(() -> robot.lookup("#report-incidentSummary-incidentType")
                .queryComboBox()
                .getSelectionModel()
                .select(1));
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER).push(KeyCode.TAB).push(KeyCode.ENTER);
        assertThat(words(robot, "#referral-standing")).isEqualTo("Under way");

        robot.push(KeyCode.ALT, KeyCode.B).push(KeyCode.TAB);
        background.hold();
        robot.push(KeyCode.ENTER);
        desk.sending().takeBack(FilingDesk.LEAD, first);
        robot.interact(() -> screen.open(other));
        assertThat(shown(robot, "#missed-words-1")).isFalse();
        robot.interact(background.held);

        assertThat(words(robot, "#missed-words-1")).startsWith("A-1: ");
        assertThat(words(robot, "#report-problem")).isEmpty();
        robot.push(KeyCode.ALT, KeyCode.L);
        assertThat(words(robot, "#referral-standing")).isEqualTo("Taken back");
    }

    private void write(FxRobot robot, String referral, String words) {
        robot.interact(() -> screen.open(referral));
        robot.interact(() -> robot.lookup(FIELD).queryTextInputControl().setText(words));
    }

    private String saved(String referral, String words) {
        saveAs(referral, words);
        return words;
    }

    private void saveAs(String referral, String words) {
        var now = desk.drafts().prepare(FilingDesk.LEAD, referral);
        Element report = fields.with(now.content().report(), PLATFORM, words);
        var content = new Content(report, now.content().files());
        assertThat(desk.drafts().save(FilingDesk.LEAD, referral, content, now.revision()))
                .isPositive();
    }

    private String stored(String referral) {
        return fields.text(desk.drafts().prepare(ANNA, referral).content().report(), PLATFORM);
    }

    private static String text(FxRobot robot) {
        return robot.lookup(FIELD).queryTextInputControl().getText();
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static boolean shown(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().isPresent();
    }

    private void show(FxRobot robot) {
        robot.interact(() -> {
            var kit = Kit.of(new Texts(Language.EN), ZoneOffset.UTC, background, new Covers(), clock);
            var layer = new StackPane();
            var doors = new ReferralDoors(desk.workspace(), desk.drafts(), desk.sending());
            var dialogs = new Dialogs(layer, kit.texts());
            screen = new ReferralsScreen(doors, ANNA, kit, dialogs, new Sizes(Map.of()), _ -> {});
            layer.getChildren().setAll(screen.node());
            var scene = new Scene(layer, 1_368, 832);
            var theme = new Theme(List.of("settings", "items", "queue", "decisions", "referrals"));
            theme.set(new Look(false, 100));
            theme.dress(scene);
            stage.setScene(scene);
            stage.setWidth(1_368);
            stage.setHeight(832);
            stage.show();
            screen.shown();
        });
    }
}
