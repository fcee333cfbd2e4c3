package org.moderationdesk.emergency.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
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
import org.moderationdesk.decisions.HiddenTests;
import org.moderationdesk.emergency.Call;
import org.moderationdesk.emergency.Emergencies;
import org.moderationdesk.emergency.OutcomeKind;
import org.moderationdesk.fx.AccessibleNames;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class EmergencyDialogTest {
    private static final Person RITA = new Person("rita", Set.of(Role.REVIEWER), false);
    private static final Person ADMIN = new Person("ada", Set.of(Role.ADMINISTRATOR), true);

    private final TestClock clock = new TestClock();
    private final Store store = TestStore.create();
    private final ReviewDesk desk = new ReviewDesk(store, clock);
    private final Emergencies emergencies =
            new Emergencies(store, desk.log(), new StoredItems(store, StoredQueue::openCases), HiddenTests.NONE, "NL");
    private Stage stage;

    @Start
    void show(Stage shown) {
        stage = shown;
        stage.setWidth(1100);
        stage.setHeight(700);
        stage.show();
    }

    @BeforeEach
    void flag() {
        desk.flag("A-1", "1.1");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void enterAfterTheCallKeepsItAndTheOutcomeFollows(FxRobot robot) {
        robot.interact(() -> open(Language.EN, false, RITA));
        assertThat(robot.lookup("#emergency-number").queryAs(Label.class).getText())
                .isEqualTo("112");
        assertThat(field(robot, "#emergency-who").getText()).contains("@u");
        assertThat(calls()).isEmpty();
        robot.interact(() -> {
            assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing()).isEmpty();
            Pictures.save(stage.getScene(), "emergency-en");
            field(robot, "#emergency-where").setText("a street");
        });

        robot.push(KeyCode.ENTER);

        assertThat(calls()).singleElement().satisfies(call -> {
            assertThat(call.where()).isEqualTo("a street");
            assertThat(call.who()).contains("@u").doesNotContain("\u200E");
            assertThat(call.isOpen()).isTrue();
        });
        robot.interact(() -> {
            Pictures.save(stage.getScene(), "emergency-outcome-en");
            robot.lookup("#dialog-act").queryAs(Button.class).fire();
            assertThat(robot.lookup("#dialog").tryQuery())
                    .as("nothing is chosen yet")
                    .isPresent();
            outcome(robot).setValue(OutcomeKind.ADVISED);
            field(robot, "#emergency-reference").setText("MK-7");
            robot.lookup("#dialog-act").queryAs(Button.class).fire();
        });
        assertThat(calls())
                .singleElement()
                .satisfies(call -> assertThat(call.outcomes()).singleElement().satisfies(outcome -> {
                    assertThat(outcome.kind()).isEqualTo(OutcomeKind.ADVISED);
                    assertThat(outcome.reference()).isEqualTo("MK-7");
                }));
        assertThat(robot.lookup("#dialog").tryQuery()).isEmpty();
    }

    @Test
    void anotherCountryIsSaidToHaveNoNumberAndLeavingEntersNothing(FxRobot robot) {
        robot.interact(() -> open(Language.NL, true, RITA));
        robot.interact(() -> field(robot, "#emergency-region").setText("be"));
        robot.interact(() -> field(robot, "#emergency-region").requestFocus());
        robot.push(KeyCode.ENTER);

        assertThat(robot.lookup("#emergency-elsewhere").queryAs(Label.class).getText())
                .contains("BE");
        assertThat(calls()).isEmpty();
        robot.interact(() -> Pictures.save(stage.getScene(), "emergency-nl-dark"));
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#dialog").tryQuery()).isEmpty();
        assertThat(calls()).isEmpty();
    }

    @Test
    void whoMayNotIsToldSo(FxRobot robot) {
        robot.interact(() -> open(Language.EN, false, ADMIN));

        assertThat(robot.lookup("#emergency-number").tryQuery()).isEmpty();
        assertThat(robot.lookup("#dialog").tryQuery()).isPresent();
    }

    private List<Call> calls() {
        return emergencies.newest(RITA, 9);
    }

    @SuppressWarnings("unchecked")
    private static ChoiceBox<OutcomeKind> outcome(FxRobot robot) {
        return robot.lookup("#emergency-outcome").queryAs(ChoiceBox.class);
    }

    private static TextField field(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(TextField.class);
    }

    private void open(Language language, boolean dark, Person person) {
        var texts = new Texts(language);
        var kit = Kit.of(texts, ZoneId.of("UTC"), new InlineBackground(), new Covers(), clock);
        var layer = new StackPane();
        var scene = new Scene(layer, 1100, 700);
        var theme = new Theme(List.of("shell", "referrals"));
        theme.set(new Look(dark, 100));
        theme.dress(scene);
        stage.setScene(scene);
        new EmergencyDialog(kit, new Dialogs(layer, texts), () -> emergencies, person).open("A-1");
    }
}
