package org.moderationdesk.authorities.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.authorities.AuthorityDesk.LEAD;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.moderationdesk.authorities.Addressee;
import org.moderationdesk.authorities.AuthorityDesk;
import org.moderationdesk.authorities.AuthorityKind;
import org.moderationdesk.authorities.Dossiers;
import org.moderationdesk.authorities.Dossiers.Ask;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.LosableBackground;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.FilingDesk;
import org.moderationdesk.referrals.NcmecKind;
import org.moderationdesk.referrals.Workspace;
import org.moderationdesk.referrals.view.ReferralDoors;
import org.moderationdesk.referrals.view.ReferralsScreen;
import org.moderationdesk.retention.DataClass;
import org.moderationdesk.retention.Retention;
import org.moderationdesk.settings.ReferralSettings;
import org.moderationdesk.staff.Person;
import org.testfx.api.FxRobot;

/** A window with the dossiers of referrals, over a desk of its own. */
final class DossierWindow {
    static final String PASSWORD = "a-long-password-1";

    private final TestClock clock = new TestClock();
    private final LosableBackground background = new LosableBackground();
    private final Choosing files = new Choosing();
    private final Store store;
    private final InstantSource now;
    private final AuthorityDesk desk;
    private final Path folder;
    private final Stage stage;
    private ReferralsScreen screen;
    private int changes;

    /** Chooses what a test says. */
    static final class Choosing implements FileChoice {
        Optional<Path> file = Optional.empty();
        String proposed = "";

        @Override
        public Optional<Path> open(String title, List<String> endings) {
            return file;
        }

        @Override
        public Optional<Path> save(String title, String proposedName) {
            proposed = proposedName;
            return file;
        }
    }

    DossierWindow(Stage stage, Path folder) {
        this.stage = stage;
        this.folder = folder;
        store = TestStore.create();
        now = clock;
        desk = new AuthorityDesk(store, folder, now);
    }

    /** On a store whose server has a clock of its own. */
    DossierWindow(Stage stage, Path folder, Store store) {
        this.stage = stage;
        this.folder = folder;
        this.store = store;
        now = InstantSource.system();
        desk = new AuthorityDesk(store, folder, now);
    }

    void close(FxRobot robot) {
        robot.interact(() -> {
            screen.hidden();
            stage.hide();
        });
        assertThat(desk.review().verify().intact()).isTrue();
        store.close();
    }

    AuthorityDesk desk() {
        return desk;
    }

    TestClock clock() {
        return clock;
    }

    LosableBackground background() {
        return background;
    }

    Choosing files() {
        return files;
    }

    /** How often something was recorded. */
    int changes() {
        return changes;
    }

    static ScrollPane scroll(FxRobot robot) {
        return robot.lookup("#dossier-page .scroll-pane").queryAs(ScrollPane.class);
    }

    void picture(FxRobot robot, String name) {
        robot.interact(() -> {
            var unused = Pictures.save(stage.getScene(), name);
        });
    }

    void reachEuropol() {
        var shipped = desk.targets().inForce();
        var unused = desk.targets().set(AuthorityDesk.ADMIN, 0, AuthorityDesk.reached(shipped, "EUROPOL"));
        assertThat(unused.version()).isOne();
    }

    String referred(String item) {
        assertThat(desk.flag(item, "1.1")).isNotEmpty();
        return desk.refer(item, "1.1.1", true);
    }

    String made(String item) throws IOException {
        String referral = referred(item);
        var made = desk.dossiers().make(LEAD, referral, new Ask(null, null, null), "NL", AuthorityDesk.EN);
        assertThat(made.referralId()).isEqualTo(referral);
        return referral;
    }

    /** Enters that the dossier of a referral was handed over, with a document. */
    void handedOver(String referral) throws IOException {
        String dossier = dossiers(referral).getFirst().line().dossier().id();
        var _ = desk.dossiers().receipt(LEAD, dossier, clock.instant(), "PL-1", new byte[] {1});
    }

    /** Lets two years go by, and runs the plan that keeps papers for 200 days. */
    void eraseOldPapers() {
        var retention = new Retention(store, desk.review().log(), new MediaStore(folder.resolve("old"), store), clock);
        retention.set(AuthorityDesk.ADMIN, DataClass.PAPERS, Optional.of(200));
        clock.advance(Duration.ofDays(730));
        assertThat(retention.run(AuthorityDesk.ADMIN, Progress.NONE).classes().get(DataClass.PAPERS))
                .isNotNull();
    }

    /** Opens a referral's page. */
    void open(String referral) {
        screen.open(referral);
    }

    void password(FxRobot robot) {
        set(robot, "#dossier-password", PASSWORD);
        set(robot, "#dossier-password-again", PASSWORD);
    }

    List<Dossiers.Content> dossiers(String referral) {
        return desk.dossiers().ofReferral(LEAD, referral);
    }

    String focused() {
        return stage.getScene().getFocusOwner().getId();
    }

    @SuppressWarnings("unchecked") // as the form makes it
    static ComboBox<Addressee> choice(FxRobot robot) {
        return robot.lookup("#dossier-to").queryAs(ComboBox.class);
    }

    static TextInputControl field(FxRobot robot, String id) {
        return robot.lookup(id).queryTextInputControl();
    }

    static void set(FxRobot robot, String id, String words) {
        robot.interact(() -> field(robot, id).setText(words));
    }

    /** What is said to be wrong at a field. */
    static List<String> problems(FxRobot robot) {
        return robot.lookup("#dossier-page .scroll-pane .field-problem").queryAllAs(Labeled.class).stream()
                .filter(Node::isVisible)
                .map(Labeled::getText)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    static Optional<Node> shown(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(Node::isVisible).filter(node -> node.getScene() != null);
    }

    static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    static List<String> labels(FxRobot robot, String id) {
        return robot.lookup(id + " .label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    void show(FxRobot robot, Person person, Language language, boolean dark, double width, double height) {
        robot.interact(() -> {
            var kit = Kit.of(new Texts(language), ZoneOffset.UTC, background, new Covers(), now);
            var layer = new StackPane();
            var dialogs = new Dialogs(layer, kit.texts());
            var filing = new FilingDesk(store, folder, now);
            var workspace = new Workspace(
                    store,
                    desk.review().log(),
                    List.of(new NcmecKind(), new AuthorityKind()),
                    desk.review().decisions().approvals(),
                    ReferralSettings::defaults,
                    now);
            var doors = new ReferralDoors(workspace, filing.drafts(), filing.sending());
            screen = new ReferralsScreen(doors, person, kit, dialogs, new Sizes(Map.of()), _ -> {});
            var dossiers = new DossierDoors(desk.dossiers(), desk.files(), () -> "NL");
            screen.with(new DossierPage(dossiers, person, kit, dialogs, files), () -> changes++);
            layer.getChildren().setAll(screen.node());
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
