package org.moderationdesk.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Wrong tries to sign in to a server, as long as this desk runs; as {@link SignInTries}. Safe for any thread. */
public final class Tries {
    private final InstantSource clock;
    private final Map<String, Row> rows = new HashMap<>();

    public Tries(InstantSource clock) {
        this.clock = clock;
    }

    /** Until when a try under this name is not looked at. */
    public synchronized Optional<Instant> waitsUntil(String name) {
        return Optional.ofNullable(rows.get(PersonName.folded(name)))
                .map(Row::until)
                .filter(clock.instant()::isBefore);
    }

    /** Counts a wrong try; answers with when the next one is looked at, where that is not at once. */
    public synchronized Optional<Instant> wrong(String name) {
        String folded = PersonName.folded(name);
        Row before = rows.get(folded);
        int wrong = before == null ? 1 : before.wrong() + 1;
        Duration waits = SignInTries.waits(wrong);
        Instant until = clock.instant().plus(waits);
        rows.put(folded, new Row(wrong, until));
        return waits.isZero() ? Optional.empty() : Optional.of(until);
    }

    public synchronized void forget(String name) {
        rows.remove(PersonName.folded(name));
    }

    private record Row(int wrong, Instant until) {}
}
