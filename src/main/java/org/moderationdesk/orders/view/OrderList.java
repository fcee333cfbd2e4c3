package org.moderationdesk.orders.view;

import java.util.Map;
import java.util.Objects;
import javafx.scene.control.ToggleButton;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.ListPane;
import org.moderationdesk.orders.OrderLine;
import org.moderationdesk.orders.view.OrdersModel.Part;

/** The list of orders, open or ended. */
final class OrderList {
    private final OrdersModel model;
    private final Texts texts;
    private final ListPane<OrderLine> pane;
    private final Map<Part, ToggleButton> parts;

    /** @param begin enters a new one */
    OrderList(OrdersModel model, OrderWords words, Runnable begin) {
        this.model = model;
        this.texts = words.texts();
        pane = new ListPane<>("orders", words(), model.list(), () -> new OrderCell(model, words), model::refresh);
        pane.list().getStyleClass().add("referral-list");
        parts = pane.parts(Part.class, part -> texts.get("orders.part." + part), OrderList::key, model::show);
        pane.foot(KeyButton.of("orders-new", texts.get("orders.new"), "Shortcut+N", begin));
        model.list().stateProperty().subscribe(_ -> show());
        model.partProperty().subscribe(_ -> show());
        model.list().rows().subscribe(this::show);
    }

    private ListPane.Words words() {
        return new ListPane.Words(
                texts.get("orders.list"),
                texts.get("orders.key.refresh"),
                texts.get("orders.loading"),
                texts.get("orders.lost"),
                texts.get("orders.lost.sentence"),
                texts.get("orders.again"));
    }

    static String key(Part part) {
        return part == Part.OPEN ? "O" : "E";
    }

    ListPane<OrderLine> pane() {
        return pane;
    }

    /** Tells the clocks anew. */
    void tick() {
        pane.tick();
        count();
    }

    private void show() {
        count();
        Objects.requireNonNull(parts.get(model.partProperty().get()), "laid out before")
                .setSelected(true);
        pane.show(empty());
    }

    private void count() {
        String cut = model.isCut() ? " " + texts.get("orders.cut") : "";
        pane.count(
                model.list().isThere()
                        ? texts.get("orders.counts", model.count(Part.OPEN), model.late(), model.count(Part.ENDED))
                                + cut
                        : "");
    }

    private EmptyState empty() {
        boolean open = model.partProperty().get() == Part.OPEN;
        return new EmptyState(
                Icon.WELL,
                texts.get(open ? "orders.empty" : "orders.empty.ended"),
                texts.get(open ? "orders.empty.sentence" : "orders.empty.ended.sentence"));
    }
}
