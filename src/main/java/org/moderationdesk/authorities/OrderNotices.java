package org.moderationdesk.authorities;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.orders.OrderLine;
import org.moderationdesk.orders.OrderState;
import org.moderationdesk.orders.Orders;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Tells of orders that are open, as soon as they are entered, and again once they are overdue. Not for the JavaFX thread. */
public final class OrderNotices {
    private final Orders orders;

    public OrderNotices(Orders orders) {
        this.orders = orders;
    }

    public List<Notice> of(Person person) {
        if (!Rights.has(person, Right.ANSWER_ORDERS)) {
            return List.of();
        }
        Instant now = orders.now();
        return orders.all(person, 0).stream()
                .filter(line -> line.state() == OrderState.OPEN)
                .map(line -> notice(line, now))
                .toList();
    }

    private static Notice notice(OrderLine line, Instant now) {
        boolean late = line.isOverdue(now);
        String item = line.subjects().stream()
                .map(subject -> subject.itemId() == null ? "" : subject.itemId())
                .findFirst()
                .orElse("");
        // What was read as open is unread again as overdue.
        return new Notice(
                "order " + line.order().id() + " " + line.due().toEpochMilli() + (late ? " LATE" : ""),
                late ? Notice.Kind.ORDER_LATE : Notice.Kind.ORDER_OPEN,
                line.order().id(),
                item,
                line.order().authority(),
                left(now, line.due()),
                late ? line.due() : line.order().at(),
                false);
    }

    /** Hours and minutes until, or since, such as 0:45. */
    private static String left(Instant now, Instant due) {
        Duration time = Duration.between(now, due).abs();
        return "%d:%02d".formatted(time.toHours(), time.toMinutesPart());
    }
}
