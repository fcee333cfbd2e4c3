package org.moderationdesk.app;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Language;
import org.moderationdesk.orders.NewOrder;
import org.moderationdesk.orders.Order;
import org.moderationdesk.orders.OrderKind;
import org.moderationdesk.orders.Orders;
import org.moderationdesk.orders.StepKind;
import org.moderationdesk.orders.Subject;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.Ordering;
import org.moderationdesk.retention.Hold;
import org.moderationdesk.retention.HoldKind;
import org.moderationdesk.staff.Person;

/** What authorities order while the tour goes on, and what is kept by hand. */
final class TourOrders {
    private static final int ITEMS = 4;
    private static final byte[] PAPER = {'%', 'P', 'D', 'F', '-', '1', '.', '7'};

    private final OpenDesk desk;
    private final boolean dutch;
    private final Person person;

    TourOrders(OpenDesk desk, Language language, Person person) {
        this.desk = desk;
        this.dutch = language == Language.NL;
        this.person = person;
    }

    void make() {
        List<String> items =
                desk.queue().page(person, CaseFilter.all(), Ordering.URGENCY, null, ITEMS * 20).rows().stream()
                        .filter(row -> row.sections().stream().noneMatch(section -> section.startsWith("8.")))
                        .map(CaseRow::itemId)
                        .limit(ITEMS)
                        .toList();
        var orders = new Orders(desk.store(), desk.log(), desk.clock());
        orders.record(person, order(OrderKind.REMOVAL, "TCO_ORDER", Duration.ofMinutes(64), null, items.get(0)));
        orders.record(person, order(OrderKind.REMOVAL, "TCO_ORDER", Duration.ofMinutes(38), null, items.get(1)));
        Order stopped = orders.record(
                person, order(OrderKind.REMOVAL, "TCO_ORDER", Duration.ofMinutes(25), null, items.get(2)));
        orders.step(
                person,
                stopped.id(),
                StepKind.IMPOSSIBLE,
                desk.clock().instant(),
                dutch ? "Het adres is niet volledig; dat weten zij." : "The address is not complete; they were told.",
                null);
        orders.record(
                person,
                order(OrderKind.INFORMATION, "NL_POLICE", Duration.ofHours(30), Duration.ofDays(5), items.get(2)));
        orders.record(
                person,
                order(OrderKind.PRESERVATION, "NL_POLICE", Duration.ofHours(2), Duration.ofDays(1), items.get(3)));
        orders.record(
                person,
                order(OrderKind.DESTRUCTION, "NL_POLICE", Duration.ofHours(3), Duration.ofDays(7), items.get(1)));
        hold(items.get(0), Duration.ofDays(12));
        hold(items.get(1), null);
    }

    /** Enters an order to destroy an item; answers with its id. */
    String toDestroy(String item) {
        return new Orders(desk.store(), desk.log(), desk.clock())
                .record(
                        person,
                        order(OrderKind.DESTRUCTION, "NL_POLICE", Duration.ofHours(1), Duration.ofDays(7), item))
                .id();
    }

    private void hold(String item, @Nullable Duration until) {
        String why = dutch ? "Zoals de rechtbank vraagt." : "As the court asks.";
        Hold hold = desk.retention().hold(person, Hold.Subject.ITEM, item, HoldKind.LEGAL, why);
        if (until != null) {
            desk.retention().extend(person, hold.id(), desk.clock().instant().plus(until), why);
        }
    }

    private NewOrder order(OrderKind kind, String target, Duration ago, @Nullable Duration within, String item) {
        Instant received = desk.clock().instant().minus(ago);
        boolean police = !target.equals("TCO_ORDER");
        String unit = dutch ? "Autoriteit terroristisch materiaal" : "Authority for terrorist content";
        return new NewOrder(
                kind,
                target,
                police ? (dutch ? "Politie Amsterdam" : "Police of Amsterdam") : unit,
                police ? "PL1300-2026-118" : "ATKM/2026/41",
                dutch ? "teruggebeld op het nummer dat zij bekendmaken" : "called back on the number that they publish",
                received.atZone(ZoneId.systemDefault()).toOffsetDateTime(),
                within,
                kind == OrderKind.PRESERVATION ? received.plus(Duration.ofDays(90)) : null,
                kind == OrderKind.INFORMATION,
                false,
                List.of(new Subject(item, ""), new Subject(null, "https://example.org/watch/" + item)),
                PAPER);
    }
}
