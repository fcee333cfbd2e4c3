package org.moderationdesk.orders.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.ActingRows;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.items.view.DueLabel;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.orders.Order;
import org.moderationdesk.orders.OrderKind;
import org.moderationdesk.orders.OrderLine;
import org.moderationdesk.orders.OrderState;
import org.moderationdesk.orders.OrderStep;
import org.moderationdesk.orders.Subject;

/** The order that is chosen: its clock, all that was entered of it, and what was done about it. */
final class OrderPage extends VBox {
    static final String ANSWER_KEY = "Shortcut+Enter";
    private static final String SAVE_KEY = "S";
    private static final String ITEM_KEY = "G";

    private final OrdersModel model;
    private final OrderWords words;
    private final Texts texts;
    private final Consumer<OrderLine> onAnswer;
    private final @Nullable Consumer<String> onItem;
    private final DueLabel clock = new DueLabel();
    private final Label deadline = DoorPanel.words("", "size-12");
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);
    private @Nullable String told;
    private String shownState = "";
    /** The order's documents and steps, and the items that it is about, one after the other. */
    private final VBox acting = new VBox();

    private final ActingRows rows = new ActingRows(acting);

    /** @param onItem goes to an item's case; null for who may not look at cases */
    OrderPage(OrdersModel model, OrderWords words, Consumer<OrderLine> onAnswer, @Nullable Consumer<String> onItem) {
        this.model = model;
        this.words = words;
        this.texts = words.texts();
        this.onAnswer = onAnswer;
        this.onItem = onItem;
        setId("order-page");
        setAccessibleText(texts.get("orders.page"));
        getStyleClass().add("referral-page");
        setMinWidth(0);
        setFocusTraversable(true);
        content.setId("order-facts");
        content.getStyleClass().addAll("referral-facts", "gap-12");
        acting.setId("order-steps");
        acting.getStyleClass().add("gap-8");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-less");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        model.list().selectedProperty().subscribe(this::show);
    }

    void keysTo(Keys keys) {
        keys.on(ANSWER_KEY, texts.get("orders.answer"), this::answer, this::isOpen)
                .on(SAVE_KEY, texts.get("orders.document.save"), () -> rows.fire(SAVE_KEY), () -> rows.can(SAVE_KEY))
                .on("Alt+Down", texts.get("orders.key.row"), () -> rows.move(1), () -> !rows.isEmpty())
                .on("Alt+Up", texts.get("orders.key.row-before"), () -> rows.move(-1), () -> !rows.isEmpty());
        if (onItem != null) {
            keys.on(ITEM_KEY, texts.get("orders.item"), () -> rows.fire(ITEM_KEY), () -> rows.can(ITEM_KEY));
        }
    }

    /** Tells the clock anew. */
    void tick() {
        OrderLine line = model.list().selectedProperty().get();
        if (line == null) {
            return;
        }
        if (words.state(line, model.now()).equals(shownState)) {
            time(line);
        } else {
            show(line);
        }
    }

    private void time(OrderLine line) {
        Instant now = model.now();
        var due = words.clock(line, now);
        boolean open = line.state() == OrderState.OPEN;
        clock.show(due, due.words());
        clock.setVisible(open);
        clock.setManaged(open);
        deadline.setText(words.deadline(line, now));
    }

    private boolean isOpen() {
        OrderLine line = model.list().selectedProperty().get();
        return line != null && isOpen(line);
    }

    private static boolean isOpen(OrderLine line) {
        return line.state() == OrderState.OPEN || line.state() == OrderState.STOPPED;
    }

    private void answer() {
        OrderLine line = model.list().selectedProperty().get();
        if (line != null) {
            onAnswer.accept(line);
        }
    }

    private void show(@Nullable OrderLine line) {
        if (line == null) {
            getChildren().clear();
            rows.show(List.of());
            return;
        }
        Order order = line.order();
        if (!order.id().equals(told)) {
            scroll.setVvalue(0);
        }
        told = order.id();
        content.getChildren().setAll(means(order), facts(order), heading("orders.subjects"));
        acting.getChildren().clear();
        rows.show(rows(line));
        content.getChildren().add(acting);
        getChildren().setAll(head(line), scroll);
    }

    private Node head(OrderLine line) {
        Order order = line.order();
        Instant now = model.now();
        var title = new Label(words.kind(order.kind()), Icons.head(words.icon(order.kind())));
        title.getStyleClass().addAll("strong", "size-16");
        title.setMinWidth(0);
        shownState = words.state(line, now);
        var state = new Tag(shownState, words.tone(line, now));
        state.setId("order-state");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var top = new HBox(title, state);
        if (order.childSafety()) {
            var sealed = new Tag(texts.get("orders.child-safety"));
            sealed.setGraphic(Icons.small(Icon.SEALED));
            top.getChildren().add(sealed);
        }
        top.getChildren().add(gap);
        if (isOpen(line)) {
            Button answer = KeyButton.of("order-answer", texts.get("orders.answer"), ANSWER_KEY, this::answer);
            answer.getStyleClass().add("accent");
            top.getChildren().add(answer);
        }
        top.getStyleClass().add("gap-8");
        top.setAlignment(Pos.CENTER_LEFT);
        clock.setId("order-clock");
        clock.getStyleClass().add("strong");
        deadline.setId("order-deadline");
        time(line);
        var below = new HBox(clock, deadline);
        below.getStyleClass().add("gap-8");
        below.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(deadline, Priority.ALWAYS);
        var head = new VBox(top, below);
        head.getStyleClass().addAll("referral-head", "gap-4", "edge-bottom");
        head.setMinHeight(Region.USE_PREF_SIZE);
        return head;
    }

    /** What follows from such an order, and what is not to be done. */
    private Node means(Order order) {
        var means = new VBox(DoorPanel.note(Icon.INFO, texts.get("orders.means." + order.kind())));
        if (order.nonDisclosure()) {
            var quiet = DoorPanel.note(Icon.COVERED, texts.get("orders.no-notice.means"));
            quiet.setId("order-no-notice");
            quiet.getStyleClass().remove("muted");
            means.getChildren().add(quiet);
        }
        means.getStyleClass().add("gap-4");
        return means;
    }

    private Node facts(Order order) {
        var facts = new VBox(
                fact("orders.fact.authority", SafeLine.of(order.authority())),
                fact("orders.fact.target", SafeLine.of(model.target(order.target()))),
                fact("orders.fact.reference", SafeLine.of(order.reference())),
                fact("orders.fact.checked", SafeLine.of(order.authentication())),
                fact("orders.fact.received", words.written(order.received())));
        Instant until = order.preserveUntil();
        if (order.kind() == OrderKind.PRESERVATION && until != null) {
            facts.getChildren().add(fact("orders.fact.until", words.moment(until)));
        }
        facts.getChildren()
                .addAll(
                        fact(
                                "orders.fact.entered",
                                texts.get("orders.by-at", SafeLine.of(order.by()), words.moment(order.at()))),
                        fact("orders.fact.id", order.id()));
        facts.getStyleClass().add("gap-8");
        return facts;
    }

    private Node fact(String key, String value) {
        var name = new Label(texts.get(key));
        name.getStyleClass().addAll("field-label", "order-fact");
        var said = DoorPanel.words(value, "size-12");
        HBox.setHgrow(said, Priority.ALWAYS);
        var both = new HBox(name, said);
        both.getStyleClass().add("gap-8");
        return both;
    }

    private Label heading(String key) {
        var heading = new Label(texts.get(key));
        heading.getStyleClass().addAll("strong", "size-14");
        return heading;
    }

    private List<ActingRows.Row> rows(OrderLine line) {
        List<ActingRows.Row> all = new ArrayList<>();
        int place = 0;
        for (Subject subject : line.subjects()) {
            all.add(subject("subject " + place++, subject));
        }
        Order order = line.order();
        all.add(row(
                "order",
                texts.get("orders.came-in"),
                texts.get("orders.by-at", SafeLine.of(order.by()), words.moment(order.at())),
                "",
                save("order-save", order.id(), order.document())));
        for (OrderStep step : line.steps()) {
            all.add(row(
                    "step " + step.place(),
                    texts.get("orders.step." + step.kind()),
                    texts.get("orders.by-at", SafeLine.of(step.by()), words.moment(step.doneAt())),
                    step.words(),
                    save("order-save-" + step.place(), order.id(), step.document())));
        }
        return all;
    }

    private ActingRows.Row subject(String name, Subject subject) {
        String item = subject.itemId();
        String locator = SafeLine.of(subject.locator());
        if (item == null) {
            return row(name, locator, "", "", List.of());
        }
        return row(name, SafeLine.of(item), texts.get("orders.an-item"), subject.locator(), goTo(item));
    }

    private List<ActingRows.Act> goTo(String item) {
        if (onItem == null) {
            return List.of();
        }
        var go = new Button();
        go.setId("order-item-" + item);
        go.setAccessibleText(texts.get("orders.item.of", SafeLine.of(item)));
        go.setOnAction(_ -> onItem.accept(item));
        return List.of(ActingRows.Act.of(ITEM_KEY, go, new Label(texts.get("orders.item"))));
    }

    private List<ActingRows.Act> save(String id, String orderId, @Nullable String sha256) {
        if (sha256 == null) {
            return List.of();
        }
        var save = new Button();
        save.setId(id);
        save.setAccessibleText(texts.get("orders.document.save"));
        save.setOnAction(_ -> model.save(orderId, sha256));
        return List.of(ActingRows.Act.of(SAVE_KEY, save, new Label(texts.get("orders.document.save"))));
    }

    private static ActingRows.Row row(String name, String what, String when, String said, List<ActingRows.Act> acts) {
        var first = DoorPanel.words(what, "size-12", "case-section");
        var words = new VBox(first);
        if (!when.isEmpty()) {
            words.getChildren().add(DoorPanel.words(when, "muted", "size-12"));
        }
        if (!said.isEmpty()) {
            words.getChildren().add(DoorPanel.words(SafeLine.of(said, 4_000), "size-12"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(words);
        acts.forEach(act -> row.getChildren().add(act.button()));
        row.getStyleClass().addAll("order-row", "edge-top", "gap-8");
        row.setAlignment(Pos.CENTER_LEFT);
        return new ActingRows.Row(name, row, acts);
    }
}
