package org.moderationdesk.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.staff.Person;

/**
 * Tells the log that somebody searched for a person, as it tells of every reading of what is held of one; the same search
 * again within ten minutes is one search. Safe for any thread but the JavaFX one.
 */
public final class PersonSearches {
    private static final Duration ONE_SEARCH = Duration.ofMinutes(10);

    private final EventLog log;
    private final InstantSource clock;
    private final Map<List<Object>, Instant> told = new ConcurrentHashMap<>();

    public PersonSearches(EventLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Accounts of these ids were shown to somebody who searched for them. */
    public void found(Person by, List<String> accountIds) {
        if (!accountIds.isEmpty()) {
            tell(by, accountIds, Map.of("accounts", accountIds));
        }
    }

    /**
     * Cases were shown to somebody who searched for a handle.
     *
     * @param words as typed; the log is not told them
     */
    public void cases(Person by, String words, int cases) {
        tell(by, words, Map.of("cases", cases));
    }

    private void tell(Person by, Object what, Map<String, ?> facts) {
        Instant now = clock.instant();
        told.values().removeIf(at -> at.plus(ONE_SEARCH).isBefore(now));
        if (told.putIfAbsent(List.of(by.name(), what), now) == null) {
            long unused = log.recordSoon(
                    by.name(), act -> act.append(new Entry(EventKind.SEARCHED, null, null, facts, List.of())));
        }
    }
}
