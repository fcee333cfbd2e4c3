package org.moderationdesk.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Sha256;

/**
 * How often a name was tried in vain, and how long its next try waits: not at all after three, then 5 seconds, three
 * times as long each time, at most a quarter of an hour. A day without a try forgets them.
 */
final class SignInTries {
    private static final int FREE = 3;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int MOST_COUNTED = 1_000;

    private static final String FORGET = "delete from sign_in_try where at < ?";
    private static final String FIND = "select wrong, until_at from sign_in_try where name_hash = ?";
    private static final String UPDATE = "update sign_in_try set wrong = ?, at = ?, until_at = ? where name_hash = ?";
    private static final String INSERT = "insert into sign_in_try (wrong, at, until_at, name_hash) values (?, ?, ?, ?)";
    private static final String CLEAR = "delete from sign_in_try where name_hash = ?";

    private SignInTries() {}

    /**
     * Counts a try as a wrong one before it is looked at: whoever kills the desk meanwhile, or tries twice at once,
     * gains nothing. {@link #clear} takes it back.
     */
    static Begun begin(Handle handle, String folded, Instant now) {
        handle.execute(FORGET, now.minus(KEPT).toEpochMilli());
        String name = key(folded);
        Optional<Row> row = handle.createQuery(FIND)
                .bind(0, name)
                .map((rows, _) -> new Row(rows.getInt(1), rows.getLong(2)))
                .findOne();
        if (row.isPresent() && row.get().until() > now.toEpochMilli()) {
            return new Begun(Instant.ofEpochMilli(row.get().until()), null);
        }
        int wrong = Math.min(row.map(Row::wrong).orElse(0) + 1, MOST_COUNTED);
        Instant until = now.plus(waits(wrong));
        Object[] values = {wrong, now.toEpochMilli(), until.toEpochMilli(), name};
        if (handle.execute(UPDATE, values) == 0) {
            handle.execute(INSERT, values);
        }
        return new Begun(null, until.isAfter(now) ? until : null);
    }

    static void clear(Handle handle, String folded) {
        handle.execute(CLEAR, key(folded));
    }

    /** How long the next try waits after so many wrong ones. */
    static Duration waits(int wrong) {
        if (wrong <= FREE) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT;
        for (int more = FREE + 1; more < wrong && wait.compareTo(LONGEST_WAIT) < 0; more++) {
            wait = wait.multipliedBy(3);
        }
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private static String key(String folded) {
        return Sha256.of(folded);
    }

    /**
     * @param refusedUntil the try is not looked at; null when it is
     * @param nextTry when it turns out wrong, how long the next one waits; null for not at all
     */
    record Begun(@Nullable Instant refusedUntil, @Nullable Instant nextTry) {}

    private record Row(int wrong, long until) {}
}
