package org.moderationdesk.authorities.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.authorities.AuthorityDesk.LEAD;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.authorities.AuthorityDesk;
import org.moderationdesk.authorities.Dossiers.Ask;
import org.moderationdesk.base.Language;
import org.moderationdesk.fx.AccessibleNames;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Dossiers in the window of whoever makes them. */
@ExtendWith(ApplicationExtension.class)
final class DossierPageTest {
    private static final String LOST = "It could not be done: the store does not answer.";

    private Stage stage;
    private DossierWindow window;

    @TempDir
    private Path folder;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open() {
        window = new DossierWindow(stage, folder);
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    @Test
    void itIsShownWhatWouldBeInItAndMadeByKeys(FxRobot robot) {
        String referral = window.referred("A-1");
        window.show(robot, LEAD, Language.EN, false, 1_368, 832);
        assertThat(DossierWindow.words(robot, "#referral-means"))
                .isEqualTo("No dossier is made yet. Nothing was sent.");
        robot.push(KeyCode.ENTER);
        assertThat(DossierWindow.words(robot, "#dossier-standing")).isEqualTo("Not made");
        assertThat(DossierWindow.field(robot, "#dossier-why").getText()).isEqualTo("says to be on the way to somebody");
        assertThat(DossierWindow.labels(robot, "#dossier-steps"))
                .containsExactly(
                        "Member State concerned: passed over, since it is not known",
                        "State of establishment: Dutch police (NL_POLICE, NL)",
                        "Europol: passed over, since no contact is set for anybody else there");
        assertThat(DossierWindow.labels(robot, "#dossier-part-WHO")).contains("U Ser", "u-1");
        assertThat(DossierWindow.labels(robot, "#dossier-part-WHAT")).anyMatch(line -> line.contains("[RLO]"));
        assertThat(DossierWindow.words(robot, "#dossier-missing")).startsWith("All that the addressee asks for");
        assertThat(window.dossiers(referral))
                .as("what is looked at is not made")
                .isEmpty();
        robot.interact(
                () -> assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing())
                        .isEmpty());

        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);

        assertThat(DossierWindow.words(robot, "#dossier-standing")).isEqualTo("Made, not sent");
        assertThat(DossierWindow.words(robot, "#referral-standing")).isEqualTo("Made, not sent");
        assertThat(window.dossiers(referral)).hasSize(1);
        assertThat(DossierWindow.labels(robot, "#dossier-proof"))
                .contains(
                        "dossier.pdf",
                        "SHA-256 "
                                + window.dossiers(referral)
                                        .getFirst()
                                        .line()
                                        .dossier()
                                        .pdf(),
                        "manifest.json");
        assertThat(window.changes()).isOne();
    }

    @Test
    void whatIsWrongWithTheFormIsSaidAtItsFields(FxRobot robot) {
        String referral = window.referred("A-1");
        window.show(robot, LEAD, Language.EN, false, 1_368, 832);
        robot.push(KeyCode.ENTER);
        DossierWindow.set(robot, "#dossier-state", "b");
        assertThat(DossierWindow.field(robot, "#dossier-state").getText()).isEqualTo("B");
        assertThat(DossierWindow.problems(robot)).containsExactly("A state is two capital letters, such as BE.");
        robot.push(KeyCode.F2);
        assertThat(window.focused()).isEqualTo("dossier-state");
        DossierWindow.set(robot, "#dossier-state", "BE");
        assertThat(DossierWindow.problems(robot)).isEmpty();
        assertThat(DossierWindow.labels(robot, "#dossier-steps"))
                .contains("Member State concerned: passed over, since no contact is set for anybody else there");

        DossierWindow.set(robot, "#dossier-why", "so");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(DossierWindow.problems(robot))
                .containsExactly("Say in 10 to 4,000 characters why this is suspected.");
        assertThat(window.focused()).isEqualTo("dossier-why");
        assertThat(window.dossiers(referral)).isEmpty();
        DossierWindow.set(robot, "#dossier-why", "he wrote where and when");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);

        assertThat(DossierWindow.labels(robot, "#dossier-part-WHY")).contains("he wrote where and when");
        assertThat(window.dossiers(referral).getFirst().line().dossier().state())
                .isEqualTo("BE");
    }

    @Test
    void whatWasErasedIsSaidFirstAndOfferedNowhere(FxRobot robot) throws IOException {
        String referral = window.made("A-1");
        window.handedOver(referral);
        window.show(robot, LEAD, Language.EN, false, 1_368, 832);
        robot.interact(() -> window.open(referral));
        assertThat(DossierWindow.shown(robot, "#dossier-pdf")).isPresent();
        assertThat(DossierWindow.shown(robot, "#dossier-paper-1")).isPresent();

        window.eraseOldPapers();
        robot.push(KeyCode.F5);

        assertThat(DossierWindow.words(robot, "#dossier-erased")).startsWith("Erased on ");
        assertThat(DossierWindow.shown(robot, "#dossier-pdf")).isEmpty();
        assertThat(DossierWindow.shown(robot, "#dossier-zip")).isEmpty();
        assertThat(DossierWindow.shown(robot, "#dossier-paper-1")).isEmpty();
        robot.push(KeyCode.ALT, KeyCode.Z);
        assertThat(DossierWindow.shown(robot, "#dialog")).isEmpty();
    }

    @Test
    void anotherAddresseeNeedsAReasonAndASecondForTheSameIsRefused(FxRobot robot) {
        window.reachEuropol();
        String referral = window.referred("A-1");
        window.show(robot, LEAD, Language.EN, false, 1_368, 832);
        robot.push(KeyCode.ENTER).push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(window.dossiers(referral)).hasSize(1);

        robot.push(KeyCode.ALT, KeyCode.N);
        assertThat(DossierWindow.problems(robot)).singleElement().satisfies(line -> assertThat(line)
                .startsWith("A dossier of this referral for NL_POLICE is made already."));
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(window.dossiers(referral)).as("not twice for the same").hasSize(1);
        robot.interact(() -> DossierWindow.choice(robot)
                .setValue(DossierWindow.choice(robot).getItems().getLast()));
        assertThat(DossierWindow.shown(robot, "#dossier-another")).isPresent();
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(DossierWindow.problems(robot))
                .containsExactly("Say in 10 to 1,000 characters why it does not go to the first.");
        assertThat(window.focused()).isEqualTo("dossier-another");
        DossierWindow.set(robot, "#dossier-another", "the police asked us to");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);

        assertThat(window.dossiers(referral))
                .extracting(one -> one.line().dossier().target())
                .containsExactly("NL_POLICE", "EUROPOL");
        assertThat(DossierWindow.labels(robot, "#dossier-part-ADDRESSEE")).contains("the police asked us to");
        robot.interact(() ->
                robot.lookup("#dossier-choose-1").queryAs(ToggleButton.class).fire());
        assertThat(DossierWindow.labels(robot, "#dossier-part-ADDRESSEE")).contains("Dutch police");
    }

    @Test
    void whatIsNotToGoOutIsNotMadeAndSaysSo(FxRobot robot) {
        window.desk().flag("A-1", "1.1");
        String waits = window.desk().refer("A-1", "1.1.1", false);
        window.show(robot, LEAD, Language.EN, false, 1_368, 832);
        robot.push(KeyCode.ENTER);

        assertThat(DossierWindow.shown(robot, "#dossier-not-now")).isPresent();
        assertThat(DossierWindow.shown(robot, "#dossier-act")).isEmpty();
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(window.dossiers(waits)).isEmpty();
    }

    @Test
    void ofChildSafetyOnlyWhoIsClearedSeesAnything(FxRobot robot) {
        window.desk().flag("S-1", "8.1");
        String referral = window.desk().refer("S-1", "8.1.1", true);
        window.show(robot, AuthorityDesk.UNCLEARED, Language.EN, false, 1_368, 832);
        assertThat(DossierWindow.shown(robot, "#referrals-empty")).isPresent();
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(window.dossiers(referral)).isEmpty();

        window.show(robot, LEAD, Language.EN, false, 1_368, 832);
        robot.push(KeyCode.ENTER);
        assertThat(DossierWindow.labels(robot, "#dossier-page")).noneMatch(line -> line.contains("made up words"));
        assertThat(DossierWindow.labels(robot, "#dossier-part-WHAT")).anyMatch(line -> line.startsWith("Under seal"));
    }

    @Test
    void whatIsRefusedOnceAnotherWasChosenIsSaidOfItsReferral(FxRobot robot) throws IOException {
        String referral = window.referred("A-1");
        window.clock().advance(Duration.ofSeconds(1));
        String other = window.referred("A-2");
        window.show(robot, LEAD, Language.EN, false, 1_368, 832);
        robot.push(KeyCode.ENTER);
        var _ = window.desk().dossiers().make(LEAD, referral, new Ask(null, null, null), "NL", AuthorityDesk.EN);

        window.background().hold();
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER).push(KeyCode.J).push(KeyCode.ENTER);
        robot.interact(window.background()::answer);

        assertThat(DossierWindow.words(robot, "#missed-words-1"))
                .startsWith("A-1: A dossier of this referral for NL_POLICE is made already.");
        assertThat(DossierWindow.problems(robot)).isEmpty();
        assertThat(window.dossiers(other)).isEmpty();
        robot.push(KeyCode.ALT, KeyCode.U);
        assertThat(DossierWindow.shown(robot, "#missed-words-1")).isEmpty();
    }

    @Test
    void aLostStoreSaysSoAndWhatWasTypedStays(FxRobot robot) {
        String referral = window.referred("A-1");
        window.show(robot, LEAD, Language.EN, false, 1_368, 832);
        robot.push(KeyCode.ENTER);
        DossierWindow.set(robot, "#dossier-why", "he wrote where and when");
        window.background().lose();
        DossierWindow.set(robot, "#dossier-state", "BE");
        assertThat(DossierWindow.words(robot, "#dossier-problem")).startsWith(LOST);
        window.background().find();
        robot.push(KeyCode.F5);
        assertThat(DossierWindow.words(robot, "#dossier-problem")).isEmpty();
        assertThat(DossierWindow.labels(robot, "#dossier-steps"))
                .anyMatch(line -> line.endsWith("no contact is set for anybody else there"));
        assertThat(DossierWindow.field(robot, "#dossier-state").getText()).isEqualTo("BE");
        window.background().lose();
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(DossierWindow.words(robot, "#dossier-problem")).startsWith(LOST);
        assertThat(DossierWindow.field(robot, "#dossier-why").getText()).isEqualTo("he wrote where and when");
        window.background().find();
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(window.dossiers(referral)).hasSize(1);

        window.background().lose();
        DossierWindow.set(robot, "#dossier-reference", "PL-1");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(DossierWindow.words(robot, "#dossier-problem")).startsWith(LOST);
        assertThat(DossierWindow.words(robot, "#dossier-standing")).isEqualTo("Made, not sent");
        window.background().find();
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(DossierWindow.words(robot, "#dossier-standing")).isEqualTo("Sent");
    }
}
