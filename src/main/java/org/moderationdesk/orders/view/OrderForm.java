package org.moderationdesk.orders.view;

import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.CheckedField;
import org.moderationdesk.fx.Choice;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.MomentField;
import org.moderationdesk.fx.StoreForm;
import org.moderationdesk.fx.Tabs;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.orders.OrderKind;
import org.moderationdesk.orders.OrderRefused;
import org.moderationdesk.orders.OrderRules;
import org.moderationdesk.orders.view.OrderEntry.Field;
import org.moderationdesk.referrals.targets.Target;

/** Where an order is entered as it came in, each fault at its field. */
final class OrderForm {
    private static final List<ChronoUnit> UNITS = List.of(ChronoUnit.MINUTES, ChronoUnit.HOURS, ChronoUnit.DAYS);
    private static final int AREA_ROWS = 2;

    private final OrdersModel model;
    private final OrderWords words;
    private final Texts texts;
    private final Dialogs dialogs;
    private final ComboBox<OrderKind> kind;
    private final ComboBox<Target> target;
    private final TextField authority = text("order-authority");
    private final TextField reference = text("order-reference");
    private final TextField proved = text("order-proved");
    private final MomentField received;
    private final TextField amount = text("order-within");
    private final ComboBox<ChronoUnit> unit;
    private final TextField until = text("order-until");
    private final TextArea items = area("order-items");
    private final TextArea places = area("order-places");
    private final DocumentField document;
    private final CheckBox nonDisclosure = new CheckBox();
    private final CheckBox childSafety = new CheckBox();
    private final Label due = DoorPanel.words("", "size-12");
    private final ScrollPane scroll = new ScrollPane();
    private final Map<Field, CheckedField> fields = new EnumMap<>(Field.class);
    private boolean sent;

    OrderForm(OrdersModel model, OrderWords words, Dialogs dialogs) {
        this.model = model;
        this.words = words;
        this.texts = words.texts();
        this.dialogs = dialogs;
        String choose = texts.get("orders.form.choose");
        kind = Choice.of("order-kind", List.of(OrderKind.values()), words::kind, choose);
        target = Choice.of("order-target", model.targets(), one -> SafeLine.of(model.target(one.code())), choose);
        unit = Choice.of("order-unit", UNITS, one -> texts.get("orders.unit." + one.name()), "");
        received = new MomentField("order-received", texts);
        document = new DocumentField("order-document", model);
    }

    void open() {
        received.setDay(model.now(), model.kit().times());
        unit.setValue(ChronoUnit.HOURS);
        unit.setAccessibleText(texts.get("orders.form.unit"));
        unit.setMinWidth(Region.USE_PREF_SIZE);
        proved.setPromptText(texts.get("orders.form.proved.prompt"));
        until.setPromptText(texts.get("fx.moment.day"));
        items.setPromptText(texts.get("orders.form.one-a-line"));
        places.setPromptText(texts.get("orders.form.one-a-line"));
        nonDisclosure.setText(texts.get("orders.form.no-notice"));
        nonDisclosure.setId("order-no-notice");
        childSafety.setText(texts.get("orders.form.child-safety"));
        childSafety.setId("order-child-safety");
        due.setId("order-due");
        scroll.setContent(lay());
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("edge-less", "order-form");
        listen();
        change();
        new StoreForm(dialogs, scroll).open(texts.get("orders.new.title"), texts.get("orders.new.act"), this::send);
    }

    private Node lay() {
        var given = new HBox(amount, unit);
        given.getStyleClass().add("gap-4");
        HBox.setHgrow(amount, Priority.ALWAYS);
        amount.setMinWidth(0);
        var switches = new HBox(nonDisclosure, childSafety);
        switches.getStyleClass().add("gap-16");
        var form = new GridPane();
        for (int column = 0; column < 2; column++) {
            var half = new ColumnConstraints();
            half.setPercentWidth(50);
            form.getColumnConstraints().add(half);
        }
        form.addRow(0, field(Field.KIND, "orders.form.kind", kind), field(Field.TARGET, "orders.form.target", target));
        form.addRow(
                1,
                field(Field.AUTHORITY, "orders.fact.authority", authority),
                field(Field.REFERENCE, "orders.fact.reference", reference));
        form.add(field(Field.PROVED, "orders.fact.proved", proved), 0, 2, 2, 1);
        form.addRow(
                3,
                keep(Field.RECEIVED, new CheckedField(texts.get("orders.fact.received"), received, received.parts())),
                keep(Field.WITHIN, new CheckedField(texts.get("orders.form.within"), given, List.of(amount))));
        form.add(due, 0, 4, 2, 1);
        form.add(field(Field.UNTIL, "orders.fact.until", until), 0, 5);
        form.addRow(
                6,
                field(Field.SUBJECTS, "orders.form.items", items),
                new CheckedField(texts.get("orders.form.places"), places));
        form.add(keep(Field.DOCUMENT, document.field()), 0, 7, 2, 1);
        form.add(switches, 0, 8, 2, 1);
        form.getStyleClass().add("order-fields");
        return form;
    }

    private CheckedField field(Field of, String name, Control control) {
        return keep(of, new CheckedField(texts.get(name), control));
    }

    private CheckedField keep(Field of, CheckedField field) {
        fields.put(of, field);
        return field;
    }

    private static TextField text(String id) {
        var field = new TextField();
        field.setId(id);
        return field;
    }

    private static TextArea area(String id) {
        var area = new TextArea();
        area.setId(id);
        area.setPrefRowCount(AREA_ROWS);
        Tabs.leaveByTab(area);
        return area;
    }

    private void listen() {
        kind.valueProperty().subscribe((_, _) -> change());
        target.valueProperty().subscribe((_, _) -> change());
        unit.valueProperty().subscribe((_, _) -> change());
        for (var field : List.of(authority, reference, proved, amount, until, items, places)) {
            field.textProperty().subscribe((_, _) -> change());
        }
        received.onChange(this::change);
    }

    /** What was faulty is told anew as it is mended; nothing is told before somebody sends. */
    private void change() {
        boolean kept = kind.getValue() == OrderKind.PRESERVATION;
        CheckedField untilField = field(Field.UNTIL);
        untilField.setVisible(kept);
        untilField.setManaged(kept);
        Target by = target.getValue();
        amount.setPromptText(
                by == null
                        ? ""
                        : OrderRules.byLaw(by)
                                .map(law -> texts.get(
                                        "orders.form.within.law",
                                        model.kit().times().span(law)))
                                .orElse(texts.get("orders.form.within.needed")));
        OrderEntry entry = entry();
        due.setText(entry.due()
                .map(at -> texts.get("orders.form.due", words.moment(at)))
                .orElse(texts.get("orders.form.due.none")));
        if (sent) {
            mark(entry);
        }
    }

    private Map<Field, String> mark(OrderEntry entry) {
        Map<Field, String> faults =
                entry.faults(model.now(), model.kit().times().zone());
        fields.forEach((field, shown) -> shown.say(faults.containsKey(field) ? texts.get(faults.get(field)) : ""));
        return faults;
    }

    private CheckedField field(Field of) {
        return Objects.requireNonNull(fields.get(of), "laid out before");
    }

    private OrderEntry entry() {
        return new OrderEntry(
                kind.getValue(),
                target.getValue(),
                authority.getText(),
                reference.getText(),
                proved.getText(),
                received.moment(),
                amount.getText(),
                unit.getValue(),
                until.getText(),
                items.getText(),
                places.getText(),
                document.file(),
                nonDisclosure.isSelected(),
                childSafety.isSelected());
    }

    private void send(Runnable onDone, Consumer<String> onRefused) {
        sent = true;
        OrderEntry entry = entry();
        Map<Field, String> faults = mark(entry);
        if (!faults.isEmpty()) {
            onRefused.accept(texts.get("orders.form.faults", faults.size()));
            goTo(field(faults.keySet().iterator().next()));
            return;
        }
        model.enter(entry, onDone, failure -> refused(failure, onRefused));
    }

    /** Focus alone does not bring a field into sight. */
    private void goTo(CheckedField field) {
        scroll.applyCss();
        scroll.layout();
        double hidden = scroll.getContent().getLayoutBounds().getHeight()
                - scroll.getViewportBounds().getHeight();
        if (hidden > 0) {
            scroll.setVvalue(Math.clamp(field.getBoundsInParent().getMinY() / hidden, 0, 1));
        }
        field.focus();
    }

    private void refused(Exception failure, Consumer<String> onRefused) {
        String why = RefusedWords.of(texts, failure);
        Optional<Field> at = failure instanceof OrderRefused refused ? OrderEntry.of(refused.why()) : Optional.empty();
        if (RefusedWords.isOfDocument(failure)) {
            at = Optional.of(Field.DOCUMENT);
        }
        at.map(this::field).ifPresent(field -> {
            field.say(why);
            goTo(field);
        });
        onRefused.accept(why);
    }
}
