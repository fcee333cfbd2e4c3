package org.moderationdesk.practice;

import java.time.Instant;
import java.util.List;

/**
 * Something that is due or ends soon, or was and did.
 *
 * @param about the id of the set that is due; the name of the certification whose certificate ends
 * @param title what it is called
 * @param at when it is due or ends; of several people the earliest
 * @param people whom it concerns, by name
 */
public record Reminder(Kind kind, String about, Told title, Instant at, List<String> people) {
    public Reminder {
        people = List.copyOf(people);
    }

    /** What there is to remind of. Each has its words under {@code practice.reminder.} in the text bundle {@code practice}. */
    public enum Kind {
        /** Asked for and not finished, though its day is over. */
        OVERDUE,
        /** Asked for, not finished, and due within a week. */
        DUE,
        /** A certificate that is over, for a month at most, and was not given anew. */
        ENDED,
        /** A certificate that ends within {@link Certifying#SOON}. */
        ENDS
    }
}
