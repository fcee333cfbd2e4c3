package org.moderationdesk.referrals.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.referrals.FilingDesk.ANNA;
import static org.moderationdesk.referrals.FilingDesk.LEAD;
import static org.moderationdesk.referrals.FilingDesk.REPORTER;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
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
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.Environment;
import org.moderationdesk.referrals.FilingDesk;
import org.moderationdesk.referrals.TestServer;
import org.moderationdesk.settings.ReferralSettings;
import org.moderationdesk.staff.Person;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The settings of reports, in the window of whoever may change them. */
@ExtendWith(ApplicationExtension.class)
final class ReportsCardTest {
    private final TestClock clock = new TestClock();
    private final List<ReporterCard.Held> kept = new ArrayList<>();
    private Store store;
    private FilingDesk desk;
    private TestServer server;
    private Stage stage;

    @TempDir
    private Path folder;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open() {
        store = TestStore.create();
        desk = new FilingDesk(store, folder, clock);
        server = TestServer.start(clock);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stage::hide);
        assertThat(desk.review().verify().intact()).isTrue();
        store.close();
        server.close();
    }

    @Test
    void productionIsAskedForByOneAndConfirmedByAnother(FxRobot robot) {
        show(robot, LEAD, Language.EN, false);
        assertThat(robot.lookup("#reports-DISABLED").queryAs(ToggleButton.class).isSelected())
                .isTrue();

        robot.interact(() ->
                robot.lookup("#reports-PRODUCTION").queryAs(ToggleButton.class).fire());
        robot.push(KeyCode.TAB).push(KeyCode.ENTER);
        assertThat(desk.environments().now(LEAD).inForce()).isEqualTo(Environment.DISABLED);
        assertThat(words(robot, "#reports-asked")).startsWith("You asked for production");
        robot.push(KeyCode.ALT, KeyCode.Y);
        assertThat(robot.lookup("#dialog").tryQuery()).as("not one's own").isEmpty();

        show(robot, ANNA, Language.EN, false);
        assertThat(words(robot, "#reports-asked")).startsWith("lea asked for production");
        robot.push(KeyCode.ALT, KeyCode.Y).push(KeyCode.TAB).push(KeyCode.ENTER);

        assertThat(desk.environments().now(ANNA).inForce()).isEqualTo(Environment.PRODUCTION);
        assertThat(robot.lookup("#reports-PRODUCTION")
                        .queryAs(ToggleButton.class)
                        .isSelected())
                .isTrue();
    }

    @Test
    void aLoginIsKeptTriedAndNeverShownAgain(FxRobot robot) {
        desk.environments().choose(LEAD, Environment.TEST);
        show(robot, ANNA, Language.EN, false);
        type(robot, "#reports-name-TEST", "a:colon");
        type(robot, "#reports-word-TEST", "x");
        fire(robot, "#reports-keep-TEST");
        assertThat(words(robot, "#reports-said")).startsWith("A login has a name without a colon");

        type(robot, "#reports-name-TEST", TestServer.LOGIN.user());
        type(robot, "#reports-word-TEST", TestServer.LOGIN.password());
        fire(robot, "#reports-keep-TEST");
        assertThat(words(robot, "#reports-said")).isEqualTo("Kept in the encrypted store.");
        assertThat(field(robot, "#reports-word-TEST").getText()).isEmpty();
        assertThat(field(robot, "#reports-name-TEST").getText()).isEmpty();
        robot.push(KeyCode.ALT, KeyCode.T);
        assertThat(words(robot, "#reports-said")).isEqualTo("NCMEC knows this login.");

        type(robot, "#reports-name-TEST", TestServer.LOGIN.user());
        type(robot, "#reports-word-TEST", "wrong");
        fire(robot, "#reports-keep-TEST");
        robot.push(KeyCode.ALT, KeyCode.T);
        assertThat(words(robot, "#reports-said")).startsWith("NCMEC did not accept the login.");
    }

    @Test
    void whoReportsAndHowSoonIsKeptAndWrongTimesAreNot(FxRobot robot) {
        show(robot, ANNA, Language.EN, false);
        assertThat(field(robot, "#reporter-email").getText()).isEqualTo(REPORTER.email());

        type(robot, "#reporter-ncmecHours", "0");
        fire(robot, "#reporter-save");
        assertThat(kept).isEmpty();
        assertThat(words(robot, "#reporter-said")).startsWith("Times are whole hours");
        type(robot, "#reporter-ncmecHours", "12");
        type(robot, "#reporter-email", "desk@example.org");
        fire(robot, "#reporter-save");

        assertThat(kept).singleElement().satisfies(held -> {
            assertThat(held.times().ncmecHours()).isEqualTo(12);
            assertThat(held.reporter().email()).isEqualTo("desk@example.org");
            assertThat(held.reporter().companyText()).isEqualTo(REPORTER.companyText());
        });
    }

    @Test
    void picturesOfTheCards(FxRobot robot) {
        desk.environments().choose(LEAD, Environment.PRODUCTION);
        for (Language language : Language.values()) {
            show(robot, ANNA, language, language == Language.NL);
            robot.interact(() -> {
                assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing())
                        .isEmpty();
                var unused = Pictures.save(stage.getScene(), "reports-card-" + language.tag());
            });
        }
    }

    private static TextInputControl field(FxRobot robot, String id) {
        return robot.lookup(id).queryTextInputControl();
    }

    private static void type(FxRobot robot, String id, String words) {
        robot.interact(() -> field(robot, id).setText(words));
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryButton().fire());
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private void show(FxRobot robot, Person person, Language language, boolean dark) {
        robot.interact(() -> {
            var texts = new Texts(language);
            var kit = Kit.of(texts, ZoneOffset.UTC, new InlineBackground(), new Covers(), clock);
            var layer = new StackPane();
            var reports = new ReportsCard(kit, new Dialogs(layer, texts), desk.sending(server), person);
            var held = new ReporterCard.Held(REPORTER, ReferralSettings.defaults());
            var reporter = new ReporterCard(kit, () -> held, kept::add);
            Node all = new VBox(12, reports.node(), reporter.node());
            all.setFocusTraversable(true);
            all.setAccessibleText(texts.get("referrals.settings"));
            layer.getChildren().setAll(all);
            var scene = new Scene(layer, 900, 1_000);
            for (Keys keys : reports.keys()) {
                keys.listenOn(scene);
            }
            var theme = new Theme(List.of("settings", "items", "queue", "decisions", "referrals"));
            theme.set(new Look(dark, 100));
            theme.dress(scene);
            stage.setScene(scene);
            stage.setWidth(900);
            stage.setHeight(1_000);
            stage.show();
            all.requestFocus();
        });
    }
}
