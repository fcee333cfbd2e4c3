package org.moderationdesk.practice.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.practice.PracticeDesk.FLEUR;
import static org.moderationdesk.practice.PracticeDesk.RUTH;
import static org.moderationdesk.practice.PracticeDesk.TESS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.fx.AccessibleNames;
import org.moderationdesk.fx.Background;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.ReadableWords;
import org.moderationdesk.fx.SaidLine;
import org.moderationdesk.practice.HiddenDesk;
import org.moderationdesk.practice.HiddenShare;
import org.moderationdesk.practice.HiddenTest;
import org.moderationdesk.practice.PlacedTest;
import org.moderationdesk.practice.PractisedDesk;
import org.moderationdesk.staff.Person;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Hidden tests on screen: by keyboard for leads, to read for trainers, and to nobody else. */
@ExtendWith(ApplicationExtension.class)
final class HiddenScreenTest {
    private static final int WIDE = 1_368;
    private static final int HIGH = 832;

    @TempDir
    private Path folder;

    private HiddenDesk desk;
    private final SaidLine line = new SaidLine();
    private Stage stage;
    private PracticeScreen screen;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open() {
        desk = new HiddenDesk(folder);
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
    void aLeadGivesAQueueItsShareRetiresOneAndTakesThatBack(FxRobot robot) throws IOException {
        var _ = desk.published();
        show(robot, RUTH, Language.EN, false, WIDE, HIGH);
        robot.push(KeyCode.ALT, KeyCode.H);
        assertThat(said()).contains("No queue is given hidden tests");
        picture(robot, "hidden-never");
        robot.push(KeyCode.S);
        act(robot);
        assertThat(said()).contains("Choose a queue and at least one set.");
        robot.interact(() ->
                robot.lookup("#practice-hidden-set-1").queryAs(CheckBox.class).setSelected(true));
        picture(robot, "hidden-form");
        act(robot);
        assertThat(desk.hidden().shares(RUTH)).singleElement().satisfies(one -> {
            assertThat(one.queue()).isEqualTo(HiddenDesk.QUEUE);
            assertThat(one.oneIn()).isEqualTo(50);
        });
        assertThat(said()).contains("1 in 50 cases", "1 Knives");

        HiddenShare _ = desk.hidden()
                .set(
                        RUTH,
                        HiddenDesk.QUEUE,
                        5,
                        desk.hidden().shares(RUTH).getFirst().sets());
        desk.imported(10);
        robot.push(KeyCode.F5);
        TableView<PlacedTest> placed = table(robot, "placed");
        assertThat(placed.getItems()).hasSize(2);
        PlacedTest first = placed.getItems().getFirst();
        robot.push(KeyCode.X);
        assertThat(standing(first)).isEqualTo(PlacedTest.Standing.RETIRED);
        assertThat(line.sentences()).last().asString().startsWith(first.test().itemId() + " has left its queue");
        assertThat(desk.hidden().results(RUTH))
                .as("whoever retires one has not been tested")
                .isEmpty();
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(standing(first)).isEqualTo(PlacedTest.Standing.WAITING);

        robot.push(KeyCode.N);
        assertThat(said()).contains("No hidden tests for general any more?");
        robot.interact(() -> robot.lookup("#dialog-act").queryButton().fire());
        assertThat(desk.hidden().shares(RUTH)).singleElement().satisfies(one -> assertThat(one.oneIn())
                .isZero());
        assertThat(placed.getItems()).extracting(PlacedTest::standing).containsOnly(PlacedTest.Standing.RETIRED);
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(robot.lookup("#practice-hidden").query().isVisible()).isFalse();
    }

    private PlacedTest.Standing standing(PlacedTest of) {
        return desk.hidden().standing(RUTH).stream()
                .filter(one -> one.test().equals(of.test()))
                .map(PlacedTest::standing)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void answersAreReadBesideTheirKeysAndOneWrongOneComesToNothing(FxRobot robot) throws IOException {
        answered();
        show(robot, TESS, Language.EN, false, WIDE, HIGH);
        robot.push(KeyCode.ALT, KeyCode.H);
        assertThat(said()).contains("3 of 6");
        assertThat(robot.lookup("#practice-hidden-set").tryQuery())
                .as("shares are a lead's")
                .isEmpty();
        assertThat(robot.lookup("#practice-hidden-retire").tryQuery()).isEmpty();
        TableView<PlacedTest> placed = table(robot, "placed");
        int waiting = (int) placed.getItems().stream()
                .filter(one -> one.standing() == PlacedTest.Standing.WAITING)
                .count();
        assertThat(waiting).isEqualTo(4);
        robot.push(KeyCode.S).push(KeyCode.X).push(KeyCode.N);
        assertThat(robot.lookup("#dialog").tryQuery()).isEmpty();
        assertThat(desk.hidden().standing(TESS)).isEqualTo(placed.getItems());

        robot.push(KeyCode.ALT, KeyCode.DIGIT2);
        assertThat(said()).contains("Not right", "Right");
        picture(robot, "hidden-answered");
        robot.push(KeyCode.L);
        assertThat(said()).contains("fleur said", "Because of the knife");
        picture(robot, "hidden-beside-key");
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.ALT, KeyCode.DIGIT3);
        assertThat(said()).contains("Several not right: a reason to talk about them together");
        robot.interact(
                () -> assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing())
                        .isEmpty());
    }

    /** Six, of which three are not right. */
    private void answered() throws IOException {
        List<HiddenTest> tests = desk.tenTests();
        int wrong = 0;
        for (HiddenTest test : tests.subList(0, 6)) {
            boolean remove = Integer.parseInt(test.practiceItem().substring(2)) % 2 == 1;
            boolean misses = wrong < 3;
            wrong++;
            String _ = desk.decide(
                    remove == misses ? PractisedDesk.nothing(test.itemId()) : PractisedDesk.remove(test.itemId()));
        }
    }

    @Test
    void whoDoesNotTrainIsToldByNoWordKeyOrNode(FxRobot robot) throws IOException {
        answered();
        show(robot, FLEUR, Language.EN, false, WIDE, HIGH);
        robot.push(KeyCode.ALT, KeyCode.H);
        assertThat(hints(robot)).isEmpty();
        show(robot, TESS, Language.EN, false, WIDE, HIGH);
        assertThat(hints(robot)).as("what is looked for is there").hasSizeGreaterThan(3);
    }

    /** Whatever in the window or on the key sheet tells that there are such tests. */
    private List<String> hints(FxRobot robot) {
        List<String> found = new ArrayList<>();
        robot.interact(() -> {
            said().stream().filter(one -> one.contains("idden")).forEach(found::add);
            stage.getScene().getRoot().lookupAll("*").stream()
                    .map(node -> String.valueOf(node.getId()))
                    .filter(id -> id.contains("hidden"))
                    .forEach(found::add);
            screen.keys().stream()
                    .flatMap(keys -> keys.bindings().stream())
                    .map(Keys.Binding::words)
                    .filter(words -> words.contains("idden"))
                    .forEach(found::add);
        });
        return found;
    }

    @Test
    void itSaysWhileItIsFetchedAndWhereTheStoreDoesNotAnswer(FxRobot robot) throws IOException {
        answered();
        var store = new Slow();
        screen = window().show(robot, RUTH, new PracticeWindow.Looks(Language.EN, false, WIDE, HIGH), store);
        store.answers = false;
        robot.push(KeyCode.ALT, KeyCode.H);
        assertThat(said())
                .as("nothing yet")
                .doesNotContain("1 in 5 cases")
                .noneMatch(one -> one.contains("idden tests for"));
        assertThat(robot.lookup("#practice-hidden .loading").tryQuery()).isPresent();
        store.fails = true;
        robot.push(KeyCode.F5);
        assertThat(said()).contains("The store does not answer");
        picture(robot, "hidden-lost");
        store.fails = false;
        store.answers = true;
        robot.push(KeyCode.F5);
        assertThat(said()).contains("1 in 5 cases").doesNotContain("The store does not answer");
    }

    /** Asks at once, not at all, or in vain. */
    private static final class Slow implements Background {
        private final Background inline = new InlineBackground();
        private boolean answers = true;
        private boolean fails;

        @Override
        public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onFailed) {
            if (fails) {
                onFailed.accept(new IllegalStateException("lost"));
            } else if (answers) {
                inline.run(work, onDone, onFailed);
            }
        }
    }

    @Test
    void everyPartFitsItsWindowInBothLanguagesLightAndDark(FxRobot robot) throws IOException {
        answered();
        for (Language language : Language.values()) {
            for (boolean dark : new boolean[] {false, true}) {
                boolean small = dark == (language == Language.EN);
                String look = (small ? "small-" : "wide-") + (dark ? "dark-" : "light-") + language.tag();
                show(robot, RUTH, language, dark, small ? 1_028 : WIDE, small ? 632 : HIGH);
                picture(robot, "hidden-home-" + look);
                robot.push(KeyCode.ALT, KeyCode.H);
                picture(robot, "hidden-placed-" + look);
                robot.push(KeyCode.ALT, KeyCode.DIGIT2);
                picture(robot, "hidden-answered-" + look);
                robot.push(KeyCode.ALT, KeyCode.DIGIT3);
                picture(robot, "hidden-people-" + look);
                robot.interact(() -> screen.hidden());
            }
        }
    }

    private void act(FxRobot robot) {
        robot.interact(() -> robot.lookup("#dialog-act").queryButton().fire());
    }

    private static <T> TableView<T> table(FxRobot robot, String name) {
        return robot.lookup("#practice-hidden-table-" + name).queryTableView();
    }

    private Set<String> said() {
        return ReadableWords.in(stage.getScene().getRoot()).collect(Collectors.toSet());
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> assertThat(Pictures.save(stage.getScene(), name)).isNotEmptyFile());
    }

    private PracticeWindow window() {
        return new PracticeWindow(stage, desk.practised(), line, new NoFiles());
    }

    private void show(FxRobot robot, Person person, Language language, boolean dark, int width, int height) {
        screen = window().show(robot, person, new PracticeWindow.Looks(language, dark, width, height));
    }

    private static final class NoFiles implements FileChoice {
        @Override
        public Optional<Path> open(String title, List<String> endings) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(String title, String proposedName) {
            return Optional.empty();
        }
    }
}
