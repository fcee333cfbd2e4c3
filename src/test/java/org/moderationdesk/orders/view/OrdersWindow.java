package org.moderationdesk.orders.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.fx.AccessibleNames;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.FilesIn;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.LosableBackground;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.ReadableWords;
import org.moderationdesk.fx.SaidLine;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.orders.NewOrder;
import org.moderationdesk.orders.Order;
import org.moderationdesk.orders.OrderKind;
import org.moderationdesk.orders.OrderLine;
import org.moderationdesk.orders.Orders;
import org.moderationdesk.orders.Subject;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.targets.StoredTargets;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.testfx.api.FxRobot;

/** The screen of orders in a window of its own, at a desk with a few cases. */
final class OrdersWindow implements AutoCloseable {
    static final Person LEAD = new Person("lena", Set.of(Role.TEAM_LEAD), true);
    static final Person UNCLEARED = new Person("una", Set.of(Role.TEAM_LEAD), false);
    static final int WIDE = 1_368;
    static final int HIGH = 832;

    final TestClock clock = new TestClock();
    final LosableBackground background = new LosableBackground();
    final Sizes sizes = new Sizes(Map.of());
    final SaidLine line = new SaidLine();
    final List<String> gone = new ArrayList<>();
    final ReviewDesk desk;
    final Orders orders;
    private final Store store = TestStore.create();
    private final Stage stage;
    private final Path folder;
    private @Nullable OrdersScreen screen;

    OrdersWindow(Stage stage, Path folder) {
        this.stage = stage;
        this.folder = folder;
        desk = new ReviewDesk(store, clock);
        orders = new Orders(store, desk.log(), clock);
    }

    /** How the window looks. */
    record Looks(Language language, boolean dark, int width, int height) {
        static Looks plain() {
            return new Looks(Language.EN, false, WIDE, HIGH);
        }
    }

    OrdersScreen show(FxRobot robot, Person person, Looks looks) {
        robot.interact(() -> {
            var kit = Kit.of(new Texts(looks.language()), ZoneOffset.UTC, background, new Covers(), clock);
            var layer = new StackPane();
            var doors =
                    new OrderDoors(orders, new StoredTargets(store, desk.log()), new FilesIn(folder, "received.pdf"));
            var around = new OrdersScreen.Around(new Dialogs(layer, kit.texts()), line, sizes, gone::add);
            var made = new OrdersScreen(doors, person, kit, around);
            layer.getChildren().setAll(made.node());
            var scene = new Scene(layer, looks.width(), looks.height());
            var theme = new Theme(List.of("settings", "items", "queue", "decisions", "review", "referrals", "orders"));
            theme.set(new Look(looks.dark(), 100));
            theme.dress(scene);
            stage.setScene(scene);
            stage.setWidth(looks.width());
            stage.setHeight(looks.height());
            stage.show();
            made.shown();
            screen = made;
        });
        return shown();
    }

    OrdersScreen shown() {
        assertThat(screen).isNotNull();
        return screen;
    }

    /** Enters one that came in now; about an address, and these items. */
    Order enter(OrderKind kind, String target, @Nullable Duration within, String authority, String... items) {
        List<Subject> subjects = new ArrayList<>();
        for (String item : items) {
            subjects.add(new Subject(item, ""));
        }
        subjects.add(new Subject(null, "https://example.org/watch/1"));
        Instant until = clock.instant().plus(Duration.ofDays(90));
        return orders.record(
                LEAD,
                new NewOrder(
                        kind,
                        target,
                        authority,
                        "TCO/2026/118",
                        "called back on the number that the ministry publishes",
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.ofHours(1)),
                        within,
                        kind == OrderKind.PRESERVATION ? until : null,
                        kind == OrderKind.INFORMATION,
                        false,
                        subjects,
                        "%PDF-1.7 of the authority".getBytes(StandardCharsets.UTF_8)));
    }

    /** What is listed, by who gave it. */
    List<String> listed(FxRobot robot) {
        List<String> all = new ArrayList<>();
        for (Object row : robot.lookup("#orders-list").queryAs(ListView.class).getItems()) {
            all.add(((OrderLine) row).order().authority());
        }
        return all;
    }

    Set<String> said() {
        return ReadableWords.in(stage.getScene().getRoot()).collect(Collectors.toSet());
    }

    boolean isShown(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
    }

    String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    void type(FxRobot robot, String id, String words) {
        robot.interact(() -> robot.lookup(id).queryAs(TextInputControl.class).setText(words));
    }

    /** Chooses the one of this name of a box. */
    <T> void choose(FxRobot robot, String id, T one) {
        robot.interact(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<T> box = robot.lookup(id).queryAs(ComboBox.class);
            box.setValue(one);
        });
    }

    void act(FxRobot robot) {
        robot.interact(() -> robot.lookup("#dialog-act").queryButton().fire());
    }

    @Nullable
    String focused() {
        return stage.getScene().getFocusOwner() == null
                ? null
                : stage.getScene().getFocusOwner().getId();
    }

    void everythingHasAName(FxRobot robot) {
        robot.interact(
                () -> assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing())
                        .isEmpty());
    }

    void picture(FxRobot robot, String name) {
        robot.interact(() -> assertThat(Pictures.save(stage.getScene(), name)).isNotEmptyFile());
    }

    void close(FxRobot robot) {
        robot.interact(() -> {
            if (screen != null) {
                screen.hidden();
            }
            stage.hide();
        });
        close();
    }

    @Override
    public void close() {
        assertThat(desk.verify().intact()).isTrue();
        desk.close();
    }
}
