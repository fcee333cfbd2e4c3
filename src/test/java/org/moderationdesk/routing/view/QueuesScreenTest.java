package org.moderationdesk.routing.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.queue.CaseBatch;
import org.moderationdesk.queue.CaseWriter;
import org.moderationdesk.queue.FlaggedItems;
import org.moderationdesk.queue.Rerouting;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.routing.PlanVersion;
import org.moderationdesk.routing.RoutingRule;
import org.moderationdesk.routing.StoredPlans;
import org.moderationdesk.settings.QueueSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.StoredPeople;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class QueuesScreenTest {
    private static final Person LEAD = Person.alone("lead");

    private final Store store = TestStore.create();
    private final TestClock clock = new TestClock();
    private final EventLog log = new StoredEventLog(store, clock);
    private final StoredPlans plans = new StoredPlans(store, log);
    private Stage stage;
    private QueuesScreen screen;

    @Start
    void show(Stage shown) {
        stage = shown;
        List<FlaggedItem> lines = IntStream.range(0, 9)
                .mapToObj(i -> new FlaggedItem(
                        FlaggedItems.item("V-" + i),
                        List.of(FlaggedItems.report("r" + i, i % 3 == 0 ? "5.3" : "6.1")),
                        true))
                .toList();
        int unused = log.record("lead", act -> {
            CaseBatch batch =
                    new CaseWriter(new BookReader().read("2020-12"), QueueSettings.defaults()).begin(act, lines);
            lines.forEach(line -> batch.add(line.item(), line.reports(), true));
            batch.flush();
            return 1;
        });
        furnish(Language.EN, false, 1368, 832);
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stage::hide);
        store.close();
    }

    @Test
    void aLeadMakesAQueueAndARuleTriesThemSavesThemAndSeesTheVersion(FxRobot robot) {
        assertThat(text(robot, "#routing-version")).isEqualTo("No version yet");
        push(robot, KeyCode.SHORTCUT, KeyCode.N);
        name(robot, "Challenges");
        robot.interact(() ->
                robot.lookup("#routing-measures-BAN").queryAs(ButtonBase.class).fire());
        ComboBox<String> certificate = robot.lookup("#routing-certificate").queryComboBox();
        assertThat(certificate.getItems()).containsExactly("", "weapons-2026");
        assertThat(certificate.getConverter().toString("")).isEqualTo("None");
        robot.interact(() -> certificate.setValue("weapons-2026"));
        robot.interact(() -> Pictures.save(stage.getScene(), "queues-certificate"));
        push(robot, KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.N);
        name(robot, "To challenges");
        robot.interact(
                () -> robot.lookup("#routing-sections").queryTextInputControl().setText("5.3"));
        robot.interact(() -> robot.lookup("#routing-to")
                .<String>queryComboBox()
                .getSelectionModel()
                .select("Challenges"));
        robot.interact(
                () -> robot.lookup("#routing-to").queryComboBox().getOnAction().handle(null));

        push(robot, KeyCode.SHORTCUT, KeyCode.D);
        assertThat(text(robot, "#routing-sum")).isEqualTo("3 waiting cases move.");
        assertThat(plans.inForce(LEAD).version())
                .as("a dry run changes nothing")
                .isZero();
        robot.interact(() -> Pictures.save(stage.getScene(), "queues-dry-run"));

        push(robot, KeyCode.SHORTCUT, KeyCode.S);
        Plan saved = plans.inForce(LEAD);
        assertThat(saved.version()).isEqualTo(1);
        assertThat(saved.rules()).extracting(RoutingRule::to).containsExactly("Challenges");
        assertThat(saved.certificate("Challenges")).contains("weapons-2026");
        assertThat(saved.allowed("Challenges").refusedMeasures()).isEqualTo(Set.of(AccountMeasure.Type.BAN));
        assertThat(text(robot, "#routing-sum")).isEqualTo("3 cases were moved.");
        assertThat(text(robot, "#routing-version")).isEqualTo("Version 1");
        assertThat(plans.history(LEAD, 5)).extracting(PlanVersion::by).containsExactly("lead");
    }

    @Test
    void rulesAreOrderedByKeysAndWhatCannotStandIsSaidInWords(FxRobot robot) {
        push(robot, KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.N);
        push(robot, KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.N);
        push(robot, KeyCode.ALT, KeyCode.UP);
        ListView<RoutingRule> rules = robot.lookup("#routing-rules").queryListView();
        assertThat(rules.getItems()).extracting(RoutingRule::name).containsExactly("Rule 2", "Rule 1");
        robot.interact(() -> rules.getSelectionModel().select(1));
        robot.interact(rules::requestFocus);
        push(robot, KeyCode.DELETE);
        assertThat(rules.getItems()).extracting(RoutingRule::name).containsExactly("Rule 2");
        push(robot, KeyCode.DELETE);
        assertThat(rules.getItems()).extracting(RoutingRule::name).containsExactly("Rule 2");
        robot.interact(() -> rules.getSelectionModel().select(0));

        robot.interact(
                () -> robot.lookup("#routing-languages").queryTextInputControl().setText("nl, ?"));
        push(robot, KeyCode.SHORTCUT, KeyCode.S);

        assertThat(text(robot, "#routing-problem")).isEqualTo("“?” is not a language. Write nl or pt-BR.");
        assertThat(plans.inForce(LEAD).version()).isZero();
    }

    @Test
    void aStoreThatDoesNotAnswerIsSaidAndTriedAgain(FxRobot robot) {
        store.close();
        robot.interact(screen::shown);

        assertThat(robot.lookup("#routing-again").tryQuery()).isPresent();
    }

    @Test
    void itFitsASmallWindowInDutchAndTheDark(FxRobot robot) {
        robot.interact(() -> furnish(Language.NL, true, 1028, 632));
        push(robot, KeyCode.SHORTCUT, KeyCode.N);
        robot.interact(() -> Pictures.save(stage.getScene(), "queues-small-nl"));

        assertThat(text(robot, "#routing-version")).isEqualTo("Nog geen versie, met wijzigingen die niet zijn bewaard");
        assertThat(robot.lookup("#routing-form").query().getBoundsInParent().getWidth())
                .isGreaterThan(300);
    }

    private void name(FxRobot robot, String name) {
        robot.interact(() -> {
            var field = robot.lookup("#routing-name").queryTextInputControl();
            field.setText(name);
            ((TextField) field).getOnAction().handle(null);
        });
    }

    private void push(FxRobot robot, KeyCode... keys) {
        robot.interact(() -> robot.lookup("#queues").query().requestFocus());
        robot.push(keys);
        robot.interact(() -> {});
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private void furnish(Language language, boolean dark, double width, double height) {
        var kit =
                Kit.of(new Texts(language), ZoneId.of("Europe/Amsterdam"), new InlineBackground(), new Covers(), clock);
        var rooms = new QueueRooms(
                plans, new Rerouting(store, log), new StoredPeople(store, log, clock), _ -> List.of("weapons-2026"));
        screen = new QueuesScreen(kit, rooms, LEAD);
        var scene = new Scene(new StackPane(screen.node()), width, height);
        var theme = new Theme(List.of("shell", "settings", "queue"));
        theme.set(new Look(dark, 100));
        theme.dress(scene);
        stage.setScene(scene);
        stage.setWidth(width);
        stage.setHeight(height);
        screen.shown();
    }
}
