package org.moderationdesk.practice.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.moderationdesk.practice.PracticeDesk.ANNA;
import static org.moderationdesk.practice.PracticeDesk.FLEUR;
import static org.moderationdesk.practice.PracticeDesk.TESS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.base.Language;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.items.ItemKind;
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
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Practice as a trainee goes through it, by keyboard alone. */
@ExtendWith(ApplicationExtension.class)
final class PracticeScreenTest {
    @TempDir
    private static Path media;

    @TempDir
    private Path folder;

    private static PractisedDesk desk;

    private PracticeSet set;
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

    /** Nothing of one test is there in the next. */
    @BeforeEach
    void open(FxRobot robot) {
        desk.clear();
        set = desk.published();
        window = new WatchedPractice(desk, robot, stage, folder, new InlineBackground());
    }

    @AfterEach
    void leave() {
        window.close();
    }

    @Test
    void aRunIsMarkedAsPracticeThroughoutAndEndsInItsResult(FxRobot robot) {
        window.show(FLEUR, Language.EN, false, 1_368, 832);
        assertThat(window.said()).contains("1 Rules with exceptions");
        window.picture("practice-home");

        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        for (int i = 1; i <= 7; i++) {
            assertThat(window.words("#practice-mark")).isEqualTo("Practice");
            assertThat(window.words("#practice-progress")).isEqualTo(i + " of 7");
            assertThat(window.said())
                    .as("titles and keys")
                    .noneMatch(line -> line.contains("Museum") || line.contains("room signs"));
            assertThat(window.said()).as("nothing here is due").noneMatch(line -> line.startsWith("due in"));
            if (i == 1) {
                window.everythingIsNamed();
                window.picture("practice-run");
            }
            robot.push(KeyCode.Y).push(KeyCode.SHIFT, KeyCode.N).push(KeyCode.DIGIT4);
            robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        }

        Run over = desk.runs().own(FLEUR).getFirst();
        assertThat(over.state()).isEqualTo(RunState.FINISHED);
        assertThat(window.words("#practice-right")).isEqualTo("3 of 7");
        assertThat(window.words("#practice-passed")).isEqualTo("not passed");
        assertThat(window.said()).contains("Museum tour of old pistols");
        window.everythingIsNamed();
        window.picture("practice-result");
    }

    @Test
    void theKeyComesAtOnceWhereThatIsAskedAndNotBefore(FxRobot robot) {
        asked(Feedback.AT_ONCE);
        window.show(FLEUR, Language.EN, false, 1_368, 832);
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(robot.lookup("#practice-key").tryQuery()).isEmpty();
        robot.push(KeyCode.Y).push(KeyCode.SHIFT, KeyCode.N).push(KeyCode.DIGIT4);
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);

        assertThat(window.words("#practice-verdict")).isEqualTo("Missed");
        assertThat(window.said()).contains("Museum tour of old pistols");
        assertThat(window.words("#practice-progress")).as("where one still is").isEqualTo("1 of 7");
        window.picture("practice-told");
        robot.push(KeyCode.Q);
        robot.write("It is a museum, so it stays up.");
        window.picture("practice-question");
        robot.interact(() -> robot.lookup("#dialog-act").queryButton().fire());
        assertThat(desk.doors(PracticeWindow.means()).disputes().own(FLEUR)).hasSize(1);
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(window.words("#practice-progress")).isEqualTo("2 of 7");
        assertThat(robot.lookup("#practice-told").query().isVisible()).isFalse();
    }

    @Test
    void aRunIsPausedAndGoneOnWithAndWhatWasAnsweredStays(FxRobot robot) {
        window.show(FLEUR, Language.EN, false, 1_368, 832);
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        robot.push(KeyCode.Y);
        robot.push(KeyCode.ALT, KeyCode.P);
        assertThat(desk.runs().own(FLEUR).getFirst().state()).isEqualTo(RunState.PAUSED);
        assertThat(window.words("#practice-go")).isEqualTo("Go on, 0 of 7 answered");

        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        String run = desk.runs().own(FLEUR).getFirst().id();
        assertThat(desk.practising().next(FLEUR, run, 0).orElseThrow().draft().answers())
                .hasSize(1);
        robot.push(KeyCode.N);
        robot.interact(() -> window.screen().lock());
        assertThat(desk.practising().next(FLEUR, run, 0).orElseThrow().draft().answers())
                .as("kept when the desk is locked")
                .hasSize(2);
        robot.push(KeyCode.ALT, KeyCode.E);
        robot.interact(() -> robot.lookup("#dialog-act").queryButton().fire());
        assertThat(window.words("#practice-right")).isEqualTo("0 of 7");
    }

    @Test
    void aRunWaitsForABreakOnceTheDaysBudgetIsUsedAndGoesOnAfterIt(FxRobot robot) {
        asked(Feedback.AT_ONCE);
        List<Duration> owed = new ArrayList<>();
        var after = new AtomicReference<Runnable>(() -> {});
        window.show(ANNA, Language.EN, false, 1_368, 832);
        window.screen().onBreak((length, then) -> {
            owed.add(length);
            after.set(then);
        });
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(window.words("#practice-progress")).isEqualTo("1 of 7");
        Run run = desk.runs().own(ANNA).getFirst();
        desk.looksAtLength(ANNA, run);
        robot.push(KeyCode.Y).push(KeyCode.SHIFT, KeyCode.N).push(KeyCode.DIGIT4);
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);

        assertThat(owed).hasSize(1).allMatch(Duration::isPositive);
        assertThat(desk.runs().find(ANNA, run.id()))
                .satisfies(now -> assertThat(now.state()).isEqualTo(RunState.PAUSED))
                .satisfies(now -> assertThat(now.answered()).isEqualTo(1));
        assertThat(window.words("#practice-go")).isEqualTo("Go on, 1 of 7 answered");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(owed).as("asked again, still owed").hasSize(2);
        assertThat(desk.runs().find(ANNA, run.id()).state()).isEqualTo(RunState.PAUSED);

        desk.takesABreak(ANNA, owed.getFirst());
        robot.interact(() -> after.get().run());
        assertThat(window.words("#practice-progress")).isEqualTo("2 of 7");
    }

    @Test
    void aResultIsReadReopenedAndPractisedAgainByKeys(FxRobot robot) {
        Run first = desk.gone(FLEUR, set.id(), Set.of("P-07", "P-11", "P-15", "P-23"), 151_000);
        desk.clock().advance(Duration.ofDays(7));
        Run over = desk.gone(FLEUR, set.id(), Set.of("P-07", "P-19", "P-28", "P-34"), 112_000);
        assertThat(first.score()).isNotNull();
        window.show(FLEUR, Language.EN, false, 1_368, 832);
        robot.interact(() -> robot.lookup("#practice-runs").queryTableView().requestFocus());
        robot.push(KeyCode.ENTER);
        assertThat(window.words("#practice-right")).isEqualTo("5 of 7");
        assertThat(window.said()).contains("1:52", "was 2:31");
        TableView<?> items = robot.lookup("#practice-items").queryTableView();
        assertThat(items.getItems()).hasSize(2);
        robot.push(KeyCode.ALT, KeyCode.DIGIT2);
        assertThat(items.getItems()).hasSize(7);
        robot.push(KeyCode.ALT, KeyCode.DIGIT3);
        window.picture("practice-rules");
        Region side = robot.lookup("#practice-side").queryAs(Region.class);
        double wide = side.getWidth();
        for (double width : new double[] {1_028, 1_368, 1_028, 1_368}) {
            robot.interact(() -> side.getScene().getWindow().setWidth(width));
            robot.interact(() -> assertThat(side.getWidth()).as("at %s", width).isEqualTo(wide));
        }
        robot.push(KeyCode.ALT, KeyCode.DIGIT1);
        robot.push(KeyCode.ENTER);
        assertThat(robot.lookup("#practice-seen-again").query().isVisible()).isTrue();
        window.picture("practice-seen-again");
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(robot.lookup("#practice-seen-again").query().isVisible()).isFalse();
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(robot.lookup("#practice-go").query().isFocused())
                .as("keys go on with the set")
                .isTrue();
        robot.interact(() -> robot.lookup("#practice-runs").queryTableView().requestFocus());
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(desk.runs().own(FLEUR).getFirst().missedOf()).isEqualTo(over.id());
        assertThat(window.words("#practice-progress")).isEqualTo("1 of 2");
    }

    @Test
    void aTrainerMakesASetWritesItsKeyOnThePanelAndPublishesIt(FxRobot robot) {
        window.show(TESS, Language.EN, false, 1_368, 832);
        window.picture("practice-trainer");
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        robot.interact(() -> window.field("#practice-title-en").setText("Knives and pans"));
        window.picture("practice-new");
        window.act();
        PracticeSet made = desk.sets().all(TESS).getFirst();
        assertThat(made.state()).isEqualTo(SetState.DRAFT);
        assertThat(window.words("#practice-shelf-DRAFT")).isEqualTo("Drafts 1");

        robot.push(KeyCode.H);
        ComboBox<ItemKind> kind = robot.lookup("#practice-item-kind").queryComboBox();
        assertThat(kind.getConverter().toString(kind.getValue())).isEqualTo("Text");
        robot.interact(() -> {
            window.field("#practice-item-id").setText("P-01");
            window.field("#practice-item-section").setText("5.3");
            window.field("#practice-item-text").setText("Watch me catch this knife");
        });
        window.act();
        TableView<?> items = robot.lookup("#practice-set-items").queryTableView();
        assertThat(items.getItems()).hasSize(1);
        robot.push(KeyCode.P);
        assertThat(window.words("#practice-problem")).isEqualTo("P-01 has no answer key yet.");

        robot.interact(items::requestFocus);
        robot.push(KeyCode.ENTER);
        assertThat(robot.lookup("#practice-edit-key").query().isVisible()).isTrue();
        robot.push(KeyCode.Y).push(KeyCode.SHIFT, KeyCode.N).push(KeyCode.DIGIT4);
        window.picture("practice-edit-key");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        robot.interact(() -> window.field("#practice-key-why-en").setText("A knife is thrown and caught."));
        window.picture("practice-key-form");
        window.act();
        assertThat(robot.lookup("#practice-edit-key").query().isVisible()).isFalse();
        assertThat(desk.sets().find(TESS, made.id()).isKeyComplete()).isTrue();
        robot.interact(items::requestFocus);
        robot.push(KeyCode.P);
        assertThat(desk.sets().find(TESS, made.id()).state()).isEqualTo(SetState.PUBLISHED);
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(desk.sets().find(TESS, made.id()).state()).isEqualTo(SetState.ARCHIVED);
        window.everythingIsNamed();
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
        window.show(TESS, Language.EN, false, 1_368, 832);
        robot.push(KeyCode.ALT, KeyCode.DIGIT3);
        robot.push(KeyCode.A);
        robot.interact(() -> robot.lookup("#practice-asked-fleur")
                .queryAs(ToggleButton.class)
                .fire());
        window.picture("practice-assign");
        window.act();
        assertThat(desk.assignments().own(FLEUR)).singleElement().satisfies(one -> assertThat(one.attempts())
                .isEqualTo(3));
        assertThat(window.words("#practice-trainer-ASSIGNED")).isEqualTo("Assigned");
        robot.push(KeyCode.ALT, KeyCode.DIGIT4);
        window.picture("practice-questions");
        robot.push(KeyCode.DIGIT2);
        assertThat(robot.lookup("#practice-edit-key").query().isVisible()).isTrue();
        robot.push(KeyCode.DIGIT4);
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        robot.interact(() -> window.field("#practice-ruling").setText("Right: these are for sale."));
        window.picture("practice-rule");
        window.act();
        assertThat(desk.doors(PracticeWindow.means()).disputes().own(FLEUR))
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(Dispute.State.CHANGED));
        assertThat(desk.runs().find(FLEUR, over.id()).score().right()).isEqualTo(6);
        assertThat(window.said()).as("the key is of another version now").contains("version 2");
        robot.push(KeyCode.ALT, KeyCode.DIGIT1);
        robot.push(KeyCode.ENTER);
        assertThat(window.words("#practice-right")).isEqualTo("6 of 7");
        assertThat(window.said()).contains("shown as fleur sees it");
        window.picture("practice-trainer-result");
        theResultIsPrintedCertifiedAndSpokenOf(robot, over);
    }

    private void theResultIsPrintedCertifiedAndSpokenOf(FxRobot robot, Run over) throws IOException {
        robot.push(KeyCode.ALT, KeyCode.R);
        assertThat(Files.readString(folder.resolve("run-1.pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        assertThat(window.line().sentences()).last().isEqualTo("run-1.pdf written");
        robot.interact(() -> window.screen().node().lookup("#practice-sign-off").lookupAll(".button").stream()
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow()
                .fire());
        assertThat(desk.doors(PracticeWindow.means()).certifying().own(FLEUR)).hasSize(1);
        assertThat(window.said()).as("given once").doesNotContain("Give certificate weapons");

        robot.interact(() -> window.field("#practice-note").setText("Look at the signs before you answer."));
        assertThat(window.said()).contains("fleur does not see this yet");
        window.picture("practice-note");
        robot.push(KeyCode.ALT, KeyCode.S);
        assertThat(desk.doors(PracticeWindow.means()).notes().ofRun(FLEUR, over.id()))
                .extracting(TrainerNote::words)
                .containsExactly("Look at the signs before you answer.");
        assertThat(window.said()).doesNotContain("fleur does not see this yet");
        robot.interact(() -> window.field("#practice-note").setText("This one is a film prop."));
        assertThat(window.words("#practice-note-send-item")).isEqualTo("Send about P-15");
        window.picture("practice-note-item");
        robot.push(KeyCode.ALT, KeyCode.T);
        assertThat(desk.doors(PracticeWindow.means()).notes().ofRun(FLEUR, over.id()))
                .extracting(TrainerNote::itemId, TrainerNote::words)
                .contains(tuple("P-15", "This one is a film prop."));
        assertThat(window.said()).anyMatch(said -> said.endsWith(", about P-15"));
        robot.interact(() -> robot.lookup("#practice-items").queryTableView().requestFocus());
        robot.push(KeyCode.ENTER);
        assertThat(window.said()).as("beside its key").contains("This one is a film prop.");
        window.picture("practice-note-again");
        robot.push(KeyCode.ALT, KeyCode.LEFT);

        robot.push(KeyCode.ALT, KeyCode.LEFT);
        robot.push(KeyCode.ALT, KeyCode.X);
        assertThat(Files.readAllLines(folder.resolve("practice-1.csv"))).hasSize(8);
        assertThat(window.line().sentences()).last().isEqualTo("7 answers written to practice-1.csv");
        robot.push(KeyCode.C);
        window.picture("practice-certificates");
        robot.interact(() -> stage.getScene().getRoot().lookupAll(".practice-certificate-print").stream()
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow()
                .fire());
        assertThat(folder.resolve("certificate.pdf")).isNotEmptyFile();
        robot.interact(() -> window.screen().node().requestFocus());
        robot.push(KeyCode.ALT, KeyCode.L);
        assertThat(window.line().sentences()).last().isEqualTo("1 set of the desk laid in");

        robot.interact(() -> window.screen().hidden());
        window.show(FLEUR, Language.NL, true, 1_028, 632);
        robot.interact(() -> window.screen()
                .open(new Notice(
                        "n",
                        Notice.Kind.TRAINER_NOTE,
                        over.id(),
                        "",
                        "tess",
                        "",
                        desk.clock().instant(),
                        false)));
        assertThat(window.said())
                .contains("Look at the signs before you answer.")
                .noneMatch(said -> said.startsWith("Bericht"));
        window.picture("practice-note-nl");
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
                    window.show(TESS, language, dark, size[0], size[1]);
                    window.picture("practice-trainer-" + size[0] + "-" + look);
                    robot.interact(() -> window.screen().hidden());
                    window.show(FLEUR, language, dark, size[0], size[1]);
                    window.picture("practice-home-" + size[0] + "-" + look);
                    robot.interact(() ->
                            robot.lookup("#practice-runs").queryTableView().requestFocus());
                    robot.interact(() -> robot.lookup("#practice-runs")
                            .queryTableView()
                            .getSelectionModel()
                            .selectLast());
                    robot.push(KeyCode.ENTER);
                    window.picture("practice-result-" + size[0] + "-" + look);
                    robot.push(KeyCode.ALT, KeyCode.LEFT);
                    robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
                    window.picture("practice-run-" + size[0] + "-" + look);
                    robot.push(KeyCode.ALT, KeyCode.P);
                    robot.interact(() -> window.screen().hidden());
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
}
