package org.moderationdesk.referrals.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.referrals.FilingDesk.ANNA;
import static org.moderationdesk.referrals.FilingDesk.UNCLEARED;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.fx.AccessibleNames;
import org.moderationdesk.fx.Background;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.FilingDesk;
import org.moderationdesk.referrals.Referral;
import org.moderationdesk.staff.Person;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** All referrals in the window of whoever sees to them. */
@ExtendWith(ApplicationExtension.class)
final class ReferralsScreenTest {
    private final TestClock clock = new TestClock();
    private final List<String> gone = new ArrayList<>();
    private final Sizes sizes = new Sizes(Map.of());
    private final Answering background = new Answering();
    private Store store;
    private FilingDesk desk;
    private Stage stage;
    private ReferralsScreen screen;

    @TempDir
    private Path folder;

    /** Answers at once, or as a store that is not reached does. */
    private static final class Answering implements Background {
        private final InlineBackground inline = new InlineBackground();
        private boolean lost;

        @Override
        public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onFailed) {
            if (lost) {
                onFailed.accept(new IOException("not reached"));
            } else {
                inline.run(work, onDone, onFailed);
            }
        }
    }

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open() {
        store = TestStore.create();
        desk = new FilingDesk(store, folder, clock);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            screen.hidden();
            stage.hide();
        });
        assertThat(desk.review().verify().intact()).isTrue();
        store.close();
    }

    @Test
    void nothingIsOpenedUntilSomebodyOpensItAndThenItIsToldByWhom(FxRobot robot) throws IOException {
        String first = desk.refer("A-1", true);
        String second = desk.refer("A-2", false);
        clock.advance(Duration.ofMinutes(12));
        show(robot, ANNA, Language.EN, false, 1_368, 832);
        assertThat(words(robot, "#referrals-counts")).isEqualTo("2 open · 1 late");
        assertThat(words(robot, "#referral-standing")).isEqualTo("To do");
        assertThat(words(robot, "#referral-deadline")).contains("2 min late");
        assertThat(shown(robot, "#referral-closed")).isPresent();
        assertThat(shown(robot, "#referral-side")).isEmpty();
        assertThat(desk.workspace().read(ANNA, first).orElseThrow().openings()).isEmpty();

        robot.push(KeyCode.ENTER);
        assertThat(shown(robot, "#referral-facts")).isPresent();
        assertThat(words(robot, "#referral-checks-count")).isEqualTo("1 to fix");
        assertThat(labels(robot, "#referral-checks")).contains("Incident, Incident type", "This field is required.");
        assertThat(labels(robot, "#referral-history")).contains("Referred by anna");
        assertThat(labels(robot, "#referral-openings")).contains("anna");
        assertThat(desk.workspace().read(ANNA, first).orElseThrow().openings()).hasSize(1);
        robot.interact(
                () -> assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing())
                        .isEmpty());

        robot.push(KeyCode.J);
        assertThat(words(robot, "#referral-standing")).isEqualTo("Second approval");
        assertThat(shown(robot, "#referral-closed")).isPresent();
        robot.push(KeyCode.K).push(KeyCode.F5);
        assertThat(desk.workspace().read(ANNA, first).orElseThrow().openings())
                .as("read anew is not opened anew")
                .hasSize(1);
        assertThat(desk.workspace().read(ANNA, second).orElseThrow().openings()).isEmpty();
        robot.push(KeyCode.G);
        assertThat(gone).containsExactly("A-1");
    }

    @Test
    void theListIsSearchedNarrowedAndClearedByKeys(FxRobot robot) throws IOException {
        String unused = desk.refer("A-1", true);
        clock.advance(Duration.ofSeconds(1));
        unused += desk.refer("B-2", true);
        show(robot, ANNA, Language.EN, false, 1_368, 832);
        assertThat(items(robot)).containsExactly("A-1", "B-2");

        robot.push(KeyCode.SLASH).write("b-").push(KeyCode.ENTER);
        assertThat(items(robot)).containsExactly("B-2");
        robot.push(KeyCode.SLASH).write("nothing").push(KeyCode.ENTER);
        assertThat(shown(robot, "#referrals-none-found")).isPresent();
        robot.push(KeyCode.ALT, KeyCode.C);

        assertThat(items(robot)).containsExactly("A-1", "B-2");
        assertThat(unused).isNotEmpty();
    }

    @Test
    void anEmptyListAndALostStoreSaySoAndTheStoreIsAskedAgain(FxRobot robot) throws IOException {
        show(robot, ANNA, Language.EN, false, 1_368, 832);
        assertThat(shown(robot, "#referrals-empty")).isPresent();
        String unused = desk.refer("A-1", true);

        background.lost = true;
        robot.push(KeyCode.F5);
        assertThat(shown(robot, "#referrals-lost")).isPresent();
        background.lost = false;
        robot.push(KeyCode.F5);

        assertThat(items(robot)).containsExactly("A-1");
        background.lost = true;
        robot.push(KeyCode.ENTER);
        assertThat(shown(robot, "#referral-problem")).isPresent();
        background.lost = false;
        robot.push(KeyCode.ENTER);
        assertThat(shown(robot, "#referral-facts")).isPresent();
        assertThat(unused).isNotEmpty();
    }

    @Test
    void withoutTheClearanceNoneIsShown(FxRobot robot) throws IOException {
        String unused = desk.refer("A-1", true);

        show(robot, UNCLEARED, Language.EN, false, 1_368, 832);

        assertThat(unused).isNotEmpty();
        assertThat(shown(robot, "#referrals-empty")).isPresent();
        assertThat(words(robot, "#referrals-counts")).isEqualTo("0 open · 0 late");
    }

    @Test
    void inANarrowWindowTheListGivesWayAndIsAsWideAsItWasLeftWhenItComesBack(FxRobot robot) throws IOException {
        String unused = desk.refer("A-1", true);
        sizes.keep("referrals.list", 320);
        show(robot, ANNA, Language.EN, false, 1_368, 832);
        assertThat(robot.lookup("#referrals-pane").queryAs(Region.class).getWidth())
                .isBetween(319.0, 321.0);

        robot.interact(() -> stage.setWidth(1_028));
        robot.push(KeyCode.ENTER);
        assertThat(shown(robot, "#referrals-pane")).isEmpty();
        robot.push(KeyCode.ALT, KeyCode.Q);

        assertThat(robot.lookup("#referrals-pane").queryAs(Region.class).getWidth())
                .isBetween(319.0, 321.0);
        assertThat(unused).isNotEmpty();
    }

    @Test
    void picturesOfItInBothLanguagesAndLooks(FxRobot robot) throws IOException {
        desk.refer("V-20417", true);
        desk.refer("V-20418", false);
        clock.advance(Duration.ofMinutes(12));
        for (Language language : Language.values()) {
            for (boolean dark : List.of(false, true)) {
                show(robot, ANNA, language, dark, 1_368, 832);
                robot.push(KeyCode.ENTER);
                picture(robot, "referrals-" + language.tag() + (dark ? "-dark" : ""));
                robot.interact(() -> {
                    stage.setWidth(1_028);
                    stage.setHeight(632);
                });
                picture(robot, "referrals-small-" + language.tag() + (dark ? "-dark" : ""));
                assertThat(shown(robot, "#referral-facts")).isPresent();
            }
        }
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> {
            var unused = Pictures.save(stage.getScene(), name);
        });
    }

    private List<String> items(FxRobot robot) {
        List<String> items = new ArrayList<>();
        for (Object row :
                robot.lookup("#referrals-list").queryAs(ListView.class).getItems()) {
            items.add(((Referral) row).line().itemId());
        }
        return items;
    }

    private static Optional<Node> shown(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(Node::isVisible).filter(node -> node.getScene() != null);
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static List<String> labels(FxRobot robot, String id) {
        return robot.lookup(id + " .label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    private void show(FxRobot robot, Person person, Language language, boolean dark, double width, double height) {
        robot.interact(() -> {
            var kit = Kit.of(new Texts(language), ZoneOffset.UTC, background, new Covers(), clock);
            var doors = new ReferralDoors(desk.workspace(), desk::faults);
            screen = new ReferralsScreen(doors, person, kit, sizes, gone::add);
            var scene = new Scene(new StackPane(screen.node()), width, height);
            var theme = new Theme(List.of("settings", "items", "queue", "decisions", "referrals"));
            theme.set(new Look(dark, 100));
            theme.dress(scene);
            stage.setScene(scene);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            screen.shown();
        });
    }
}
