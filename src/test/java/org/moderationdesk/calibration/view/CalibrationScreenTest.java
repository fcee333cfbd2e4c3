package org.moderationdesk.calibration.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.calibration.CalibrationDesk.ANNA;
import static org.moderationdesk.calibration.CalibrationDesk.BRAM;
import static org.moderationdesk.calibration.CalibrationDesk.CARA;
import static org.moderationdesk.calibration.CalibrationDesk.DIRK;

import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.calibration.CalibrationDesk;
import org.moderationdesk.calibration.CaseSource;
import org.moderationdesk.calibration.Disputed;
import org.moderationdesk.calibration.Offered;
import org.moderationdesk.calibration.PrecedentBook;
import org.moderationdesk.calibration.Reason;
import org.moderationdesk.calibration.RightAnswer;
import org.moderationdesk.calibration.Session;
import org.moderationdesk.calibration.SessionCase;
import org.moderationdesk.calibration.SessionState;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.view.DecisionTools;
import org.moderationdesk.editions.ExampleEdition;
import org.moderationdesk.fx.AccessibleNames;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.view.NoPictures;
import org.moderationdesk.media.SafeView;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.Covering;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.review.view.ApartCase;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.staff.Person;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A session from its beginning to its ruling, in the window of whoever acts. */
@ExtendWith(ApplicationExtension.class)
final class CalibrationScreenTest {
    private static final ClauseCode KNIFE = new ClauseCode("5.3.1");

    private final TestClock clock = new TestClock();
    private CalibrationDesk desk;
    private Stage stage;
    private CalibrationScreen screen;
    private List<Offered> offered = List.of();

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open() {
        desk = new CalibrationDesk(clock);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            screen.hidden();
            stage.hide();
        });
        assertThat(desk.verified()).isTrue();
        desk.close();
    }

    @Test
    void aLeadBeginsASessionOfWhatIsDisputed(FxRobot robot) {
        Disputed about = desk.disputed("knife");
        show(robot, BRAM, Language.EN, false, 1_368, 832);
        assertThat(words(robot, "#calibration-empty .strong")).isNotEmpty();

        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        robot.interact(() -> {
            text(robot, "#session-title").setText("Knife tricks");
            text(robot, "#session-ids").setText(about.decisionId());
            robot.lookup("#session-people .chip").queryAllAs(ToggleButton.class).stream()
                    .filter(chip -> List.of("anna", "cara").contains(chip.getText()))
                    .forEach(chip -> chip.setSelected(true));
        });
        picture(robot, "calibration-new");
        robot.interact(() -> robot.lookup("#dialog-act").queryButton().fire());

        assertThat(words(robot, "#calibration-title")).isEqualTo("Knife tricks");
        assertThat(words(robot, "#calibration-about")).contains("A, B").doesNotContain("anna");
        assertThat(desk.calibration().sessions(ANNA)).hasSize(1);
    }

    @Test
    void oneActBeginsASessionOfTheDisputedCasesOfAClause(FxRobot robot) {
        Disputed first = desk.disputed("unclear-1");
        Disputed second = desk.disputed("unclear-2");
        Disputed elsewhere = desk.disputed("in-a-session");
        desk.begun(BRAM, List.of(elsewhere), ANNA, CARA);
        offered = List.of(new Offered(
                new Disputed(first.decisionId(), CaseSource.DIFFERENCE), /* childSafety= */ false, /* clause= */ null));
        show(robot, BRAM, Language.EN, false, 1_368, 832);
        List<Offered> cases = Stream.of(first, second, elsewhere, new Disputed("gone", CaseSource.ADDED))
                .map(one -> new Offered(
                        new Disputed(one.decisionId(), CaseSource.UNCLEAR_CLAUSE), /* childSafety= */ false, KNIFE))
                .toList();

        robot.interact(() -> screen.begin(KNIFE, cases));

        assertThat(text(robot, "#session-title").getText()).startsWith("5.3.1 ").endsWith(", read differently");
        assertThat(robot.lookup("#dialog .check-box").queryAllAs(CheckBox.class))
                .hasSize(2)
                .allMatch(CheckBox::isSelected)
                .allMatch(box -> box.getText().startsWith("5.3.1 is read differently: "));
        picture(robot, "calibration-unclear");
        robot.interact(() -> {
            robot.lookup("#session-people .chip").queryAllAs(ToggleButton.class).stream()
                    .filter(chip -> List.of("anna", "cara").contains(chip.getText()))
                    .forEach(chip -> chip.setSelected(true));
            robot.lookup("#dialog-act").queryButton().fire();
        });
        assertThat(desk.calibration().sessions(BRAM))
                .filteredOn(one -> one.cases().size() == 2)
                .singleElement()
                .satisfies(one -> assertThat(one.cases())
                        .extracting(SessionCase::source)
                        .containsOnly(CaseSource.UNCLEAR_CLAUSE));

        robot.interact(() -> screen.begin(KNIFE, cases));
        assertThat(robot.lookup(".dialog-sentence").queryLabeled().getText())
                .startsWith("Every disputed case of 5.3.1 is in a session already");
    }

    @Test
    void childSafetyIsLeftOutWhereThereAreOtherCases(FxRobot robot) {
        List<Offered> cases = List.of(
                new Offered(desk.disputed("open"), /* childSafety= */ false, KNIFE),
                new Offered(desk.childSafety("sealed"), /* childSafety= */ true, KNIFE));
        show(robot, BRAM, Language.EN, false, 1_368, 832);

        robot.interact(() -> screen.begin(KNIFE, cases));

        assertThat(robot.lookup("#dialog .check-box").queryAllAs(CheckBox.class))
                .filteredOn(CheckBox::isSelected)
                .singleElement()
                .satisfies(box ->
                        assertThat(((Offered) box.getUserData()).childSafety()).isFalse());
    }

    @Test
    void aPrecedentOfAnEarlierEditionSaysSoAndCountsOnlyWhereItsClauseIsTheSame(FxRobot robot) {
        var dare = new ClauseCode("5.3.3");
        ruled("v-9", KNIFE);
        ruled("v-10", dare);
        show(robot, BRAM, Language.EN, false, 1_368, 832);
        PrecedentBook later = desk.precedentsUnder(ExampleEdition.book()).book(ANNA);
        var kit = Kit.of(new Texts(Language.EN), ZoneOffset.UTC, new InlineBackground(), new Covers(), clock);
        var counsel = new PrecedentCounsel(later, kit, ExampleEdition.book());

        assertThat(counsel.line(KNIFE)).isEqualTo("One like this was removed");
        assertThat(counsel.line(dare)).isEqualTo("A ruling as of an earlier edition");
        assertThat(words(counsel.reasons(KNIFE)))
                .anyMatch(said -> said.endsWith(", edition 2020-12"))
                .noneMatch(said -> said.contains("has changed since"));
        assertThat(words(counsel.reasons(dare))).contains("As of edition 2020-12; its clause has changed since.");
        assertThat(counsel.cautions(Proposed.of("x", """
            "answers":{"5.3.3":"YES"},"outcome":"LIMIT_REACH"
            """))).isEmpty();
        assertThat(counsel.cautions(Proposed.of("x", """
            "answers":{"5.3.1":"YES"},"outcome":"LIMIT_REACH"
            """)))
                .singleElement()
                .asString()
                .startsWith("Departs from a ruling on 5.3.1 (Remove).");
    }

    private static List<String> words(Node node) {
        return switch (node) {
            case Labeled label -> List.of(label.getText());
            case Parent parent ->
                parent.getChildrenUnmodifiable().stream()
                        .flatMap(one -> words(one).stream())
                        .toList();
            default -> List.of();
        };
    }

    @Test
    void whoDecidesApartIsToldNoPrecedent(FxRobot robot) {
        ruled("v-7");
        Session session = desk.begun(BRAM, List.of(desk.disputed("v-8")), ANNA, CARA);
        assertThat(desk.precedents().book(ANNA).of(KNIFE)).isNotEmpty();

        show(robot, ANNA, Language.EN, false, 1_368, 832);
        robot.interact(() -> screen.open(session.id()));

        assertThat(robot.lookup("#calibration-voting #rule-5-3-1").tryQuery()).isPresent();
        assertThat(robot.lookup("#calibration-voting .counsel").tryQuery()).isEmpty();
    }

    @Test
    void aCaseIsDecidedApartWithoutTheFirstAnswerOrName(FxRobot robot) {
        Session session = desk.begun(BRAM, List.of(desk.disputed("v-1"), desk.disputed("v-2")), ANNA, CARA);
        show(robot, ANNA, Language.EN, false, 1_368, 832);
        assertThat(robot.lookup("#calibration-voting").query().isVisible()).isTrue();
        assertThat(robot.lookup(".label").queryAllAs(Labeled.class))
                .noneMatch(label -> label.getText() != null && label.getText().contains("ruth"));
        robot.interact(
                () -> assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing())
                        .isEmpty());

        robot.push(KeyCode.Y).push(KeyCode.SHIFT, KeyCode.N).push(KeyCode.DIGIT4);
        assertThat(robot.lookup("#decision-missing").queryAs(Labeled.class).getText())
                .as("what is missing of an answer that can be given")
                .isEmpty();
        picture(robot, "calibration-voting");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);

        assertThat(desk.calibration().session(ANNA, session.id()).toAnswer()).isEqualTo(1);
        assertThat(desk.calibration().answers(ANNA, session.id(), 1))
                .singleElement()
                .satisfies(one -> assertThat(one.proposal().outcome()).isEqualTo(Outcome.REMOVE));
        assertThat(robot.lookup("#calibration-voting").query().isVisible()).isTrue();

        robot.push(KeyCode.Y).push(KeyCode.SHIFT, KeyCode.N).push(KeyCode.DIGIT4);
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);

        assertThat(robot.lookup("#calibration-waits").tryQuery()).isPresent();
    }

    @Test
    void theAnswersLieSideBySideAndTheLeadRules(FxRobot robot) {
        Session session = closed("v-3");
        show(robot, BRAM, Language.EN, false, 1_368, 832);
        assertThat(texts(robot, "#calibration-comparison .comparison-head"))
                .hasSize(4)
                .contains("In force");
        assertThat(texts(robot, "#calibration-comparison .comparison-differs"))
                .contains("Remove", "Exception, educational");
        picture(robot, "calibration-side");

        robot.push(KeyCode.R);
        robot.write("Listen to the end").push(KeyCode.ENTER);
        robot.interact(() -> robot.lookup("#calibration-list").query().requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        robot.interact(() -> {
            ComboBox<?> outcome = robot.lookup("#ruling-outcome").queryAs(ComboBox.class);
            outcome.getSelectionModel().select(3);
            text(robot, "#ruling-reason").setText("Tossed at home without any safety steps.");
        });
        picture(robot, "calibration-ruling");
        robot.interact(() -> robot.lookup("#dialog-act").queryButton().fire());

        assertThat(desk.calibration().session(BRAM, session.id()).state()).isEqualTo(SessionState.RULED);
        assertThat(words(robot, "#calibration-ruling")).isEqualTo("Remove \u00b7 5.3.1");
        assertThat(desk.precedents().book(CARA).of(KNIFE)).hasSize(1);
    }

    @Test
    void precedentsAreFoundByTheirClauseAndWithdrawn(FxRobot robot) {
        ruled("v-4");
        show(robot, BRAM, Language.EN, false, 1_368, 832);
        robot.push(KeyCode.ALT, KeyCode.P);
        robot.interact(() -> text(robot, "#calibration-search").setText("6"));
        assertThat(robot.lookup("#calibration-precedents-empty").tryQuery()).isPresent();
        robot.interact(() -> text(robot, "#calibration-search").setText("5.3"));
        robot.interact(() -> robot.lookup("#calibration-precedent-list")
                .queryListView()
                .getSelectionModel()
                .select(0));
        picture(robot, "calibration-precedents");

        robot.interact(() -> robot.lookup("#calibration-withdraw").queryButton().fire());
        robot.interact(() -> {
            text(robot, "#calibration-why").setText("The clause was read too widely.");
            robot.lookup("#dialog-act").queryButton().fire();
        });

        assertThat(desk.precedents().book(ANNA).of(KNIFE)).isEmpty();
    }

    @Test
    void everyStateFitsItsWindowInBothLanguagesLightAndDark(FxRobot robot) {
        ruled("v-5");
        closed("v-6");
        for (Language language : Language.values()) {
            for (boolean dark : new boolean[] {false, true}) {
                show(robot, BRAM, language, dark, 1_028, 632);
                String look = (dark ? "dark-" : "light-") + language.tag();
                picture(robot, "calibration-side-small-" + look);
                assertThat(robot.lookup("#calibration-side")
                                .query()
                                .getLayoutBounds()
                                .getWidth())
                        .isPositive();
                robot.interact(() -> screen.hidden());
            }
        }
    }

    private Session closed(String item) {
        Session session = desk.begun(BRAM, List.of(desk.disputed(item)), ANNA, CARA, DIRK);
        desk.calibration().answer(ANNA, session.id(), 1, Proposed.removal(item), 0);
        desk.calibration().answer(CARA, session.id(), 1, CalibrationDesk.exception(item), 0);
        return desk.calibration().close(BRAM, session.id());
    }

    private void ruled(String item) {
        ruled(item, KNIFE);
    }

    private void ruled(String item, ClauseCode clause) {
        Session session = closed(item);
        Session unused = desk.rulings()
                .rule(
                        BRAM,
                        session.id(),
                        1,
                        new RightAnswer(Outcome.REMOVE, List.of(clause), null, null),
                        Reason.in(Language.EN, "A knife is tossed at home without any safety steps."));
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> assertThat(Pictures.save(stage.getScene(), name)).isNotEmptyFile());
    }

    private static TextInputControl text(FxRobot robot, String id) {
        return robot.lookup(id).queryTextInputControl();
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static List<String> texts(FxRobot robot, String id) {
        return robot.lookup(id).queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    private void show(FxRobot robot, Person person, Language language, boolean dark, int width, int height) {
        var made = new AtomicReference<CalibrationScreen>();
        robot.interact(() -> {
            var book = new BookReader().read("2020-12");
            var layer = new StackPane();
            var texts = new Texts(language);
            var kit = Kit.of(texts, ZoneOffset.UTC, new InlineBackground(), new Covers(), clock);
            var doors = new CalibrationDoors(
                    desk.calibration(),
                    desk.rulings(),
                    desk.precedents(),
                    desk.people(),
                    desk.review(),
                    new ApartCase.Means(
                            DecisionTools.of(book, DecisionSettings::defaults),
                            new NoPictures(),
                            new Covering(SafeView.defaults(), SafeView.usualFloor())),
                    _ -> offered);
            made.set(new CalibrationScreen(doors, person, kit, new Dialogs(layer, texts), _ -> {}));
            layer.getChildren().add(made.get().node());
            var scene = new Scene(layer, width, height);
            var theme =
                    new Theme(List.of("media", "items", "queue", "guidelines", "decisions", "review", "calibration"));
            theme.set(new Look(dark, 100));
            theme.dress(scene);
            stage.setScene(scene);
            stage.setMinWidth(0);
            stage.setMinHeight(0);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            made.get().shown();
        });
        screen = made.get();
    }
}
