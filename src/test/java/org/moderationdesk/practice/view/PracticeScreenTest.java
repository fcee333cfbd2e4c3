package org.moderationdesk.practice.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.practice.PracticeDesk.FLEUR;
import static org.moderationdesk.practice.PracticeDesk.TESS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.base.Language;
import org.moderationdesk.fx.AccessibleNames;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.ReadableWords;
import org.moderationdesk.fx.SaidLine;
import org.moderationdesk.practice.AssignmentTerms;
import org.moderationdesk.practice.Certification;
import org.moderationdesk.practice.Dispute;
import org.moderationdesk.practice.Feedback;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.PractisedDesk;
import org.moderationdesk.practice.Run;
import org.moderationdesk.practice.RunState;
import org.moderationdesk.practice.SetState;
import org.moderationdesk.practice.Told;
import org.moderationdesk.practice.TrainerNote;
import org.moderationdesk.practice.Whom;
import org.moderationdesk.staff.Person;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Practice as a trainee goes through it, by keyboard alone. */
@ExtendWith(ApplicationExtension.class)
final class PracticeScreenTest {
    @TempDir
    private Path folder;

    private PractisedDesk desk;
    private final SaidLine line = new SaidLine();
    private PracticeSet set;
    private Stage stage;
    private PracticeScreen screen;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open() {
        desk = new PractisedDesk();
        set = desk.published();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            screen.hidden();
            stage.hide();
        });
        desk.close();
    }

    @Test
    void aRunIsMarkedAsPracticeThroughoutAndEndsInItsResult(FxRobot robot) {
        show(robot, FLEUR, Language.EN, false, 1_368, 832);
        assertThat(said()).contains("1 Rules with exceptions");
        picture(robot, "practice-home");

        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        for (int i = 1; i <= 7; i++) {
            assertThat(words(robot, "#practice-mark")).isEqualTo("Practice");
            assertThat(words(robot, "#practice-progress")).isEqualTo(i + " of 7");
            assertThat(said())
                    .as("titles and keys")
                    .noneMatch(line -> line.contains("Museum") || line.contains("room signs"));
            assertThat(said()).as("nothing here is due").noneMatch(line -> line.startsWith("due in"));
            if (i == 1) {
                robot.interact(() -> assertThat(
                                AccessibleNames.in(stage.getScene().getRoot()).missing())
                        .isEmpty());
                picture(robot, "practice-run");
            }
            robot.push(KeyCode.Y).push(KeyCode.SHIFT, KeyCode.N).push(KeyCode.DIGIT4);
            robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        }

        Run over = desk.runs().own(FLEUR).getFirst();
        assertThat(over.state()).isEqualTo(RunState.FINISHED);
        assertThat(words(robot, "#practice-right")).isEqualTo("3 of 7");
        assertThat(words(robot, "#practice-passed")).isEqualTo("not passed");
        assertThat(said()).contains("Museum tour of old pistols");
        robot.interact(
                () -> assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing())
                        .isEmpty());
        picture(robot, "practice-result");
    }

    @Test
    void theKeyComesAtOnceWhereThatIsAskedAndNotBefore(FxRobot robot) {
        asked(Feedback.AT_ONCE);
        show(robot, FLEUR, Language.EN, false, 1_368, 832);
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(robot.lookup("#practice-key").tryQuery()).isEmpty();
        robot.push(KeyCode.Y).push(KeyCode.SHIFT, KeyCode.N).push(KeyCode.DIGIT4);
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);

        assertThat(words(robot, "#practice-verdict")).isEqualTo("Missed");
        assertThat(said()).contains("Museum tour of old pistols");
        assertThat(words(robot, "#practice-progress")).as("where one still is").isEqualTo("1 of 7");
        picture(robot, "practice-told");
        robot.push(KeyCode.Q);
        robot.write("It is a museum, so it stays up.");
        picture(robot, "practice-question");
        robot.interact(() -> robot.lookup("#dialog-act").queryButton().fire());
        assertThat(desk.doors(PracticeWindow.means()).disputes().own(FLEUR)).hasSize(1);
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(words(robot, "#practice-progress")).isEqualTo("2 of 7");
        assertThat(robot.lookup("#practice-told").query().isVisible()).isFalse();
    }

    @Test
    void aRunIsPausedAndGoneOnWithAndWhatWasAnsweredStays(FxRobot robot) {
        show(robot, FLEUR, Language.EN, false, 1_368, 832);
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        robot.push(KeyCode.Y);
        robot.push(KeyCode.ALT, KeyCode.P);
        assertThat(desk.runs().own(FLEUR).getFirst().state()).isEqualTo(RunState.PAUSED);
        assertThat(words(robot, "#practice-go")).isEqualTo("Go on, 0 of 7 answered");

        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        String run = desk.runs().own(FLEUR).getFirst().id();
        assertThat(desk.practising().next(FLEUR, run, 0).orElseThrow().draft().answers())
                .hasSize(1);
        robot.push(KeyCode.N);
        robot.interact(() -> screen.lock());
        assertThat(desk.practising().next(FLEUR, run, 0).orElseThrow().draft().answers())
                .as("kept when the desk is locked")
                .hasSize(2);
        robot.push(KeyCode.ALT, KeyCode.E);
        robot.interact(() -> robot.lookup("#dialog-act").queryButton().fire());
        assertThat(words(robot, "#practice-right")).isEqualTo("0 of 7");
    }

    @Test
    void aResultIsReadReopenedAndPractisedAgainByKeys(FxRobot robot) {
        Run first = desk.gone(FLEUR, set.id(), Set.of("P-07", "P-11", "P-15", "P-23"), 151_000);
        desk.clock().advance(Duration.ofDays(7));
        Run over = desk.gone(FLEUR, set.id(), Set.of("P-07", "P-19", "P-28", "P-34"), 112_000);
        assertThat(first.score()).isNotNull();
        show(robot, FLEUR, Language.EN, false, 1_368, 832);
        robot.interact(() -> robot.lookup("#practice-runs").queryTableView().requestFocus());
        robot.push(KeyCode.ENTER);
        assertThat(words(robot, "#practice-right")).isEqualTo("5 of 7");
        assertThat(said()).contains("1:52", "was 2:31");
        TableView<?> items = robot.lookup("#practice-items").queryTableView();
        assertThat(items.getItems()).hasSize(2);
        robot.push(KeyCode.ALT, KeyCode.DIGIT2);
        assertThat(items.getItems()).hasSize(7);
        robot.push(KeyCode.ALT, KeyCode.DIGIT3);
        picture(robot, "practice-rules");
        robot.push(KeyCode.ALT, KeyCode.DIGIT1);
        robot.push(KeyCode.ENTER);
        assertThat(robot.lookup("#practice-seen-again").query().isVisible()).isTrue();
        picture(robot, "practice-seen-again");
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(robot.lookup("#practice-seen-again").query().isVisible()).isFalse();
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(desk.runs().own(FLEUR).getFirst().missedOf()).isEqualTo(over.id());
        assertThat(words(robot, "#practice-progress")).isEqualTo("1 of 2");
    }

    @Test
    void aTrainerMakesASetWritesItsKeyOnThePanelAndPublishesIt(FxRobot robot) {
        show(robot, TESS, Language.EN, false, 1_368, 832);
        picture(robot, "practice-trainer");
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        robot.interact(() -> field(robot, "#practice-title-en").setText("Knives and pans"));
        picture(robot, "practice-new");
        act(robot);
        PracticeSet made = desk.sets().all(TESS).getFirst();
        assertThat(made.state()).isEqualTo(SetState.DRAFT);
        assertThat(words(robot, "#practice-shelf-DRAFT")).isEqualTo("Drafts 1");

        robot.push(KeyCode.H);
        robot.interact(() -> {
            field(robot, "#practice-item-id").setText("P-01");
            field(robot, "#practice-item-section").setText("5.3");
            field(robot, "#practice-item-text").setText("Watch me catch this knife");
        });
        act(robot);
        TableView<?> items = robot.lookup("#practice-set-items").queryTableView();
        assertThat(items.getItems()).hasSize(1);
        robot.push(KeyCode.P);
        assertThat(words(robot, "#practice-problem")).isEqualTo("P-01 has no answer key yet.");

        robot.interact(items::requestFocus);
        robot.push(KeyCode.ENTER);
        assertThat(robot.lookup("#practice-edit-key").query().isVisible()).isTrue();
        robot.push(KeyCode.Y).push(KeyCode.SHIFT, KeyCode.N).push(KeyCode.DIGIT4);
        picture(robot, "practice-edit-key");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        robot.interact(() -> field(robot, "#practice-key-why-en").setText("A knife is thrown and caught."));
        picture(robot, "practice-key-form");
        act(robot);
        assertThat(robot.lookup("#practice-edit-key").query().isVisible()).isFalse();
        assertThat(desk.sets().find(TESS, made.id()).isKeyComplete()).isTrue();
        robot.interact(items::requestFocus);
        robot.push(KeyCode.P);
        assertThat(desk.sets().find(TESS, made.id()).state()).isEqualTo(SetState.PUBLISHED);
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(desk.sets().find(TESS, made.id()).state()).isEqualTo(SetState.ARCHIVED);
        robot.interact(
                () -> assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing())
                        .isEmpty());
    }

    @Test
    void aTrainerAssignsReadsResultsAndRulesOnAQuestion(FxRobot robot) throws IOException {
        var demanded = new Certification("weapons", Told.both("Weapons", "Wapens"), List.of(set.id()), 80, 365, false);
        assertThat(desk.doors(PracticeWindow.means()).certifying().put(TESS, demanded))
                .isEqualTo(demanded);
        Run over = desk.gone(FLEUR, set.id(), Set.of("P-07", "P-19", "P-28", "P-34"), 112_000);
        assertThat(desk.doors(PracticeWindow.means())
                        .disputes()
                        .question(FLEUR, over.id(), "P-07", "It is sold, not only shown."))
                .isNotNull();
        show(robot, TESS, Language.EN, false, 1_368, 832);
        robot.push(KeyCode.ALT, KeyCode.DIGIT3);
        robot.push(KeyCode.A);
        robot.interact(() -> robot.lookup("#practice-asked-fleur")
                .queryAs(ToggleButton.class)
                .fire());
        picture(robot, "practice-assign");
        act(robot);
        assertThat(desk.assignments().own(FLEUR)).singleElement().satisfies(one -> assertThat(one.attempts())
                .isEqualTo(3));
        assertThat(words(robot, "#practice-trainer-ASSIGNED")).isEqualTo("Assigned");
        robot.push(KeyCode.ALT, KeyCode.DIGIT4);
        picture(robot, "practice-questions");
        robot.push(KeyCode.DIGIT2);
        assertThat(robot.lookup("#practice-edit-key").query().isVisible()).isTrue();
        robot.push(KeyCode.DIGIT4);
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        robot.interact(() -> field(robot, "#practice-ruling").setText("Right: these are for sale."));
        picture(robot, "practice-rule");
        act(robot);
        assertThat(desk.doors(PracticeWindow.means()).disputes().own(FLEUR))
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(Dispute.State.CHANGED));
        assertThat(desk.runs().find(FLEUR, over.id()).score().right()).isEqualTo(6);
        assertThat(said()).as("the key is of another version now").contains("version 2");
        robot.push(KeyCode.ALT, KeyCode.DIGIT1);
        robot.push(KeyCode.ENTER);
        assertThat(words(robot, "#practice-right")).isEqualTo("6 of 7");
        assertThat(said()).contains("shown as fleur sees it");
        picture(robot, "practice-trainer-result");
        theResultIsPrintedCertifiedAndSpokenOf(robot, over);
    }

    private void theResultIsPrintedCertifiedAndSpokenOf(FxRobot robot, Run over) throws IOException {
        robot.push(KeyCode.ALT, KeyCode.R);
        assertThat(Files.readString(folder.resolve("run-1.pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        assertThat(line.sentences()).last().isEqualTo("run-1.pdf written");
        robot.interact(() -> screen.node().lookup("#practice-sign-off").lookupAll(".button").stream()
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow()
                .fire());
        assertThat(desk.doors(PracticeWindow.means()).certifying().own(FLEUR)).hasSize(1);
        assertThat(said()).as("given once").doesNotContain("Give certificate weapons");

        robot.interact(() -> field(robot, "#practice-note").setText("Look at the signs before you answer."));
        assertThat(said()).contains("fleur does not see this yet");
        picture(robot, "practice-note");
        robot.push(KeyCode.ALT, KeyCode.S);
        assertThat(desk.doors(PracticeWindow.means()).notes().ofRun(FLEUR, over.id()))
                .extracting(TrainerNote::words)
                .containsExactly("Look at the signs before you answer.");
        assertThat(said()).doesNotContain("fleur does not see this yet");

        robot.push(KeyCode.ALT, KeyCode.LEFT);
        robot.push(KeyCode.ALT, KeyCode.X);
        assertThat(Files.readAllLines(folder.resolve("practice-1.csv"))).hasSize(8);
        assertThat(line.sentences()).last().isEqualTo("7 answers written to practice-1.csv");
        robot.push(KeyCode.C);
        picture(robot, "practice-certificates");
        robot.interact(() -> stage.getScene().getRoot().lookupAll(".practice-certificate-print").stream()
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow()
                .fire());
        assertThat(folder.resolve("certificate.pdf")).isNotEmptyFile();
        robot.interact(() -> screen.node().requestFocus());
        robot.push(KeyCode.ALT, KeyCode.L);
        assertThat(line.sentences()).last().isEqualTo("1 set of the desk laid in");

        robot.interact(() -> screen.hidden());
        show(robot, FLEUR, Language.NL, true, 1_028, 632);
        robot.interact(() -> screen.open(new Notice(
                "n",
                Notice.Kind.TRAINER_NOTE,
                over.id(),
                "",
                "tess",
                "",
                desk.clock().instant(),
                false)));
        assertThat(said())
                .contains("Look at the signs before you answer.")
                .noneMatch(said -> said.startsWith("Bericht"));
        picture(robot, "practice-note-nl");
    }

    private void act(FxRobot robot) {
        robot.interact(() -> robot.lookup("#dialog-act").queryButton().fire());
        assertThat(robot.lookup("#practice-form-problem").tryQuery())
                .as("taken")
                .isEmpty();
    }

    private static TextInputControl field(FxRobot robot, String id) {
        return robot.lookup(id).queryTextInputControl();
    }

    @Test
    void everyPartFitsItsWindowInBothLanguagesLightAndDark(FxRobot robot) {
        assertThat(desk.gone(FLEUR, set.id(), Set.of("P-07", "P-19", "P-28", "P-34"), 112_000)
                        .score())
                .isNotNull();
        asked(Feedback.AT_ONCE);
        for (Language language : Language.values()) {
            for (boolean dark : new boolean[] {false, true}) {
                String look = (dark ? "dark-" : "light-") + language.tag();
                // Each language and each look in a large window and in a small one.
                boolean small = dark == (language == Language.EN);
                for (int[] size : new int[][] {small ? new int[] {1_028, 632} : new int[] {1_368, 832}}) {
                    show(robot, TESS, language, dark, size[0], size[1]);
                    picture(robot, "practice-trainer-" + size[0] + "-" + look);
                    robot.interact(() -> screen.hidden());
                    show(robot, FLEUR, language, dark, size[0], size[1]);
                    picture(robot, "practice-home-" + size[0] + "-" + look);
                    robot.interact(() ->
                            robot.lookup("#practice-runs").queryTableView().requestFocus());
                    robot.interact(() -> robot.lookup("#practice-runs")
                            .queryTableView()
                            .getSelectionModel()
                            .selectLast());
                    robot.push(KeyCode.ENTER);
                    picture(robot, "practice-result-" + size[0] + "-" + look);
                    robot.push(KeyCode.ALT, KeyCode.LEFT);
                    robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
                    picture(robot, "practice-run-" + size[0] + "-" + look);
                    robot.push(KeyCode.ALT, KeyCode.P);
                    robot.interact(() -> screen.hidden());
                }
            }
        }
    }

    private void asked(Feedback feedback) {
        assertThat(desk.assignments()
                        .assign(
                                TESS,
                                set.id(),
                                new Whom.Named(List.of("fleur")),
                                new AssignmentTerms(
                                        desk.clock().instant().plus(Duration.ofDays(7)), 3, false, true, feedback)))
                .isNotNull();
    }

    private Set<String> said() {
        return ReadableWords.in(stage.getScene().getRoot()).collect(Collectors.toSet());
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> assertThat(Pictures.save(stage.getScene(), name)).isNotEmptyFile());
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private void show(FxRobot robot, Person person, Language language, boolean dark, int width, int height) {
        screen = new PracticeWindow(stage, desk, line, new InFolder())
                .show(robot, person, new PracticeWindow.Looks(language, dark, width, height));
    }

    private final class InFolder implements FileChoice {
        @Override
        public Optional<Path> open(String title, List<String> endings) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(String title, String proposedName) {
            return Optional.of(folder.resolve(proposedName));
        }
    }
}
