package org.moderationdesk.referrals.targets.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.fx.AccessibleNames;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.LosableBackground;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.targets.AddedTarget;
import org.moderationdesk.referrals.targets.StoredTargets;
import org.moderationdesk.referrals.targets.Target;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.settings.view.SettingsScreen;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Targets in the window of who may set them. */
@ExtendWith(ApplicationExtension.class)
final class TargetsCardTest {
    private static final Person ADMIN = new Person("ada", Set.of(Role.ADMINISTRATOR), true);
    private static final Person LEAD = new Person("lena", Set.of(Role.TEAM_LEAD), true);

    private final TestClock clock = new TestClock();
    private final LosableBackground background = new LosableBackground();
    private Store store;
    private ReviewDesk desk;
    private StoredTargets targets;
    private Stage stage;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open() {
        store = TestStore.create();
        desk = new ReviewDesk(store, clock);
        targets = new StoredTargets(store, desk.log());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stage::hide);
        assertThat(desk.verify().intact()).isTrue();
        store.close();
    }

    @Test
    void allAreListedWithTheirClocksAndWhatIsPreserved(FxRobot robot) {
        show(robot, ADMIN, Language.EN, false);

        assertThat(words(robot, "#targets-version")).isEqualTo("What came with the desk is in force.");
        assertThat(labels(robot, "#target-NL_POLICE"))
                .contains(
                        "Dutch police",
                        "Authority, the desk turns to it · NL · DSA Art. 18 (mandatory)",
                        "Promptly from the decision · phone: 0900-8844; politie.nl");
        assertThat(labels(robot, "#target-TCO_ORDER")).anyMatch(line -> line.startsWith("Within 1 h from receipt"));
        assertThat(labels(robot, "#target-NCMEC"))
                .anyMatch(line -> line.endsWith("Preserved for 365 days after it arrived."));
        assertThat(shown(robot, "#target-remove-NCMEC")).isEmpty();
        robot.interact(
                () -> assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing())
                        .isEmpty());
    }

    @Test
    void oneIsAddedInBothLanguagesWithWhatIsWrongAtItsFields(FxRobot robot) {
        show(robot, ADMIN, Language.EN, false);
        robot.push(KeyCode.ALT, KeyCode.D);
        robot.interact(
                () -> assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing())
                        .isEmpty());
        fire(robot, "#dialog-act");
        assertThat(problems(robot))
                .containsExactly(
                        "2 to 30 capitals, digits and underscores, beginning with a letter.",
                        "1 to 600 characters on one line, in both languages.",
                        "At least one.",
                        "Two capitals, such as BE or EU, or * for anywhere.",
                        "1 to 600 characters on one line, in both languages.",
                        "1 to 600 characters on one line, in both languages.",
                        "1 to 600 characters on one line, in both languages.");
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("target-code");
        set(robot, "#target-code", "NL_POLICE");
        for (String name : List.of("name", "basis", "trigger", "note")) {
            set(robot, "#target-" + name + "-en", "in English");
            set(robot, "#target-" + name + "-nl", "in het Nederlands");
        }
        set(robot, "#target-jurisdiction", "BE");
        robot.interact(() -> robot.lookup("#target-purpose-ARTICLE_18")
                .queryAs(CheckBox.class)
                .setSelected(true));
        robot.interact(() -> deadline(robot).getEditor().setText("12"));
        fire(robot, "#dialog-act");
        assertThat(problems(robot)).containsExactly("NL_POLICE is there already: change that one.");
        assertThat(targets.inForce().version()).isZero();
        set(robot, "#target-code", "BE_POLICE");
        fire(robot, "#dialog-act");

        assertThat(shown(robot, "#dialog")).isEmpty();
        assertThat(words(robot, "#targets-said")).isEqualTo("Version 1 is in force now.");
        Target made = targets.inForce().find("BE_POLICE").orElseThrow();
        assertThat(made.deadline()).isEqualTo("PT12H");
        assertThat(made.name().nl()).isEqualTo("in het Nederlands");
        assertThat(labels(robot, "#target-BE_POLICE")).contains("in English");
    }

    @Test
    void whatTheLawPreservesIsSaidAtTheFieldAndNotShortened(FxRobot robot) {
        show(robot, ADMIN, Language.EN, false);
        fire(robot, "#target-change-NCMEC");
        assertThat(words(robot, "#target-floor")).endsWith("preserved for at least 365 days.");
        assertThat(field(robot, "#target-code").isEditable()).isFalse();

        set(robot, "#target-days", "364");
        fire(robot, "#dialog-act");
        assertThat(problems(robot)).containsExactly("What is sent there is preserved for at least 365 days.");
        assertThat(targets.inForce().version()).isZero();
        set(robot, "#target-days", "400");
        fire(robot, "#dialog-act");

        assertThat(targets.inForce().find("NCMEC").orElseThrow().preservationDays())
                .isEqualTo(400);
    }

    @Test
    void whatIsChangedWithoutAChangeOrMeanwhileIsRefusedAndTheFormStays(FxRobot robot) {
        show(robot, ADMIN, Language.EN, false);
        fire(robot, "#target-change-EUROPOL");
        fire(robot, "#dialog-act");
        assertThat(words(robot, "#target-problem")).isEqualTo("Version 0 says the same already.");
        assertThat(targets.set(ADMIN, 0, AddedTarget.police("BE_POLICE", "BE", 0))
                        .version())
                .isOne();
        set(robot, "#target-contact", "front desk");
        fire(robot, "#dialog-act");

        assertThat(words(robot, "#target-problem")).startsWith("Somebody made version 1 meanwhile.");
        assertThat(field(robot, "#target-contact").getText()).isEqualTo("front desk");
        assertThat(shown(robot, "#target-BE_POLICE")).as("read anew").isPresent();
        assertThat(targets.inForce().find("EUROPOL").orElseThrow().contact()).isEmpty();
    }

    @Test
    void whatWasAddedIsRemovedOnceAskedAndVersionsTellByWhomAndWhat(FxRobot robot) {
        assertThat(targets.set(ADMIN, 0, AddedTarget.police("BE_POLICE", "BE", 0))
                        .version())
                .isOne();
        show(robot, ADMIN, Language.EN, false);
        for (int i = 0; i < targets.inForce().all().size(); i++) {
            robot.push(KeyCode.ALT, KeyCode.J);
        }
        robot.push(KeyCode.ALT, KeyCode.R);
        assertThat(labels(robot, "#dialog")).contains("Remove BE_POLICE");
        robot.push(KeyCode.ESCAPE);
        assertThat(targets.inForce().find("BE_POLICE")).isPresent();
        robot.push(KeyCode.ALT, KeyCode.C);
        set(robot, "#target-contact", "102");
        fire(robot, "#dialog-act");
        robot.push(KeyCode.ALT, KeyCode.R).push(KeyCode.TAB).push(KeyCode.ENTER);
        assertThat(targets.inForce().find("BE_POLICE")).isEmpty();

        robot.push(KeyCode.ALT, KeyCode.V);
        assertThat(labels(robot, "#targets-versions"))
                .containsExactly(
                        "Version 3, by ada, 12:00 today",
                        "BE_POLICE removed",
                        "Version 2, by ada, 12:00 today",
                        "BE_POLICE changed. Contact: 101 → 102",
                        "Version 1, by ada, 12:00 today",
                        "BE_POLICE added",
                        "Before that: what came with the desk.");
    }

    @Test
    void whoHasNotTheRightIsRefused(FxRobot robot) {
        show(robot, LEAD, Language.EN, false);
        fire(robot, "#target-change-EUROPOL");
        set(robot, "#target-contact", "front desk");
        fire(robot, "#dialog-act");

        assertThat(words(robot, "#target-problem")).isNotBlank().doesNotContain("store");
        assertThat(targets.inForce().version()).isZero();
    }

    @Test
    void aLostStoreSaysSoAndIsAskedAgain(FxRobot robot) {
        background.lose();
        show(robot, ADMIN, Language.EN, false);
        assertThat(words(robot, "#targets-said")).startsWith("It could not be done: the store does not answer.");
        robot.push(KeyCode.ALT, KeyCode.D);
        assertThat(shown(robot, "#dialog")).isEmpty();
        background.find();
        robot.push(KeyCode.ALT, KeyCode.O);
        assertThat(shown(robot, "#target-NCMEC")).isPresent();

        fire(robot, "#target-change-EUROPOL");
        set(robot, "#target-contact", "front desk");
        background.lose();
        fire(robot, "#dialog-act");
        assertThat(words(robot, "#target-problem")).startsWith("It could not be done");
        background.find();
        fire(robot, "#dialog-act");
        assertThat(targets.inForce().find("EUROPOL").orElseThrow().contact()).isEqualTo("front desk");
    }

    @Test
    void picturesOfItInBothLanguagesAndLooks(FxRobot robot) {
        for (Language language : Language.values()) {
            for (boolean dark : List.of(false, true)) {
                String name = "-" + language.tag() + (dark ? "-dark" : "");
                show(robot, ADMIN, language, dark);
                picture(robot, "targets" + name);
                fire(robot, "#target-change-NCMEC");
                set(robot, "#target-days", "364");
                robot.interact(() -> {
                    stage.setWidth(1_028);
                    stage.setHeight(632);
                });
                picture(robot, "targets-form" + name);
                fire(robot, "#dialog-act");
                picture(robot, "targets-fault" + name);
                robot.push(KeyCode.ESCAPE);
                picture(robot, "targets-small" + name);
                fire(robot, "#target-change-EUROPOL");
                set(robot, "#target-contact", "front desk " + name);
                fire(robot, "#dialog-act");
                robot.push(KeyCode.ALT, KeyCode.V);
                picture(robot, "targets-versions" + name);
                assertThat(shown(robot, "#targets-versions")).isPresent();
                robot.push(KeyCode.ESCAPE);
            }
        }
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> {
            var unused = Pictures.save(stage.getScene(), name);
        });
    }

    @SuppressWarnings("unchecked") // as the form makes it
    private static ComboBox<String> deadline(FxRobot robot) {
        return robot.lookup("#target-deadline").queryAs(ComboBox.class);
    }

    private static TextInputControl field(FxRobot robot, String id) {
        return robot.lookup(id).queryTextInputControl();
    }

    private static void set(FxRobot robot, String id, String words) {
        robot.interact(() -> field(robot, id).setText(words));
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryButton().fire());
    }

    /** What is said to be wrong at a field. */
    private static List<String> problems(FxRobot robot) {
        return robot.lookup("#target-form .field-problem").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private static Optional<Node> shown(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(Node::isVisible).filter(node -> node.getScene() != null);
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static List<String> labels(FxRobot robot, String id) {
        return robot.lookup(id + " .label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    private void show(FxRobot robot, Person person, Language language, boolean dark) {
        robot.interact(() -> {
            var texts = new Texts(language);
            var kit = Kit.of(texts, ZoneOffset.UTC, background, new Covers(), clock);
            var layer = new StackPane();
            var card = new TargetsCard(kit, new Dialogs(layer, texts), targets, person);
            var screen = new SettingsScreen(texts, List.of(card));
            layer.getChildren().setAll(screen.node());
            var scene = new Scene(layer, 1_368, 832);
            var theme = new Theme(List.of("settings", "items", "queue", "decisions", "referrals"));
            theme.set(new Look(dark, 100));
            theme.dress(scene);
            stage.setScene(scene);
            stage.setWidth(1_368);
            stage.setHeight(832);
            stage.show();
            layer.applyCss();
            layer.layout();
        });
        robot.interact(() -> robot.lookup("#targets-add").queryButton().requestFocus());
    }
}
