package org.moderationdesk.orders;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Ids;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.Clearance;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.log.RowState;
import org.moderationdesk.orders.OrderRefused.Why;
import org.moderationdesk.referrals.targets.StoredTargets;
import org.moderationdesk.referrals.targets.Target;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Orders and requests of authorities: entered as they came in, with the clock that the law or they set, answered, and told
 * of while they are open. What an order is about is held as long as it is open; see {@link HeldByOrder}. Not for the JavaFX
 * thread; safe for any other.
 */
public final class Orders {
    private static final String KNOWN = "select id from item where id in (<ids>)";
    private static final String OF_CHILD_SAFETY =
            "select count(*) from open_case where item_id in (<ids>) and child_safety = true";
    private static final String INSERT_SUBJECT = """
        insert into authority_order_subject (order_id, place, item_id, locator, event_seq) values (?, ?, ?, ?, ?)
        """;

    private final Store store;
    private final EventLog log;
    private final InstantSource clock;

    public Orders(Store store, EventLog log, InstantSource clock) {
        this.store = store;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Enters one. From now on what it is about is held.
     *
     * @throws OrderRefused where something is missing, or an item is not there for this person
     */
    public Order record(Person person, NewOrder wanted) {
        Rights.require(person, Right.ANSWER_ORDERS);
        check(OrderRules.isLine(wanted.authority()), Why.FORMAT);
        check(OrderRules.isLine(wanted.reference()), Why.FORMAT);
        check(OrderRules.isAuthentication(wanted.authentication()), Why.FORMAT);
        check(OrderRules.isDocument(wanted.document()), Why.DOCUMENT);
        check(OrderRules.areSubjects(wanted.subjects()), Why.SUBJECTS);
        return log.record(person.name(), act -> {
            Instant received = wanted.received().toInstant();
            check(OrderRules.isReceived(received, act.at()), Why.RECEIVED);
            Target target = target(act.handle(), wanted.target());
            Instant due = received.plus(
                    OrderRules.within(target, wanted.within()).orElseThrow(() -> new OrderRefused(Why.WITHIN)));
            check(OrderRules.isUntil(wanted.kind(), received, wanted.preserveUntil()), Why.UNTIL);
            boolean childSafety = wanted.childSafety() | concernsChildSafety(act.handle(), person, wanted.subjects());
            check(Rights.sees(person, childSafety), Why.NO_SUCH_ITEM);
            return write(act, wanted, due, childSafety);
        });
    }

    private static Order write(Act act, NewOrder wanted, Instant due, boolean childSafety) {
        String id = Ids.next(act.at());
        var order = new Order(
                id,
                wanted.kind(),
                wanted.target(),
                wanted.authority(),
                wanted.reference(),
                wanted.authentication(),
                wanted.received().truncatedTo(ChronoUnit.MILLIS),
                due.truncatedTo(ChronoUnit.MILLIS),
                wanted.preserveUntil() == null ? null : wanted.preserveUntil().truncatedTo(ChronoUnit.MILLIS),
                wanted.nonDisclosure(),
                childSafety,
                wanted.document() == null ? null : Sha256.of(wanted.document()),
                act.by(),
                act.at());
        List<RowState> rows = new ArrayList<>(List.of(order.insert(act)));
        // A server lets in papers of an order that is there.
        var _ = OrderPapers.keep(act, id, wanted.document());
        for (Subject subject : wanted.subjects()) {
            int place = rows.size() - 1;
            act.writeOne(INSERT_SUBJECT, id, place, subject.itemId(), subject.locator(), act.next());
            rows.add(OrderTables.SUBJECT.added(id + " " + place, subject.itemId(), subject.locator()));
        }
        var facts = new HashMap<String, Object>(Map.of(
                "order", id,
                "kind", order.kind().name(),
                "target", order.target(),
                "receivedAt", order.received().toString(),
                "due", order.due().toString(),
                "document", order.document() == null ? "" : order.document()));
        append(act, EventKind.ORDER_RECEIVED, order, facts, rows);
        return order;
    }

    /**
     * What was done about one.
     *
     * @param doneAt when
     * @param words what was done or told
     * @param document what was sent; null without
     */
    public OrderStep step(
            Person person, String orderId, StepKind kind, Instant doneAt, String words, byte @Nullable [] document) {
        Rights.require(person, Right.ANSWER_ORDERS);
        String said = words.strip();
        check(OrderRules.isDone(said), Why.WORDS);
        check(OrderRules.isDocument(document), Why.DOCUMENT);
        return log.record(person.name(), act -> {
            OrderLine line = found(act.handle(), person, orderId);
            OrderState state = line.state();
            check(state == OrderState.OPEN || state == OrderState.STOPPED, Why.ENDED);
            check(kind != StepKind.RESUMED || state == OrderState.STOPPED, Why.NOT_STOPPED);
            Order order = line.order();
            check(OrderRules.isDone(doneAt, order.received().toInstant(), act.at()), Why.TIME);
            @Nullable
            Instant due = kind == StepKind.RESUMED
                    ? doneAt.plus(Duration.between(order.received().toInstant(), order.due()))
                            .truncatedTo(ChronoUnit.MILLIS)
                    : null;
            String text = act.keep(said);
            var step = new OrderStep(
                    orderId,
                    line.steps().size(),
                    kind,
                    doneAt.truncatedTo(ChronoUnit.MILLIS),
                    due,
                    said,
                    OrderPapers.keep(act, orderId, document),
                    act.by(),
                    act.at());
            Map<String, Object> facts = Map.of(
                    "order",
                    orderId,
                    "step",
                    kind.name(),
                    "doneAt",
                    step.doneAt().toString(),
                    "document",
                    step.document() == null ? "" : step.document());
            append(act, EventKind.ORDER_ANSWERED, order, facts, List.of(step.insert(act, text)));
            return step;
        });
    }

    /**
     * Those that are open or stand still, the first due first; then the others, the newest first.
     *
     * @param ended how many of the others at most
     */
    public List<OrderLine> all(Person person, int ended) {
        Rights.require(person, Right.ANSWER_ORDERS);
        return store.read(handle -> new OrderLines(handle, person).listed(ended));
    }

    /** One of them. */
    public Optional<OrderLine> find(Person person, String orderId) {
        Rights.require(person, Right.ANSWER_ORDERS);
        return store.read(handle -> line(handle, person, orderId));
    }

    /** A document of an order or of an answer to it, by its SHA-256. */
    public Optional<byte[]> document(Person person, String orderId, String sha256) {
        Rights.require(person, Right.ANSWER_ORDERS);
        return store.read(handle -> {
            OrderLine line = found(handle, person, orderId);
            return OrderPapers.read(handle, line.order().id(), sha256);
        });
    }

    public Instant now() {
        return clock.instant();
    }

    private static OrderLine found(Handle handle, Person person, String orderId) {
        return line(handle, person, orderId).orElseThrow(() -> new OrderRefused(Why.NO_SUCH_ORDER));
    }

    private static Optional<OrderLine> line(Handle handle, Person person, String orderId) {
        return Order.find(handle, orderId).flatMap(order -> new OrderLines(handle, person)
                .of(List.of(order)).stream().findFirst());
    }

    private static Target target(Handle handle, String code) {
        return StoredTargets.inForce(handle)
                .find(code)
                .filter(OrderRules::canOrder)
                .orElseThrow(() -> new OrderRefused(Why.NO_SUCH_TARGET));
    }

    private static boolean concernsChildSafety(Handle handle, Person person, List<Subject> subjects) {
        Set<String> items = items(subjects);
        if (items.isEmpty()) {
            return false;
        }
        Set<String> known = handle.createQuery(KNOWN)
                .bindList("ids", List.copyOf(items))
                .mapTo(String.class)
                .set();
        check(known.equals(items) && Clearance.hidden(handle, person, items).isEmpty(), Why.NO_SUCH_ITEM);
        return handle.createQuery(OF_CHILD_SAFETY)
                        .bindList("ids", List.copyOf(items))
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static Set<String> items(List<Subject> subjects) {
        return subjects.stream()
                .map(Subject::itemId)
                .filter(item -> item != null)
                .collect(Collectors.toSet());
    }

    /** Of an order about one item the entry names it: who may not know of the item may not know of the entry. */
    private static void append(Act act, EventKind kind, Order order, Map<String, Object> facts, List<RowState> rows) {
        List<Subject> subjects =
                OrderLines.subjects(act.handle(), List.of(order.id())).getOrDefault(order.id(), List.of());
        @Nullable
        String item = subjects.stream()
                .map(Subject::itemId)
                .filter(one -> one != null)
                .findFirst()
                .orElse(null);
        long unused = act.append(new Entry(kind, null, item, facts, rows));
    }

    private static void check(boolean holds, Why otherwise) {
        if (!holds) {
            throw new OrderRefused(otherwise);
        }
    }
}
