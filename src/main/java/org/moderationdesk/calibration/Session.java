package org.moderationdesk.calibration;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A calibration session, as one person may know of it.
 *
 * @param title empty where it was erased
 * @param cases those that this person may see, in order
 * @param seats who is asked, in the order of their letters; with names only once those are shown
 * @param ownSeat the number of this person's own; 0 without one
 */
public record Session(
        String id,
        String title,
        String madeBy,
        Instant madeAt,
        Instant due,
        SessionState state,
        boolean namesShown,
        @Nullable Instant closedAt,
        @Nullable Instant ruledAt,
        List<SessionCase> cases,
        List<Seat> seats,
        int ownSeat) {
    public Session {
        cases = List.copyOf(cases);
        seats = List.copyOf(seats);
    }

    /** How many cases this person has still to answer. */
    public long toAnswer() {
        return state != SessionState.OPEN
                ? 0
                : cases.stream()
                        .filter(one -> one.own() == SessionCase.Own.TO_ANSWER)
                        .count();
    }

    /** How many answers there are, of all cases. */
    public int answered() {
        return cases.stream().mapToInt(SessionCase::answered).sum();
    }

    /** How many answers there would be if everybody had answered everything. */
    public int askedOf() {
        return cases.stream().mapToInt(SessionCase::askedOf).sum();
    }

    /** How many cases have a ruling. */
    public long ruled() {
        return cases.stream().filter(one -> one.ruling() != null).count();
    }

    public boolean isLate(Instant now) {
        return state == SessionState.OPEN && due.isBefore(now);
    }
}
