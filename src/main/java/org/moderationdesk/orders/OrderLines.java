package org.moderationdesk.orders;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.decisions.Clearance;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Rights;

/** Reads orders with what they are about and what was done about them, many at once. */
final class OrderLines {
    private static final int AT_ONCE = 400;
    private static final String SUBJECTS = """
        select order_id, item_id, locator from authority_order_subject where order_id in (<ids>) order by order_id, place
        """;

    private final Handle handle;
    private final Person person;

    OrderLines(Handle handle, Person person) {
        this.handle = handle;
        this.person = person;
    }

    /** All that are open or stand still, the first due first, and the newest of the others. */
    List<OrderLine> listed(int ended) {
        List<OrderLine> all = new ArrayList<>(of(Order.open(handle)));
        all.sort(Comparator.comparing(OrderLine::due));
        all.addAll(of(Order.ended(handle, ended)));
        return all;
    }

    /** Those of the orders that this person may know of. */
    List<OrderLine> of(List<Order> orders) {
        List<Order> seen = orders.stream()
                .filter(order -> Rights.sees(person, order.childSafety()))
                .toList();
        List<OrderLine> lines = new ArrayList<>();
        for (int from = 0; from < seen.size(); from += AT_ONCE) {
            lines.addAll(some(seen.subList(from, Math.min(seen.size(), from + AT_ONCE))));
        }
        return lines;
    }

    /** What an item came to be since hides it, not the order. */
    private List<OrderLine> some(List<Order> orders) {
        List<String> ids = orders.stream().map(Order::id).toList();
        Map<String, List<Subject>> subjects = subjects(handle, ids);
        Set<String> hidden = new HashSet<>();
        List<String> items = subjects.values().stream()
                .flatMap(List::stream)
                .map(Subject::itemId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        for (int from = 0; from < items.size(); from += AT_ONCE) {
            hidden.addAll(
                    Clearance.hidden(handle, person, items.subList(from, Math.min(items.size(), from + AT_ONCE))));
        }
        Map<String, List<OrderStep>> steps =
                OrderStep.ofOrders(handle, ids).stream().collect(Collectors.groupingBy(OrderStep::orderId));
        return orders.stream()
                .map(order -> new OrderLine(
                        order,
                        subjects.getOrDefault(order.id(), List.of()).stream()
                                .filter(subject -> subject.itemId() == null || !hidden.contains(subject.itemId()))
                                .toList(),
                        steps.getOrDefault(order.id(), List.of())))
                .toList();
    }

    private record SubjectOf(String orderId, Subject subject) {}

    /** What orders are about, by order, whoever asks. */
    static Map<String, List<Subject>> subjects(Handle handle, List<String> orderIds) {
        Map<String, List<Subject>> of = new HashMap<>();
        handle.createQuery(SUBJECTS)
                .bindList("ids", orderIds)
                .map((row, _) -> new SubjectOf(row.getString(1), new Subject(row.getString(2), row.getString(3))))
                .forEach(one -> of.computeIfAbsent(one.orderId(), _ -> new ArrayList<>())
                        .add(one.subject()));
        return of;
    }
}
