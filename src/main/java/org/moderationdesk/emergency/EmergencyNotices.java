package org.moderationdesk.emergency;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Tells team leads at once that emergency services were called, and by whom. Not for the JavaFX thread. */
public final class EmergencyNotices {
    private static final int MOST = 200;
    private static final Duration TOLD = Duration.ofDays(30);

    private final Calls calls;
    private final InstantSource clock;

    public EmergencyNotices(Calls calls, InstantSource clock) {
        this.calls = calls;
        this.clock = clock;
    }

    public List<Notice> of(Person person) {
        if (!Rights.has(person, Right.APPROVE)) {
            return List.of();
        }
        Instant since = clock.instant().minus(TOLD);
        return calls.newest(person, MOST).stream()
                .filter(call -> call.calledAt().isAfter(since))
                .map(EmergencyNotices::notice)
                .toList();
    }

    private static Notice notice(Call call) {
        // What came of it is news of its own.
        String state = call.outcomes().isEmpty()
                ? ""
                : call.outcomes().getLast().kind().name();
        return new Notice(
                "call " + call.id() + " " + state,
                Notice.Kind.EMERGENCY_CALLED,
                call.id(),
                call.itemId(),
                call.by(),
                call.number(),
                call.outcomes().isEmpty()
                        ? call.calledAt()
                        : call.outcomes().getLast().endedAt(),
                false);
    }
}
