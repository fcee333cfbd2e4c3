package org.moderationdesk.review.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.Except;
import org.moderationdesk.review.Opened;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class ReviewScreenTest {
    private ScreenDesk desk;
    private ReviewModel model;
    private ReviewScreen screen;
    private Stage stage;

    @TempDir
    private Path folder;

    @Start
    void show(Stage shown) {
        stage = shown;
        desk = new ScreenDesk(folder);
        model = desk.model();
        var layer = new StackPane();
        var texts = new Texts(Language.EN);
        var kit = Kit.of(texts, ZoneOffset.UTC, new InlineBackground(), new Covers(), desk.clock());
        screen = new ReviewScreen(model, kit, new Dialogs(layer, texts), desk.said(), _ -> {});
        layer.getChildren().add(screen.node());
        var scene = new Scene(layer, 1368, 832);
        new Theme(List.of("media", "items", "queue", "guidelines", "decisions", "review")).dress(scene);
        stage.setScene(scene);
        stage.setWidth(1368);
        stage.setHeight(832);
        stage.show();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aCaseGoesFromTheListToTheNextCaseByKeyboardAlone(FxRobot robot) {
        desk.flag("T-1", "9.1");
        desk.flag("T-2", "9.1");
        robot.interact(screen::shown);
        robot.push(KeyCode.J).push(KeyCode.K).push(KeyCode.ENTER);
        String first = openItem();

        robot.push(KeyCode.Y).push(KeyCode.DOWN).push(KeyCode.N).push(KeyCode.SHIFT, KeyCode.N);
        robot.push(KeyCode.DIGIT4);
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);

        assertThat(desk.decisionsOn(first)).singleElement().satisfies(line -> {
            assertThat(line.outcome()).isEqualTo(Outcome.REMOVE);
            assertThat(line.person()).isEqualTo("Noor de Wit");
            assertThat(line.yes()).containsExactly(new ClauseCode("9.1.1"));
        });
        assertThat(openItem()).isNotEqualTo(first);
        assertThat(desk.queue().row(ScreenDesk.NOOR, openCase().row().id()).map(CaseRow::claimedBy))
                .contains("Noor de Wit");
        assertThat(desk.said().sentences()).anyMatch(said -> said.startsWith(first + " recorded until "));
    }

    @Test
    void whatIsMissingIsSaidInTheWordsOfTheRuleAndNothingIsRecorded(FxRobot robot) {
        desk.flag("T-1", "9.1");
        open(robot, "T-1");

        robot.push(KeyCode.DIGIT4).push(KeyCode.SHORTCUT, KeyCode.ENTER);

        assertThat(desk.decisionsOn("T-1")).isEmpty();
        assertThat(said(robot, "#decision-missing")).contains("answer “yes” to the clause that it breaks");
        assertThat(openItem()).isEqualTo("T-1");
    }

    @Test
    void atTheWholeBudgetTheDecisionIsRecordedAndTheNextCaseWaitsForTheBreak(FxRobot robot) {
        desk.flag("T-1", "9.1");
        desk.flag("T-2", "9.1");
        open(robot, "T-1");
        look(openCase(), Duration.ofMinutes(81));

        robot.push(KeyCode.Y).push(KeyCode.SHIFT, KeyCode.N).push(KeyCode.DIGIT4);
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);

        assertThat(desk.decisionsOn("T-1")).hasSize(1);
        assertThat(desk.care().isResting()).isTrue();
        assertThat(model.openedProperty().get()).isNull();
        desk.clock().advance(Duration.ofMinutes(15));
        robot.interact(desk.care()::endBreak);
        assertThat(openItem()).isEqualTo("T-2");
    }

    @Test
    void whereOnlyOptedOutCasesWaitTheListIsNotCalledClear(FxRobot robot) {
        desk.flag("T-1", "9.1");
        desk.wellbeing().offerNot(ScreenDesk.NOOR, new Except(Set.of(9), Set.of()));

        robot.interact(model::openNext);

        assertThat(model.openedProperty().get()).isNull();
        assertThat(desk.said().sentences().getLast()).startsWith("Nothing more is offered to you here");
        robot.interact(() -> robot.lookup("#review-break").queryButton().fire());
        assertThat(desk.care().isResting()).isTrue();
    }

    @Test
    void theLastDecisionIsUndoneWithItsAnswersBack(FxRobot robot) {
        desk.flag("T-1", "9.1");
        open(robot, "T-1");
        robot.push(KeyCode.Y).push(KeyCode.DIGIT4).push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(model.openedProperty().get()).isNull();

        robot.push(KeyCode.SHORTCUT, KeyCode.Z);

        assertThat(openItem()).isEqualTo("T-1");
        assertThat(proposal().outcome()).isEqualTo(Outcome.REMOVE);
        assertThat(desk.decisionsOn("T-1"))
                .singleElement()
                .extracting(line -> line.state())
                .isEqualTo(DecisionState.REVERSED);
    }

    @Test
    void afterTheUndoWindowNothingIsUndone(FxRobot robot) {
        desk.flag("T-1", "9.1");
        open(robot, "T-1");
        robot.push(KeyCode.Y).push(KeyCode.DIGIT4).push(KeyCode.SHORTCUT, KeyCode.ENTER);
        desk.clock().advance(Duration.ofSeconds(31));

        robot.push(KeyCode.SHORTCUT, KeyCode.Z);

        assertThat(model.openedProperty().get()).isNull();
        assertThat(desk.said().sentences()).last().isEqualTo("Nothing can be undone now");
    }

    @Test
    void unsentAnswersComeBackWithTheCase(FxRobot robot) {
        desk.flag("T-1", "9.1");
        desk.flag("T-2", "9.1");
        open(robot, "T-1");
        robot.push(KeyCode.Y).push(KeyCode.DIGIT3).push(KeyCode.R);
        robot.write("half a thought");
        robot.interact(model::tick);

        assertThat(desk.review().loadDraft(openCase().row().id(), ScreenDesk.NOOR))
                .hasValueSatisfying(draft -> assertThat(draft.rationale()).isEqualTo("half a thought"));
        open(robot, "T-2");
        open(robot, "T-1");

        assertThat(proposal().outcome()).isEqualTo(Outcome.LIMIT_REACH);
        assertThat(proposal().answers()).containsEntry(new ClauseCode("9.1.1"), Answer.YES);
    }

    @Test
    void somebodyElsesCaseIsOnlyRead(FxRobot robot) {
        desk.flag("T-1", "9.1");
        Opened theirs = desk.review().open("T-1", ScreenDesk.BRAM).orElseThrow();
        open(robot, "T-1");

        robot.push(KeyCode.Y).push(KeyCode.DIGIT4).push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.ENTER);

        assertThat(theirs.claim()).isNotNull();
        assertThat(proposal().answers()).isEmpty();
        assertThat(desk.decisionsOn("T-1")).isEmpty();
        assertThat(said(robot, "#review-notice .label")).contains("Bram");
        assertThat(robot.lookup("#decision-state").tryQuery()).isPresent();
    }

    @Test
    void aSkippedCaseDoesNotComeStraightBack(FxRobot robot) {
        desk.flag("T-1", "9.1");
        desk.flag("T-2", "9.1");
        open(robot, "T-1");

        robot.push(KeyCode.S);
        robot.interact(() -> robot.lookup("#dialog-act").queryButton().fire());

        assertThat(openItem()).isEqualTo("T-2");
        assertThat(desk.queue().find(ScreenDesk.NOOR, "T-1").map(CaseRow::state))
                .contains(CaseRow.State.WAITING);
    }

    @Test
    void aCaseIsHandedOverToANamedPersonWithANote(FxRobot robot) {
        desk.flag("T-1", "9.1");
        open(robot, "T-1");

        robot.push(KeyCode.H);
        robot.interact(() -> {
            robot.lookup("#hand-over-to").queryAs(TextField.class).setText("Bram");
            robot.lookup("#hand-over-note").queryTextInputControl().setText("You know this shop");
            robot.lookup("#dialog-act").queryButton().fire();
        });

        Opened theirs = desk.review().open("T-1", ScreenDesk.BRAM).orElseThrow();
        assertThat(theirs.claim()).isNotNull();
        assertThat(Objects.requireNonNull(theirs.handOver()).note()).isEqualTo("You know this shop");
    }

    @Test
    void anEndedLeaseIsSaidAndTheAnswersStay(FxRobot robot) {
        desk.flag("T-1", "9.1");
        open(robot, "T-1");
        robot.push(KeyCode.Y).push(KeyCode.DIGIT4);
        robot.interact(model::tick);
        desk.clock().advance(Duration.ofMinutes(11));

        robot.interact(model::tick);

        assertThat(model.open().proposals().accepted()).isFalse();
        assertThat(said(robot, "#review-notice .label")).contains("hold on this case has ended");
        robot.interact(() -> robot.lookup("#review-notice-act").queryButton().fire());
        assertThat(model.open().proposals().accepted()).isTrue();
        assertThat(proposal().outcome()).isEqualTo(Outcome.REMOVE);
    }

    @Test
    void inputKeepsTheLeaseAlive(FxRobot robot) {
        desk.flag("T-1", "9.1");
        open(robot, "T-1");
        for (int i = 0; i < 12; i++) {
            desk.clock().advance(Duration.ofMinutes(1));
            robot.push(KeyCode.DOWN);
            robot.interact(model::tick);
        }

        assertThat(model.open().isLost()).isFalse();
        assertThat(desk.review().open("T-1", ScreenDesk.BRAM).orElseThrow().claim())
                .isNull();
    }

    @Test
    void reportsThatCameMeanwhileAreShownBeforeTheDecisionIsRecorded(FxRobot robot) {
        desk.flag("T-1", "9.1");
        open(robot, "T-1");
        robot.push(KeyCode.Y).push(KeyCode.DIGIT4);
        desk.take(ScreenDesk.line("T-1", "TEXT", "Two thousand likes for two euros", "6.1", "r-later"));

        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);

        assertThat(desk.decisionsOn("T-1")).isEmpty();
        assertThat(openCase().facts().reports()).hasSize(2);
        assertThat(proposal().answers()).containsEntry(new ClauseCode("9.1.1"), Answer.YES);
        assertThat(said(robot, "#review-notice .label")).contains("A report has come in meanwhile");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(desk.decisionsOn("T-1")).hasSize(1);
    }

    @Test
    void aBanWaitsForASecondPersonInFullViewAndCanBeWithdrawn(FxRobot robot) {
        desk.flag("T-1", "9.1");
        open(robot, "T-1");
        robot.push(KeyCode.Y).push(KeyCode.DIGIT4);
        robot.interact(() -> {
            Proposal now = proposal();
            model.open().proposals().open(withBan(now), openCase().facts(), false);
        });

        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.ENTER);

        assertThat(robot.lookup("#decision-next-steps").query().isVisible()).isTrue();
        desk.clock().advance(Duration.ofMinutes(5));
        robot.interact(model::tick);
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(openItem()).isEqualTo("T-1");
        assertThat(desk.said().sentences()).last().isEqualTo("T-1: what waited is withdrawn");
    }

    private static Proposal withBan(Proposal now) {
        return new Proposal(
                now.item(),
                now.version(),
                now.edition(),
                new TreeMap<>(now.answers()),
                now.notes(),
                now.outcome(),
                null,
                null,
                AccountMeasure.of(AccountMeasure.Type.BAN),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                "The account sells likes day after day.",
                null,
                false);
    }

    @Test
    void everyControlHasAWordForThoseWhoHearTheScreen(FxRobot robot) {
        desk.flag("T-1", "9.1");
        open(robot, "T-1");

        List<Node> controls = Stream.of(
                        "#review-column .button", "#review-column .toggle-button", "#review-column .combo-box")
                .flatMap(selector -> robot.lookup(selector).queryAllAs(Node.class).stream())
                .filter(ReviewScreenTest::isSeen)
                .toList();
        assertThat(controls).hasSizeGreaterThan(20).allSatisfy(control -> assertThat(named(control))
                .as(String.valueOf(control))
                .isTrue());
    }

    private static boolean isSeen(Node control) {
        return Stream.iterate(control, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }

    private static boolean named(Node control) {
        String spoken = control.getAccessibleText();
        boolean written = control instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank();
        return written || spoken != null && !spoken.isBlank();
    }

    private void open(FxRobot robot, String item) {
        robot.interact(() -> {
            desk.show(screen);
            model.open(item);
        });
    }

    private Opened openCase() {
        return Objects.requireNonNull(model.openedProperty().get());
    }

    /** Low severity counts for a quarter: 80 minutes are the whole budget. */
    private void look(Opened opened, Duration length) {
        desk.review().recordLook(opened, new Look(0, LookForm.COLOUR, length.toMillis(), null));
    }

    private String openItem() {
        return openCase().row().itemId();
    }

    private Proposal proposal() {
        return Objects.requireNonNull(
                model.open().proposals().proposalProperty().get());
    }

    private static String said(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .reduce("", (a, b) -> a + b);
    }
}
