package org.moderationdesk.practice.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.practice.PracticeDesk.FLEUR;
import static org.moderationdesk.practice.PracticeDesk.TESS;
import static org.moderationdesk.practice.PracticeDesk.TOM;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.practice.AssignmentTerms;
import org.moderationdesk.practice.Certificate;
import org.moderationdesk.practice.Certification;
import org.moderationdesk.practice.Feedback;
import org.moderationdesk.practice.PracticeItem;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.PractisedDesk;
import org.moderationdesk.practice.Run;
import org.moderationdesk.practice.SetState;
import org.moderationdesk.practice.Told;
import org.moderationdesk.practice.Whom;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** How sets come to be, and are given and taken back, by keyboard. */
@ExtendWith(ApplicationExtension.class)
final class TrainerScreenTest {
    @TempDir
    private static Path media;

    @TempDir
    private Path folder;

    private static PractisedDesk desk;

    private Stage stage;
    private WatchedPractice window;

    @BeforeAll
    static void build() {
        desk = new PractisedDesk(media);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open(FxRobot robot) {
        desk.clear();
        window = new WatchedPractice(desk, robot, stage, folder, new InlineBackground());
    }

    @AfterEach
    void leave() {
        window.close();
    }

    private static void drafts(FxRobot robot) {
        robot.interact(() -> robot.lookup("#practice-shelf-DRAFT")
                .queryAs(ToggleButton.class)
                .fire());
    }

    @Test
    void aPickedCaseIsSeenAsTraineesWillBeforeItsCopyIsKept(FxRobot robot) {
        List<String> decided = List.of(desk.decided("V-1"), desk.decided("V-2"), desk.decided("V-3"));
        PracticeSet draft = desk.draft("Picked");
        window.show(TESS, Language.EN, false, 1_368, 832);
        drafts(robot);
        robot.push(KeyCode.I);
        robot.interact(() -> robot.lookup("#dialog-act").queryButton().fire());
        assertThat(window.words("#form-problem")).isEqualTo("Choose at least one case.");
        for (String one : decided) {
            robot.interact(() -> robot.lookup("#practice-pick-" + one)
                    .queryAs(CheckBox.class)
                    .fire());
        }
        window.picture("practice-pick");
        window.act();

        assertThat(robot.lookup("#practice-preview").query().isVisible()).isTrue();
        assertThat(desk.sets().find(TESS, draft.id()).newest().items())
                .as("nothing is kept")
                .isZero();
        assertThat(window.words("#practice-preview-kept")).isEqualTo("not to be kept");
        Button put = robot.lookup("#practice-preview-put").queryButton();
        assertThat(put.isDisabled()).isTrue();
        assertThat(window.said())
                .anyMatch(said -> said.contains("@lid-"))
                .noneMatch(said -> said.contains("V-1") || said.contains("@u ") || said.contains("piet@klant"));
        window.everythingIsNamed();
        window.picture("practice-preview");
        robot.push(KeyCode.G);
        assertThat(window.said()).contains("2 of 3");
        robot.push(KeyCode.DELETE);
        robot.push(KeyCode.G);
        assertThat(put.getText()).isEqualTo("Put in 2 copies");
        robot.push(KeyCode.K).push(KeyCode.G).push(KeyCode.K).push(KeyCode.DELETE);
        assertThat(put.getText()).isEqualTo("Put in 2 copies");
        robot.push(KeyCode.K).push(KeyCode.SHORTCUT, KeyCode.ENTER);

        assertThat(robot.lookup("#practice-preview").query().isVisible()).isFalse();
        assertThat(desk.sets().items(TESS, draft.id(), 1, 0, 9)).hasSize(2);
        assertThat(window.line().sentences()).last().isEqualTo("2 copies are in the set");
    }

    @Test
    void copiesThatAreOnlyLookedAtAreNotKept(FxRobot robot) {
        String decided = desk.decided("V-7");
        PracticeSet draft = desk.draft("Looked at");
        window.show(TESS, Language.NL, true, 1_028, 632);
        drafts(robot);
        robot.push(KeyCode.I);
        robot.interact(() -> robot.lookup("#practice-pick-" + decided)
                .queryAs(CheckBox.class)
                .fire());
        window.act();
        robot.push(KeyCode.G);
        window.picture("practice-preview-nl");
        robot.push(KeyCode.ALT, KeyCode.LEFT);

        assertThat(robot.lookup("#practice-preview").query().isVisible()).isFalse();
        assertThat(desk.sets().find(TESS, draft.id()).newest().items()).isZero();
        robot.push(KeyCode.I);
        assertThat(robot.lookup("#practice-pick-" + decided)
                        .queryAs(CheckBox.class)
                        .isSelected())
                .isFalse();
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void twoTrainersAgreeBeforeASetIsPublished(FxRobot robot) {
        PracticeSet draft = desk.draftOfTwo("Agreed");
        window.show(TESS, Language.EN, false, 1_368, 832);
        drafts(robot);
        robot.push(KeyCode.P);
        assertThat(window.words("#practice-problem")).contains("P-1");
        TableView<PracticeItem> items = robot.lookup("#practice-set-items").queryTableView();
        robot.interact(items::requestFocus);
        robot.push(KeyCode.G);
        assertThat(window.words("#practice-problem"))
                .as("who wrote it stands for it already")
                .contains("P-1");
        assertThat(desk.sets().find(TESS, draft.id()).keyed()).isZero();
        robot.interact(() -> window.screen().hidden());

        window.show(TOM, Language.EN, false, 1_368, 832);
        drafts(robot);
        TableView<PracticeItem> toms = robot.lookup("#practice-set-items").queryTableView();
        for (int at = 0; at < 2; at++) {
            int row = at;
            robot.interact(() -> {
                toms.requestFocus();
                toms.getSelectionModel().clearAndSelect(row);
            });
            robot.push(KeyCode.G);
            assertThat(desk.sets().find(TESS, draft.id()).keyed()).isEqualTo(at + 1);
        }
        assertThat(window.said()).contains("tess, tom").anyMatch(said -> said.contains("2 of 2"));
        window.picture("practice-agreed");
        robot.push(KeyCode.P);
        assertThat(desk.sets().find(TESS, draft.id()).state()).isEqualTo(SetState.PUBLISHED);
    }

    @Test
    void whatIsWithdrawnIsAskedOfNobodyAnyMore(FxRobot robot) {
        PracticeSet set = desk.published();
        assertThat(desk.assignments()
                        .assign(
                                TESS,
                                set.id(),
                                new Whom.Named(List.of("fleur")),
                                new AssignmentTerms(
                                        desk.clock().instant().plus(Duration.ofDays(7)),
                                        3,
                                        false,
                                        true,
                                        Feedback.AT_ONCE)))
                .isNotNull();
        window.show(TESS, Language.EN, false, 1_368, 832);
        robot.push(KeyCode.ALT, KeyCode.DIGIT4);
        assertThat(robot.lookup("#practice-keep").query().isDisabled())
                .as("no question")
                .isTrue();
        robot.push(KeyCode.ALT, KeyCode.DIGIT3);
        assertThat(robot.lookup("#practice-withdraw").query().isDisabled()).isFalse();
        robot.push(KeyCode.W);
        robot.push(KeyCode.ESCAPE);
        assertThat(desk.assignments().own(FLEUR)).as("asked first").hasSize(1);
        robot.push(KeyCode.W);
        window.picture("practice-withdraw");
        robot.interact(() -> robot.lookup("#dialog-act").queryButton().fire());

        assertThat(desk.assignments().own(FLEUR)).isEmpty();
        assertThat(window.said()).contains("withdrawn");
        robot.push(KeyCode.W);
        assertThat(robot.lookup("#dialog-act").tryQuery()).as("once").isEmpty();
        assertThat(robot.lookup("#practice-withdraw").query().isDisabled()).isTrue();
    }

    @Test
    void whatWentWrongIsNoLongerSaidOverARun(FxRobot robot) {
        desk.published();
        window.show(TESS, Language.EN, false, 1_368, 832);
        robot.push(KeyCode.I);
        assertThat(window.words("#practice-problem")).startsWith("Cases are picked into a draft.");

        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);

        assertThat(robot.lookup("#practice-run").query().isVisible()).isTrue();
        assertThat(robot.lookup("#practice-problem").queryLabeled().getText()).isEmpty();
    }

    @Test
    void traineesAndTrainersAreRemindedOfWhatIsDueAndOfWhatEnds(FxRobot robot) {
        PracticeSet set = desk.published();
        assertThat(desk.draft("Another")).isNotNull();
        Run passed = desk.goneThrough(1, FLEUR);
        var gate = new Certification("weapons", Told.both("Weapons", "Wapens"), List.of(passed.setId()), 0, 20, false);
        assertThat(desk.doors(PracticeWindow.means()).certifying().put(TESS, gate))
                .isEqualTo(gate);
        Certificate given = desk.doors(PracticeWindow.means()).certifying().certify(TESS, "fleur", "weapons");
        assertThat(given).isNotNull();
        for (int days : new int[] {2, 6}) {
            assertThat(desk.assignments()
                            .assign(
                                    TESS,
                                    set.id(),
                                    new Whom.Named(List.of("fleur", "anna")),
                                    new AssignmentTerms(
                                            desk.clock().instant().plus(Duration.ofDays(days)),
                                            3,
                                            false,
                                            true,
                                            Feedback.AT_ONCE)))
                    .isNotNull();
        }
        desk.clock().advance(Duration.ofDays(3));
        window.show(FLEUR, Language.NL, false, 1_028, 632);
        assertThat(window.said())
                .anyMatch(said -> said.startsWith("Regels met uitzonderingen moest af zijn op"))
                .anyMatch(said -> said.startsWith("Regels met uitzonderingen moet af zijn op"))
                .anyMatch(said -> said.startsWith("Je certificaat Wapens loopt af op"));
        window.everythingIsNamed();
        window.picture("practice-reminders-nl");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(robot.lookup("#practice-reminders").query().isVisible())
                .as("not in a run")
                .isFalse();
        robot.push(KeyCode.ALT, KeyCode.P);
        robot.interact(() -> window.screen().hidden());

        window.show(TESS, Language.EN, true, 1_368, 832);
        assertThat(window.said())
                .anyMatch(said -> said.endsWith("not finished: anna, fleur."))
                .anyMatch(said -> said.endsWith("not finished yet: anna, fleur."))
                .anyMatch(said -> said.startsWith("Certificate Weapons ends from"));
        window.picture("practice-reminders");
        drafts(robot);
        robot.interact(() -> window.screen().node().requestFocus());
        robot.push(KeyCode.R);
        assertThat(window.screen().path().getValue()).containsExactly("1 Rules with exceptions");
    }

    @Test
    void filesComeInWithTheirItemsOrTheFormSaysWhichDoNot(FxRobot robot) throws IOException {
        PracticeSet draft = desk.draft("With files");
        Path items = Files.writeString(folder.resolve("items.jsonl"), """
            {"id":"P-1","kind":"IMAGE","media":[{"path":"knife.png"},{"path":"pan.png"}],"reports":[{"id":"r-1","source":"USER","sections":["5.3"],"at":"2026-11-02T12:00:00Z"}]}
            """);
        window.show(TESS, Language.EN, false, 1_368, 832);
        drafts(robot);
        window.choose(items);
        robot.push(KeyCode.ALT, KeyCode.I);
        assertThat(window.said()).contains("1 item, no keys, 2 files");
        robot.interact(() -> robot.lookup("#dialog-act").queryButton().fire());
        assertThat(window.words("#form-problem").lines())
                .containsExactly(
                        "P-1: the file knife.png is not beside the file with the items.",
                        "P-1: the file pan.png is not beside the file with the items.");
        window.picture("practice-import-refused");
        assertThat(desk.sets().find(TESS, draft.id()).newest().items()).isZero();

        assertThat(Files.writeString(folder.resolve("knife.png"), "a knife")).exists();
        assertThat(Files.writeString(folder.resolve("pan.png"), "a pan")).exists();
        window.act();
        assertThat(desk.sets().find(TESS, draft.id()).newest().items()).isEqualTo(1);
    }
}
