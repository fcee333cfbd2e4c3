package org.moderationdesk.emergency.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
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
import org.moderationdesk.decisions.HiddenTests;
import org.moderationdesk.decisions.ProposalJson;
import org.moderationdesk.emergency.Emergencies;
import org.moderationdesk.emergency.EmergencyKind;
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
import org.moderationdesk.referrals.ReferralFile;
import org.moderationdesk.referrals.Standing;
import org.moderationdesk.referrals.Workspace;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.settings.ReferralSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What is shown of a referral to emergency services, and done from there. */
@ExtendWith(ApplicationExtension.class)
final class EmergencyPageTest {
    private static final Person LENA = new Person("lena", Set.of(Role.REVIEWER, Role.TEAM_LEAD), false);

    private final TestClock clock = new TestClock();
    private final Store store = TestStore.create();
    private final ReviewDesk desk = new ReviewDesk(store, clock);
    private final Emergencies emergencies =
            new Emergencies(store, desk.log(), new StoredItems(store, StoredQueue::openCases), HiddenTests.NONE, "NL");
    private Stage stage;
    private EmergencyPage page;

    @Start
    void show(Stage shown) {
        stage = shown;
        stage.setWidth(1100);
        stage.setHeight(700);
        stage.show();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theCallIsMadeAndWhatCameOfItIsEnteredLaterFromThePageOfItsReferral(FxRobot robot) {
        refer("A-1");
        robot.interact(() -> open(Language.EN, false));
        assertThat(file().referral().standing()).isEqualTo(Standing.TO_DO);
        assertThat(robot.lookup("#emergency-page-outcome").tryQuery()).isEmpty();

        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.ESCAPE);

        assertThat(emergencies.ofItem(LENA, "A-1")).singleElement().satisfies(call -> assertThat(call.outcomes())
                .isEmpty());
        robot.interact(() -> {
            assertThat(AccessibleNames.in((Parent) page.node()).missing()).isEmpty();
            Pictures.save(stage.getScene(), "emergency-page-called");
        });
        clock.advance(Duration.ofMinutes(4));
        robot.push(KeyCode.ALT, KeyCode.O);
        robot.interact(() -> {
            @SuppressWarnings("unchecked")
            ChoiceBox<OutcomeKind> came = robot.lookup("#emergency-outcome").queryAs(ChoiceBox.class);
            came.setValue(OutcomeKind.TAKEN_OVER);
            robot.lookup("#dialog-act").queryAs(Button.class).fire();
        });

        assertThat(emergencies.ofItem(LENA, "A-1")).singleElement().satisfies(call -> assertThat(call.outcomes())
                .hasSize(1));
        assertThat(file().referral().standing()).isEqualTo(Standing.SENT);
        assertThat(robot.lookup("#emergency-page-outcome").tryQuery())
                .as("it was said")
                .isEmpty();
        robot.interact(() -> Pictures.save(stage.getScene(), "emergency-page-ended"));
    }

    @Test
    void aPageThatIsLeftShowsNothingAndActsOnNothing(FxRobot robot) {
        refer("A-1");
        robot.interact(() -> open(Language.NL, true));
        robot.interact(() -> Pictures.save(stage.getScene(), "emergency-page-nl-dark"));

        robot.interact(page::leave);
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);

        assertThat(robot.lookup("#dialog").tryQuery()).isEmpty();
        assertThat(robot.lookup("#emergency-page-call").tryQuery()).isEmpty();
    }

    private void refer(String item) {
        desk.flag(item, "1.1");
        var opened = desk.review().open(item, Person.alone("anna")).orElseThrow();
        var proposal = ProposalJson.read("""
            {"item":"%s","answers":{"1.1.1":"YES"},"outcome":"REMOVE","rationale":"a neutral placeholder",\
            "referrals":[{"to":"EMERGENCY_SERVICES","why":"a neutral placeholder of a reason","threatToLife":true}]}
            """.formatted(item)).proposal();
        assertThat(desk.review().submit(opened, proposal, 0)).isNotNull();
    }

    private ReferralFile file() {
        var workspace = new Workspace(
                store,
                desk.log(),
                List.of(new EmergencyKind()),
                desk.decisions().approvals(),
                ReferralSettings::defaults,
                clock);
        var referral = workspace.list(LENA, "", 9);
        String id = Stream.concat(referral.open().stream(), referral.ended().stream())
                .map(one -> one.line().id())
                .findFirst()
                .orElseThrow();
        return workspace.read(LENA, id).orElseThrow();
    }

    private void open(Language language, boolean dark) {
        var kit = Kit.of(new Texts(language), ZoneId.of("UTC"), new InlineBackground(), new Covers(), clock);
        var layer = new StackPane();
        var scene = new Scene(layer, 1100, 700);
        var theme = new Theme(List.of("shell", "referrals"));
        theme.set(new Look(dark, 100));
        theme.dress(scene);
        stage.setScene(scene);
        var dialog = new EmergencyDialog(kit, new Dialogs(layer, kit.texts()), () -> emergencies, LENA);
        page = new EmergencyPage(kit, dialog, () -> emergencies, LENA);
        page.onChange(() -> {});
        page.keys().listenOn(layer);
        layer.getChildren().addFirst(page.node());
        page.show(file());
        layer.setFocusTraversable(true);
        layer.requestFocus();
    }
}
