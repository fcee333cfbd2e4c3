package org.moderationdesk.insights.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.agreement.ClauseAgreement;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.fx.AccessibleNames;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.SaidLine;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.insights.DisputedCase;
import org.moderationdesk.insights.DisputedCases;
import org.moderationdesk.insights.InsightWords;
import org.moderationdesk.insights.InsightsFiles;
import org.moderationdesk.insights.InsightsReader;
import org.moderationdesk.insights.MadeSources;
import org.moderationdesk.insights.Period;
import org.moderationdesk.insights.Reports;
import org.moderationdesk.insights.Scope;
import org.moderationdesk.insights.Sheets;
import org.moderationdesk.insights.Sources;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.settings.Settings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class InsightsScreenTest {
    private static final Person LEAD = new Person("Ruth van Dijk", Set.of(Role.TEAM_LEAD), false);
    private static final Person REVIEWER = new Person("Milan Vos", Set.of(Role.REVIEWER), false);
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Book BOOK = new BookReader().read("2020-12");

    private final InstantSource clock = InstantSource.fixed(MadeSources.NOW);
    private @TempDir Path folder;
    private Store store;
    private Stage stage;
    private InsightsScreen screen;
    private final SaidLine said = new SaidLine();
    private PlantedPrinter printing = new PlantedPrinter();
    private @Nullable Person by;
    private final List<String> opened = new ArrayList<>();
    private final Map<ClauseCode, List<DisputedCase>> begun = new HashMap<>();

    @Start
    void show(Stage shown) {
        stage = shown;
        stage.setWidth(1_368);
        stage.setHeight(832);
        stage.show();
    }

    @BeforeEach
    void open() {
        store = TestStore.create();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everythingIsShownInBothLanguagesLightAndDark(FxRobot robot) {
        for (Language language : Language.values()) {
            for (boolean dark : new boolean[] {false, true}) {
                String look = (dark ? "dark" : "light") + "-" + language.tag();
                furnish(robot, MadeSources.full(), LEAD, language, dark);
                size(robot, 1368, 832);
                picture(robot, "insights-" + look);
                size(robot, 1028, 632);
                picture(robot, "insights-small-" + look);
                robot.interact(() -> press(KeyCode.U));
                robot.interact(() ->
                        robot.lookup("#insights-page").queryAs(ScrollPane.class).setVvalue(1));
                picture(robot, "insights-foot-small-" + look);
                size(robot, 1368, 832);
                robot.interact(() ->
                        robot.lookup("#insights-page").queryAs(ScrollPane.class).setVvalue(1));
                picture(robot, "insights-foot-" + look);
            }
        }
        assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing()).isEmpty();
    }

    @Test
    void everyChartCanBeReadAsATable(FxRobot robot) {
        furnish(robot, MadeSources.full(), LEAD, Language.EN, false);
        size(robot, 1368, 832);
        for (String id : List.of(
                "age",
                "on-time",
                "handle",
                "outcomes",
                "agreement",
                "exposure",
                "overturned",
                "exceptions",
                "referrals",
                "measures",
                "unclear")) {
            robot.interact(() -> robot.lookup("#chart-table-" + id)
                    .queryAs(ToggleButton.class)
                    .fire());

            TableView<?> table = robot.lookup("#sheet-" + (id.equals("measures") ? "measures-outcomes" : id))
                    .queryAs(TableView.class);
            assertThat(table.getItems()).as(id).isNotEmpty();
            assertThat(table.getAccessibleText()).as(id).isNotEmpty();
        }
        picture(robot, "insights-tables");
    }

    @Test
    void theKeyTurnsTheChartThatHasTheFocusIntoATable(FxRobot robot) {
        furnish(robot, MadeSources.full(), LEAD, Language.EN, false);
        robot.interact(() -> robot.lookup("#chart-table-handle").query().requestFocus());

        robot.interact(() -> press(KeyCode.T));

        assertThat(robot.lookup("#sheet-handle").tryQuery()).isPresent();
        assertThat(robot.lookup("#sheet-age").tryQuery()).isEmpty();
    }

    @Test
    void whatIsAskedAboutIsRememberedForTheNextTime(FxRobot robot) {
        furnish(robot, MadeSources.full(), LEAD, Language.EN, false);
        robot.interact(() -> robot.lookup("#insights-period-DAYS_30")
                .queryAs(ToggleButton.class)
                .fire());
        robot.interact(() -> queues(robot).setValue("legal"));

        furnish(robot, MadeSources.full(), LEAD, Language.EN, false);

        assertThat(new Settings(folder).read("insights", Scope.class, Scope.WHOLE))
                .isEqualTo(new Scope(Period.DAYS_30, "legal", ""));
        assertThat(robot.lookup("#insights-period-DAYS_30")
                        .queryAs(ToggleButton.class)
                        .isSelected())
                .isTrue();
        assertThat(queues(robot).getValue()).isEqualTo("legal");
    }

    @Test
    void namesAreShownToWhoMayKnowOfBudgetsAlone(FxRobot robot) {
        furnish(robot, MadeSources.full(), LEAD, Language.EN, false);
        assertThat(robot.lookup("#chart-exposure").tryQuery()).isPresent();

        var administrator = new Person("Ada", Set.of(Role.ADMINISTRATOR), false);
        furnish(robot, new MadeSources(MadeSources.full().decided(), List.of()), administrator, Language.EN, false);

        assertThat(robot.lookup("#chart-exposure").tryQuery()).isEmpty();
        assertThat(robot.lookup("#chart-age").tryQuery()).isPresent();
    }

    @Test
    void aDeskWithoutDecisionsSaysSo(FxRobot robot) {
        furnish(robot, MadeSources.empty(), LEAD, Language.NL, false);
        size(robot, 1028, 632);
        picture(robot, "insights-empty-nl");

        assertThat(robot.lookup(".empty-title").queryAs(Label.class).getText()).isEqualTo("Nog geen cijfers");
        assertThat(robot.lookup("#insights-export").queryAs(Button.class).isDisabled())
                .isTrue();
    }

    @Test
    void whoHasNoRightIsShownNoFigure(FxRobot robot) {
        furnish(robot, MadeSources.full(), REVIEWER, Language.EN, false);

        assertThat(robot.lookup("#insights-again").tryQuery()).isPresent();
        assertThat(robot.lookup("#figure-open").tryQuery()).isEmpty();
    }

    @Test
    void aChartIsExportedAsCsvAndTheStatusBarSaysSo(FxRobot robot) throws IOException {
        furnish(robot, MadeSources.full(), LEAD, Language.EN, false);
        robot.interact(() -> press(KeyCode.E));
        assertThat(robot.lookup("#insights-export-chart").tryQuery()).isEmpty();

        robot.interact(
                () -> robot.lookup("#insights-export").queryAs(Button.class).fire());
        robot.interact(() -> {
            robot.lookup("#insights-export-csv").queryAs(RadioButton.class).fire();
            robot.lookup("#insights-export-csv").query().requestFocus();
        });
        picture(robot, "insights-export");
        robot.push(KeyCode.ENTER);
        robot.interact(() -> {});

        assertThat(Files.readString(folder.resolve("insights-age.csv"))).startsWith("\"Open for\",\"Open\",\"Late\"");
        assertThat(said.sentences()).last().isEqualTo("Exported to insights-age.csv");
    }

    @Test
    void aClauseOfTheRankingShowsItsDisputedCasesAndEachOpensItsDecision(FxRobot robot) {
        furnish(robot, MadeSources.full(), LEAD, Language.EN, false);
        assertThat(robot.lookup("#unclear-choose").tryQuery()).isPresent();

        robot.interact(() -> press(KeyCode.U));
        ListView<ClauseAgreement> ranking = robot.lookup("#unclear-ranking").queryListView();
        ClauseAgreement first = ranking.getItems().getFirst();
        robot.interact(() -> press(KeyCode.ENTER));
        ListView<DisputedCase> cases = robot.lookup("#unclear-cases").queryListView();
        robot.interact(() -> press(KeyCode.DOWN));
        robot.interact(() -> press(KeyCode.ENTER));

        assertThat(first.clause().value()).isEqualTo("3.2.1");
        assertThat(cases.getItems())
                .hasSize(first.agreement().differing())
                .isSortedAccordingTo(Comparator.comparing(DisputedCase::at).reversed())
                .allMatch(one -> one.first().answer() != one.second().answer());
        assertThat(opened).containsExactly(cases.getItems().get(1).decisionId());
        assertThat(first.disputed()).contains(opened.getFirst());

        robot.interact(() -> press(KeyCode.ESCAPE));
        assertThat(ranking.isFocused()).isTrue();
        robot.interact(() -> press(KeyCode.DOWN));
        assertThat(cases.getItems()).allMatch(one -> one.clause()
                .equals(ranking.getSelectionModel().getSelectedItem().clause()));
    }

    @Test
    void oneActTakesTheDisputedCasesToCalibrationAndAnotherToAFile(FxRobot robot) throws IOException {
        furnish(robot, MadeSources.full(), LEAD, Language.EN, false);
        robot.interact(() -> press(KeyCode.C));
        assertThat(begun).isEmpty();

        robot.interact(() -> press(KeyCode.U));
        robot.interact(() -> press(KeyCode.C));
        robot.interact(
                () -> robot.lookup("#unclear-export").queryAs(Button.class).fire());
        robot.interact(() -> {});

        ListView<DisputedCase> cases = robot.lookup("#unclear-cases").queryListView();
        assertThat(begun).containsExactly(Map.entry(new ClauseCode("3.2.1"), List.copyOf(cases.getItems())));
        List<String> lines = Files.readAllLines(folder.resolve("insights-disputed-3.2.1.csv"));
        assertThat(lines).hasSize(cases.getItems().size() + 1);
        assertThat(lines.get(1)).contains(cases.getItems().getFirst().decisionId(), "\"Yes\",\"No\"");
    }

    @Test
    void disputedCasesAreForWhoSeesDecisionsAloneAndNoneIsLeftWhereTheStoreIsLost(FxRobot robot) {
        var administrator = new Person("Ada", Set.of(Role.ADMINISTRATOR), false);
        furnish(robot, new MadeSources(MadeSources.full().decided(), List.of()), administrator, Language.EN, false);
        robot.interact(() -> press(KeyCode.U));
        assertThat(robot.lookup("#unclear-choose").queryLabeled().getText())
                .isEqualTo("Which decisions are disputed is shown to whoever may see decisions.");
        assertThat(robot.lookup("#unclear-cases").tryQuery()).isEmpty();
        assertThat(robot.lookup("#measures-REVIEWERS").tryQuery()).isEmpty();

        var sources = new FailingSources(MadeSources.full());
        furnish(robot, sources, LEAD, Language.EN, false);
        robot.interact(() -> press(KeyCode.U));
        assertThat(robot.lookup("#unclear-cases").tryQuery()).isPresent();
        sources.lost().set(true);
        robot.interact(() -> press(KeyCode.DOWN));
        assertThat(robot.lookup("#unclear-again").tryQuery()).isPresent();
        assertThat(robot.lookup("#unclear-cases").tryQuery()).isEmpty();

        sources.lost().set(false);
        robot.interact(() -> robot.lookup("#unclear-again").queryButton().fire());
        assertThat(robot.lookup("#unclear-cases").tryQuery()).isPresent();
        sources.none().set(true);
        robot.interact(() -> press(KeyCode.UP));
        assertThat(robot.lookup("#unclear-none").tryQuery()).isPresent();
    }

    @Test
    void everyMeasureStandsWithItsIntervalByOutcomeClauseAndReviewers(FxRobot robot) {
        furnish(robot, MadeSources.full(), LEAD, Language.EN, false);
        assertThat(measures(robot)).first().asString().matches("\\[All outcomes, 8\\d % .*0\\.\\d\\d .*, 2,?243]");

        robot.interact(() -> press(KeyCode.M));
        assertThat(measures(robot)).anyMatch(row -> row.startsWith("[3.2.1, "));
        robot.interact(() -> press(KeyCode.M));
        assertThat(measures(robot)).singleElement().asString().startsWith("[Milan Vos and Noor de Wit, ");
        size(robot, 1368, 832);
        robot.interact(() -> press(KeyCode.M));
        assertThat(measures(robot)).first().asString().startsWith("[All outcomes, ");
    }

    @Test
    void aWeekOfTheHeatMapTellsItsIntervalWhileItHasTheFocus(FxRobot robot) {
        furnish(robot, MadeSources.full(), LEAD, Language.EN, false);

        robot.interact(() -> robot.lookup(".heat-2").queryAs(Label.class).requestFocus());

        assertThat(robot.lookup("#heat-said").queryLabeled().getText())
                .matches(".+, week 4\\d: 0\\.\\d\\d, 95 % from 0\\.\\d\\d to [01]\\.\\d\\d, \\d+ pairs");
    }

    @Test
    void whatIsPrintedIsWholeOnEveryPageAndTheLogIsToldFirst(FxRobot robot) {
        furnish(robot, MadeSources.full(), LEAD, Language.EN, true);
        print(robot);

        assertThat(printing.texts())
                .contains(
                        "Which clause is unclear",
                        "Agreement by outcome",
                        "3.2.1",
                        "Made by Ruth van Dijk on 17 Nov 2026 14:10");
        assertThat(printing.pages()).hasSizeGreaterThan(3);
        assertThat(printing.texts()).contains("Page 1 of " + printing.pages().size());
        assertThat(printing.beyond()).isEmpty();
        robot.interact(() -> assertThat(printing.dark()).isZero());
        assertThat(said.sentences()).last().isEqualTo("Handed to this computer's printing");
        assertThat(printed()).isOne();

        int narrow = printing.pages().size();
        var broad = new PlantedPrinter();
        broad.size(700, 400);
        furnishWith(robot, broad);
        print(robot);
        assertThat(broad.beyond()).isEmpty();
        assertThat(broad.pages()).hasSizeGreaterThan(narrow);
    }

    @Test
    void aPrinterThatIsNotThereIsLeftOrRefusesAPageIsToldOf(FxRobot robot) {
        furnish(robot, MadeSources.full(), LEAD, Language.EN, false);
        printing.becomes(PlantedPrinter.State.MISSING);
        print(robot);
        assertThat(sentence(robot)).startsWith("No printer is set up");
        robot.interact(() -> robot.lookup("#dialog-leave").queryButton().fire());

        printing.becomes(PlantedPrinter.State.LEFT);
        print(robot);
        assertThat(robot.lookup("#dialog").tryQuery()).isEmpty();
        assertThat(printed()).isZero();

        printing.becomes(PlantedPrinter.State.REFUSES_THE_SECOND);
        print(robot);
        assertThat(sentence(robot)).isEqualTo("The printer did not take it.");
        assertThat(printing.pages()).hasSize(1);
        assertThat(said.sentences()).isEmpty();
    }

    @Test
    void whoMayNotExportPrintsNothing(FxRobot robot) {
        var trainer = new Person("Tess", Set.of(Role.TRAINER, Role.REVIEWER), false);
        furnish(robot, MadeSources.full(), LEAD, Language.EN, false);
        by = trainer;
        furnishWith(robot, printing);
        print(robot);

        assertThat(printing.pages()).isEmpty();
        assertThat(sentence(robot)).isEqualTo("The printer did not take it.");
    }

    private void print(FxRobot robot) {
        robot.interact(() -> robot.lookup("#insights-print").queryButton().fire());
        robot.interact(() -> {});
    }

    private static String sentence(FxRobot robot) {
        return robot.lookup(".dialog-sentence").queryLabeled().getText();
    }

    private long printed() {
        return store.read(handle -> handle.createQuery("select count(*) from event where kind = 'EXPORTED'")
                .mapTo(Long.class)
                .one());
    }

    private static List<String> measures(FxRobot robot) {
        return robot.lookup("#measures-table").queryAs(TableView.class).getItems().stream()
                .map(Object::toString)
                .toList();
    }

    private ComboBox<String> queues(FxRobot robot) {
        return robot.lookup("#insights-queue").queryComboBox();
    }

    private void press(KeyCode code) {
        Node target = stage.getScene().getFocusOwner() == null
                ? screen.node()
                : stage.getScene().getFocusOwner();
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private void size(FxRobot robot, double width, double height) {
        robot.interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        robot.interact(() -> stage.getScene().getRoot().layout());
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> Pictures.save(stage.getScene(), name));
    }

    private void furnishWith(FxRobot robot, PlantedPrinter printer) {
        printing = printer;
        furnish(robot, MadeSources.full(), LEAD, Language.EN, false);
    }

    private void furnish(FxRobot robot, Sources sources, Person person, Language language, boolean dark) {
        robot.interact(() -> {
            var layer = new StackPane();
            var kit = Kit.of(new Texts(language), ZONE, new InlineBackground(), new Covers(), clock);
            var names = new InsightWords(kit.texts(), BOOK);
            var model = new InsightsModel(
                    new InsightsReader(sources, person, BOOK, clock, ZONE), kit.background(), new Settings(folder));
            var makers = new TakeAway.Makers(
                    new Sheets(names),
                    new Reports(names, ZONE),
                    new InsightsFiles(new StoredEventLog(store, clock), by == null ? person : by, kit.texts()),
                    printing,
                    person);
            var ways = new UnclearModel.Ways(opened::add, (clause, cases) -> begun.put(clause, cases));
            var unclear = new UnclearModel(new DisputedCases(sources, person, clock, ZONE), kit.background(), ways);
            boolean withNames = !sources.exposure().isEmpty();
            screen = new InsightsScreen(
                    model,
                    kit,
                    new ChartBoard(names, new Sheets(names), kit, withNames, unclear),
                    new TakeAway(kit, new Dialogs(layer, kit.texts()), new IntoFolder(folder), said, makers));
            layer.getChildren().add(screen.node());
            var theme = new Theme(List.of("shell", "guidelines", "insights"));
            theme.set(new Look(dark, 100));
            var scene = new Scene(layer, 1_368, 832);
            theme.dress(scene);
            stage.setScene(scene);
            stage.setWidth(1_368);
            stage.setHeight(832);
            screen.shown();
        });
    }

    /** Every file goes into the test's folder. */
    private record IntoFolder(Path folder) implements FileChoice {
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
