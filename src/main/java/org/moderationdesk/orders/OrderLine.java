package org.moderationdesk.orders;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** An order with what it is about and what was done about it. */
public record OrderLine(Order order, List<Subject> subjects, List<OrderStep> steps) {
    public OrderLine {
        subjects = List.copyOf(subjects);
        steps = List.copyOf(steps);
    }

    public OrderState state() {
        if (steps.isEmpty()) {
            return OrderState.OPEN;
        }
        return switch (steps.getLast().kind()) {
            case DONE, PARTLY, DECLINED -> OrderState.ANSWERED;
            case IMPOSSIBLE -> OrderState.STOPPED;
            case RESUMED -> OrderState.OPEN;
            case WITHDRAWN -> OrderState.WITHDRAWN;
        };
    }

    /** By when it is to be done. */
    public Instant due() {
        return steps.stream()
                .map(OrderStep::due)
                .filter(Objects::nonNull)
                .reduce((_, later) -> later)
                .orElse(order.due());
    }

    public boolean isOverdue(Instant now) {
        return state() == OrderState.OPEN && now.isAfter(due());
    }

    /** Whether it was done after it was due. */
    public boolean wasLate() {
        return state() == OrderState.ANSWERED && steps.getLast().doneAt().isAfter(due());
    }
}
