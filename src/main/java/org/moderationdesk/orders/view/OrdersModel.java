package org.moderationdesk.orders.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.ListedRows;
import org.moderationdesk.orders.NewOrder;
import org.moderationdesk.orders.Order;
import org.moderationdesk.orders.OrderLine;
import org.moderationdesk.orders.OrderRules;
import org.moderationdesk.orders.OrderState;
import org.moderationdesk.orders.OrderStep;
import org.moderationdesk.orders.StepKind;
import org.moderationdesk.referrals.targets.Target;
import org.moderationdesk.referrals.targets.Targets;
import org.moderationdesk.staff.Person;

/** The orders that are listed, and the one that is chosen. JavaFX thread only. */
final class OrdersModel {
    private static final int MOST_ENDED = 500;

    private final OrderDoors doors;
    private final Person person;
    private final Kit kit;
    private final ListedRows<OrderLine> list;
    private final ReadOnlyObjectWrapper<Part> part = new ReadOnlyObjectWrapper<>(Part.OPEN);
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private Found found = new Found(List.of(), new Targets(0, List.of()));
    private Runnable onChange = () -> {};
    private Consumer<String> said = _ -> {};
    private Runnable onRead = () -> {};
    private String wanted = "";

    /** Which orders are listed. */
    enum Part {
        /** Those with something left to be done. */
        OPEN,
        ENDED
    }

    private record Found(List<OrderLine> lines, Targets targets) {}

    OrdersModel(OrderDoors doors, Person person, Kit kit) {
        this.doors = doors;
        this.person = person;
        this.kit = kit;
        list = new ListedRows<>(kit.background());
    }

    Kit kit() {
        return kit;
    }

    Instant now() {
        return kit.clock().instant();
    }

    ListedRows<OrderLine> list() {
        return list;
    }

    ReadOnlyObjectProperty<Part> partProperty() {
        return part.getReadOnlyProperty();
    }

    /** How many have something left to be done, as far as is known. */
    ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** Told whenever the store has answered, also when nothing is different: time has passed. */
    void onRead(Runnable told) {
        onRead = told;
    }

    /** Told in words what became of what was done. */
    void onSaid(Consumer<String> told) {
        said = told;
    }

    /** Told when something was recorded here. */
    void onChange(Runnable told) {
        onChange = told;
    }

    long late() {
        Instant now = now();
        return found.lines().stream().filter(line -> line.isOverdue(now)).count();
    }

    long count(Part of) {
        return found.lines().stream().filter(line -> isOf(line, of)).count();
    }

    /** Whether there are ended ones beyond those listed. */
    boolean isCut() {
        return part.get() == Part.ENDED && count(Part.ENDED) >= MOST_ENDED;
    }

    /** Who can order something, by the rules in force. */
    List<Target> targets() {
        return found.targets().all().stream().filter(OrderRules::canOrder).toList();
    }

    /** What that target is called; its code where it was left out since. */
    String target(String code) {
        return found.targets()
                .find(code)
                .map(target -> target.name().in(kit.texts().language()))
                .orElse(code);
    }

    void show(Part now) {
        if (part.get() != now) {
            part.set(now);
            put();
        }
    }

    /** Chooses this one, once the list is there. */
    void open(String orderId) {
        wanted = orderId;
        refresh();
    }

    /** Asks the store anew. */
    void refresh() {
        list.ask(
                () -> new Found(
                        doors.orders().all(person, MOST_ENDED), doors.targets().inForce()),
                now -> {
                    found = now;
                    waiting.set((int) count(Part.OPEN));
                    put();
                    onRead.run();
                });
    }

    /** Lists the part with what is wanted in it; answers with what stays chosen, by its id. */
    private String kept() {
        Optional<OrderLine> there = found.lines().stream()
                .filter(line -> line.order().id().equals(wanted))
                .findFirst();
        wanted = "";
        there.ifPresent(line -> part.set(isOf(line, Part.OPEN) ? Part.OPEN : Part.ENDED));
        return there.or(() -> Optional.ofNullable(list.selectedProperty().get()))
                .map(line -> line.order().id())
                .orElse("");
    }

    private void put() {
        String kept = kept();
        list.put(
                found.lines().stream().filter(line -> isOf(line, part.get())).toList(),
                line -> line.order().id().equals(kept));
    }

    private static boolean isOf(OrderLine line, Part part) {
        boolean open = line.state() == OrderState.OPEN || line.state() == OrderState.STOPPED;
        return open == (part == Part.OPEN);
    }

    /**
     * Enters one.
     *
     * @param onRefused told what went wrong; nothing was entered then
     */
    void enter(OrderEntry entry, Runnable onDone, Consumer<Exception> onRefused) {
        kit.background()
                .run(
                        () -> {
                            NewOrder wholly = entry.order(kit.times().zone(), bytes(entry.document()));
                            return doors.orders().record(person, wholly);
                        },
                        order -> {
                            onDone.run();
                            entered(order);
                        },
                        onRefused);
    }

    private void entered(Order order) {
        said.accept(kit.texts().get("orders.entered", kit.times().moment(order.due(), now())));
        onChange.run();
        open(order.id());
    }

    /** Enters what was done about one. */
    void answer(
            String orderId,
            StepKind kind,
            Instant at,
            String words,
            @Nullable Path document,
            Runnable onDone,
            Consumer<Exception> onRefused) {
        kit.background()
                .run(
                        () -> doors.orders().step(person, orderId, kind, at, words, bytes(document)),
                        step -> {
                            onDone.run();
                            answered(step);
                        },
                        onRefused);
    }

    private void answered(OrderStep step) {
        said.accept(kit.texts().get("orders.answered." + step.kind()));
        onChange.run();
        refresh();
    }

    private static byte @Nullable [] bytes(@Nullable Path document) throws DocumentUnread {
        try {
            return document == null ? null : OrderRules.read(document);
        } catch (IOException unread) {
            throw new DocumentUnread(unread);
        }
    }

    /** Writes a document of an order into a file that somebody chooses. */
    void save(String orderId, String sha256) {
        kit.background()
                .run(
                        () -> doors.orders().document(person, orderId, sha256),
                        bytes -> bytes.ifPresentOrElse(
                                this::write, () -> said.accept(kit.texts().get("orders.document.erased"))),
                        _ -> said.accept(kit.texts().get("orders.document.lost")));
    }

    private void write(byte[] bytes) {
        doors.files()
                .save(
                        kit.texts().get("orders.document.save"),
                        kit.texts().get(isPdf(bytes) ? "orders.document.pdf" : "orders.document.name"))
                .ifPresent(file -> kit.background()
                        .run(
                                () -> Files.write(file, bytes),
                                written -> said.accept(kit.texts()
                                        .get("orders.document.saved", String.valueOf(written.getFileName()))),
                                _ -> said.accept(kit.texts().get("orders.document.unwritten"))));
    }

    private static boolean isPdf(byte[] bytes) {
        return bytes.length > 4 && bytes[0] == '%' && bytes[1] == 'P' && bytes[2] == 'D' && bytes[3] == 'F';
    }

    /** Chooses a document to be taken in. */
    Optional<Path> choose() {
        return doors.files().open(kit.texts().get("orders.document.choose"), List.of());
    }
}
