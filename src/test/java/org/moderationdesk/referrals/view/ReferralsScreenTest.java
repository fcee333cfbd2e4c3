package org.moderationdesk.referrals.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.referrals.FilingDesk.ANNA;
import static org.moderationdesk.referrals.FilingDesk.UNCLEARED;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
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
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.Environment;
import org.moderationdesk.referrals.FilingDesk;
import org.moderationdesk.referrals.Referral;
import org.moderationdesk.referrals.ReportDrafts.ContentFile;
import org.moderationdesk.referrals.Sending;
import org.moderationdesk.referrals.TestServer;
import org.moderationdesk.referrals.TestServer.Kind;
import org.moderationdesk.referrals.Trouble;
import org.moderationdesk.referrals.What;
import org.moderationdesk.referrals.ncmec.IncidentType;
import org.moderationdesk.staff.Person;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** All referrals in the window of whoever sees to them. */
@ExtendWith(ApplicationExtension.class)
final class ReferralsScreenTest {
    /** After what is taken for past in documents. */
    private static final Instant TODAY = Instant.parse("2026-11-20T12:00:00Z");

    private final TestClock clock = new TestClock();
    private final List<String> gone = new ArrayList<>();
    private final Sizes sizes = new Sizes(Map.of());
    private final Answering background = new Answering();
    private Store store;
    private FilingDesk desk;
    private Sending sending;
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
        clock.advance(Duration.between(clock.instant(), TODAY));
        desk = new FilingDesk(store, folder, clock);
        sending = desk.sending();
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
        assertThat(shown(robot, "#report-form")).isPresent();
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
        unused += desk.refer("Q-2", true);
        show(robot, ANNA, Language.EN, false, 1_368, 832);
        assertThat(items(robot)).containsExactly("A-1", "Q-2");

        robot.push(KeyCode.SLASH).write("q-").push(KeyCode.ENTER);
        assertThat(items(robot)).containsExactly("Q-2");
        robot.push(KeyCode.SLASH).write("nothing").push(KeyCode.ENTER);
        assertThat(shown(robot, "#referrals-none-found")).isPresent();
        robot.push(KeyCode.ALT, KeyCode.C);

        assertThat(items(robot)).containsExactly("A-1", "Q-2");
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
        assertThat(shown(robot, "#report-form")).isPresent();
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
    void theFormIsFilledInCheckedAtItsFieldsAndSavedByKeys(FxRobot robot) throws IOException {
        String referral = desk.refer("A-1", true);
        clock.advance(Duration.ofMinutes(1));
        show(robot, ANNA, Language.EN, false, 1_368, 832);
        robot.push(KeyCode.ENTER);
        assertThat(text(robot, "#report-personOrUserReported-1-screenName")).isEqualTo("@u");
        assertThat(words(robot, "#fileDetails-1-fileViewedByEsp")).isEqualTo("No");
        assertThat(robot.lookup("#report-save").queryButton().isDisabled()).isTrue();

        robot.push(KeyCode.F2);
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("report-incidentSummary-incidentType");
        robot.interact(() ->
                combo(robot, "#report-incidentSummary-incidentType").setValue(IncidentType.ONLINE_ENTICEMENT.code()));
        assertThat(words(robot, "#referral-checks-count")).isEqualTo("Nothing to fix");
        robot.push(KeyCode.ALT, KeyCode.V);
        robot.interact(() -> field(robot, "#report-victim-1-victimPerson-age").setText("twelve"));
        assertThat(labels(robot, "#referral-checks")).contains("Victim 1, Person, Age");
        assertThat(field(robot, "#report-victim-1-victimPerson-age").getStyleClass())
                .contains("wrong");
        robot.push(KeyCode.F2);
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("report-victim-1-victimPerson-age");
        robot.interact(() -> field(robot, "#report-victim-1-victimPerson-age").setText("12"));
        assertThat(field(robot, "#report-victim-1-victimPerson-age").getStyleClass())
                .doesNotContain("wrong");

        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        assertThat(words(robot, "#report-said")).startsWith("Saved by anna");
        assertThat(words(robot, "#referral-standing")).isEqualTo("Draft");
        var saved = desk.drafts().prepare(ANNA, referral).content();
        assertThat(desk.drafts().check(saved)).isEmpty();
        assertThat(desk.drafts().fields().text(saved.report(), "report/victim[1]/victimPerson/age"))
                .isEqualTo("12");
        robot.interact(
                () -> assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing())
                        .isEmpty());
    }

    @Test
    void filesAreClassedAndLeftOutAndTheCardSaysWhatTheClassesAre(FxRobot robot) throws IOException {
        String referral = desk.refer("A-1", true);
        show(robot, ANNA, Language.NL, true, 1_368, 832);
        robot.push(KeyCode.ENTER).push(KeyCode.F4);
        assertThat(labels(robot, "#dialog")).contains("A1", "A2", "B1", "B2");
        robot.push(KeyCode.ESCAPE);

        robot.interact(() -> {
            combo(robot, "#fileDetails-1-industryClassification").setValue("B2");
            combo(robot, "#fileDetails-1-fileRelevance").setValue("Supplemental Reported");
        });
        assertThat(labels(robot, "#referral-checks")).contains("Bestand 1, Klasse");
        robot.interact(() -> {
            combo(robot, "#fileDetails-1-fileRelevance").setValue("Reported");
            robot.lookup("#report-file-2").queryAs(CheckBox.class).setSelected(false);
        });
        robot.push(KeyCode.SHORTCUT, KeyCode.S);

        var files = desk.drafts().prepare(ANNA, referral).content().files();
        assertThat(files).extracting(ContentFile::sent).containsExactly(true, false);
        assertThat(desk.drafts().fields().text(files.getFirst().details(), "fileDetails/industryClassification"))
                .isEqualTo("B2");
    }

    @Test
    void whatIsNotSavedIsSavedOnLeavingAndWhatOthersSavedIsNotWrittenOver(FxRobot robot) throws IOException {
        String referral = desk.refer("A-1", true);
        show(robot, ANNA, Language.EN, false, 1_368, 832);
        robot.push(KeyCode.ENTER);
        robot.interact(() -> field(robot, "#report-incidentSummary-platform").setText("Mine"));
        robot.interact(screen::hidden);
        assertThat(platform(referral)).isEqualTo("Mine");

        robot.interact(screen::shown);
        robot.push(KeyCode.ENTER);
        robot.interact(() -> field(robot, "#report-incidentSummary-platform").setText("Mine again"));
        var content = desk.drafts().prepare(ANNA, referral).content();
        int theirs = desk.drafts().save(FilingDesk.LEAD, referral, content, 1);
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        assertThat(theirs).isEqualTo(2);
        assertThat(words(robot, "#report-problem")).startsWith("Somebody else saved this draft meanwhile");
        assertThat(text(robot, "#report-incidentSummary-platform")).isEqualTo("Mine again");
        robot.push(KeyCode.ALT, KeyCode.D);

        assertThat(text(robot, "#report-incidentSummary-platform")).isEqualTo("Mine");
        assertThat(words(robot, "#report-said")).startsWith("Saved by lea");
    }

    @Test
    void aReportIsSentStopsOverEveryScreenAndGoesOnByKeys(FxRobot robot) throws IOException {
        try (TestServer server = TestServer.start(clock)) {
            sending = desk.sending(server);
            server.trouble(What.OPEN, Kind.CODE, 3100);
            String referral = desk.refer("A-1", true);
            desk.environments().signInWith(ANNA, Environment.TEST, TestServer.LOGIN);
            clock.advance(Duration.ofMinutes(1));
            show(robot, ANNA, Language.EN, false, 1_368, 832);
            robot.push(KeyCode.ENTER);
            assertThat(words(robot, "#report-where")).isEqualTo("1 to fix first.");
            robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
            assertThat(shown(robot, "#dialog"))
                    .as("what does not hold is not sent")
                    .isEmpty();
            robot.interact(() -> combo(robot, "#report-incidentSummary-incidentType")
                    .setValue(IncidentType.ONLINE_ENTICEMENT.code()));

            robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
            assertThat(labels(robot, "#dialog")).contains("Send this report to the test system?");
            assertThat(server.seen()).isEmpty();
            robot.push(KeyCode.TAB).push(KeyCode.ENTER);
            assertThat(words(robot, "#referral-standing")).isEqualTo("Stopped");
            assertThat(server.seen()).hasSize(1);
            assertThat(words(robot, "#trouble-words"))
                    .startsWith("The report of A-1 has not reached NCMEC and has stopped.")
                    .contains("3100");
            picture(robot, "referrals-stopped");
            assertThat(field(robot, "#report-incidentSummary-platform").isEditable())
                    .isFalse();
            robot.push(KeyCode.ESCAPE);
            assertThat(shown(robot, "#trouble-bar")).as("nobody closes it").isPresent();

            robot.push(KeyCode.ALT, KeyCode.G);
            assertThat(words(robot, "#referral-standing")).isEqualTo("Test only");
            assertThat(labels(robot, "#referral-history"))
                    .anyMatch(line -> line.startsWith("Finishing report"))
                    .contains("anna let it go on");
            assertThat(shown(robot, "#trouble-bar")).isEmpty();
            assertThat(desk.workspace().find(ANNA, referral)).isPresent();
        }
    }

    @Test
    void whatIsTakenBackGoesOutNoMoreAndCanBeSentAnew(FxRobot robot) throws IOException {
        String referral = desk.refer("A-1", true);
        desk.environments().signInWith(ANNA, Environment.TEST, TestServer.LOGIN);
        clock.advance(Duration.ofMinutes(1));
        show(robot, ANNA, Language.EN, false, 1_368, 832);
        robot.push(KeyCode.ENTER);
        robot.interact(() ->
                combo(robot, "#report-incidentSummary-incidentType").setValue(IncidentType.ONLINE_ENTICEMENT.code()));
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER).push(KeyCode.TAB).push(KeyCode.ENTER);
        assertThat(words(robot, "#referral-standing")).isEqualTo("Under way");

        robot.push(KeyCode.ALT, KeyCode.B).push(KeyCode.TAB).push(KeyCode.ENTER);

        assertThat(words(robot, "#referral-standing")).isEqualTo("Taken back");
        assertThat(field(robot, "#report-incidentSummary-platform").isEditable())
                .isTrue();
        assertThat(robot.lookup("#report-send").queryButton().isDisabled()).isFalse();
        assertThat(referral).isNotEmpty();
    }

    @Test
    void figuresAreAskedForByTheirKeyWhereTheyMayBeTaken(FxRobot robot) throws IOException {
        String _ = desk.refer("A-1", true);
        show(robot, ANNA, Language.EN, false, 1_368, 832);
        robot.push(KeyCode.SHORTCUT, KeyCode.E);
        assertThat(shown(robot, "#referrals-figures")).isEmpty();

        robot.interact(() -> screen.onFigures(() -> gone.add("figures")));
        robot.push(KeyCode.SHORTCUT, KeyCode.E);
        assertThat(gone).containsExactly("figures");
        robot.push(KeyCode.SLASH).push(KeyCode.SHORTCUT, KeyCode.E);
        assertThat(gone).as("also while something is searched").hasSize(2);
    }

    private String platform(String referral) {
        var content = desk.drafts().prepare(ANNA, referral).content();
        return desk.drafts().fields().text(content.report(), "report/incidentSummary/platform");
    }

    private static TextInputControl field(FxRobot robot, String id) {
        return robot.lookup(id).queryTextInputControl();
    }

    private static String text(FxRobot robot, String id) {
        return field(robot, id).getText();
    }

    @SuppressWarnings("unchecked") // as the form makes them
    private static ComboBox<String> combo(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(ComboBox.class);
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
                for (double at : List.of(0.5, 1.0)) {
                    robot.interact(() -> form(robot).setVvalue(at));
                    picture(robot, "referrals-at-" + at + "-" + language.tag() + (dark ? "-dark" : ""));
                }
                robot.interact(() -> {
                    stage.setWidth(1_028);
                    stage.setHeight(632);
                });
                picture(robot, "referrals-small-" + language.tag() + (dark ? "-dark" : ""));
                assertThat(shown(robot, "#report-form")).isPresent();
            }
        }
    }

    private static ScrollPane form(FxRobot robot) {
        return robot.lookup("#report-form .scroll-pane").queryAs(ScrollPane.class);
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
            var layer = new StackPane();
            var doors = new ReferralDoors(desk.workspace(), desk.drafts(), sending);
            screen = new ReferralsScreen(doors, person, kit, new Dialogs(layer, kit.texts()), sizes, gone::add);
            var bar = new TroubleBar(kit, gone::add);
            screen.onSend(() -> {
                List<Trouble> troubles = sending.goOn(person);
                bar.show(troubles);
                screen.changed();
            });
            VBox.setVgrow(screen.node(), Priority.ALWAYS);
            layer.getChildren().setAll(new VBox(bar.node(), screen.node()));
            var scene = new Scene(layer, width, height);
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
