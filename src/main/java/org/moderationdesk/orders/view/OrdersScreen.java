package org.moderationdesk.orders.view;

import java.util.List;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.ListBeside;
import org.moderationdesk.fx.Screen;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.fx.StatusLine;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.orders.OrderLine;
import org.moderationdesk.orders.view.OrdersModel.Part;
import org.moderationdesk.staff.Person;

/** What authorities order or ask for: the list by its clocks, one with all that was done, and the forms. */
public final class OrdersScreen implements Screen {
    private static final int REFRESH_SECONDS = 15;

    private final OrdersModel model;
    private final Texts texts;
    private final OrderWords words;
    private final Dialogs dialogs;
    private final OrderList list;
    private final OrderPage page;
    private final VBox root;
    private final Keys keys;
    private final Timeline ticking;
    private final ReadOnlyObjectWrapper<List<String>> path = new ReadOnlyObjectWrapper<>(List.of());
    private int seconds;

    /**
     * What lies around the screen.
     *
     * @param onItem goes to an item's case; null for who may not look at cases
     */
    public record Around(
            Dialogs dialogs,
            StatusLine status,
            Sizes sizes,
            @Nullable Consumer<String> onItem) {}

    public OrdersScreen(OrderDoors doors, Person person, Kit kit, Around around) {
        model = new OrdersModel(doors, person, kit);
        texts = kit.texts();
        words = new OrderWords(kit);
        dialogs = around.dialogs();
        list = new OrderList(model, words, this::begin);
        page = new OrderPage(model, words, this::answer, around.onItem());
        var width = new ListBeside.Width("orders.list", 320, 240, 440);
        Node columns = new ListBeside(list.pane(), page, around.sizes(), width).node();
        VBox.setVgrow(columns, Priority.ALWAYS);
        root = new VBox(columns);
        root.setId("orders");
        root.setFocusTraversable(true);
        root.setAccessibleText(texts.get("orders.list"));
        keys = new Keys(texts.get("orders.list"))
                .on("J", texts.get("orders.key.next"), () -> model.list().move(1))
                .on("K", texts.get("orders.key.previous"), () -> model.list().move(-1))
                .on("Shortcut+N", texts.get("orders.new"), this::begin);
        page.keysTo(keys);
        for (Part part : Part.values()) {
            keys.on(OrderList.key(part), texts.get("orders.part." + part), () -> model.show(part));
        }
        keys.on("F5", texts.get("orders.key.refresh"), model::refresh);
        keys.listenOn(root);
        model.list().selectedProperty().subscribe(this::tell);
        model.onRead(this::tellTime);
        model.onSaid(around.status()::say);
        ticking = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
    }

    /** How many orders have something left to be done, as far as is known. */
    public ReadOnlyIntegerProperty waitingProperty() {
        return model.waitingProperty();
    }

    /** Told when something was recorded here. */
    public void onChange(Runnable told) {
        model.onChange(told);
    }

    /** Asks anew how much is open; while the screen is not seen, too. */
    public void look() {
        model.refresh();
    }

    /** Chooses this one. */
    public void open(String orderId) {
        model.open(orderId);
    }

    @Override
    public String title() {
        return texts.get("orders.list");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public ObservableValue<List<String>> path() {
        return path.getReadOnlyProperty();
    }

    @Override
    public List<Keys> keys() {
        return List.of(keys);
    }

    @Override
    public List<Node> panels() {
        return List.of(list.pane(), page);
    }

    @Override
    public void shown() {
        model.refresh();
        ticking.play();
        list.pane().focusList();
    }

    @Override
    public void changed() {
        model.refresh();
    }

    @Override
    public void hidden() {
        ticking.stop();
    }

    private void tellTime() {
        list.tick();
        page.tick();
    }

    private void tick() {
        tellTime();
        if (++seconds % REFRESH_SECONDS == 0) {
            model.refresh();
        }
    }

    /** Who can order something is known once the store has answered. */
    private void begin() {
        if (model.list().isThere()) {
            new OrderForm(model, words, dialogs).open();
        } else {
            model.refresh();
        }
    }

    private void answer(OrderLine line) {
        new AnswerForm(model, words, line, dialogs).open();
    }

    private void tell(@Nullable OrderLine line) {
        path.set(line == null ? List.of() : List.of(SafeLine.of(line.order().reference())));
    }
}
