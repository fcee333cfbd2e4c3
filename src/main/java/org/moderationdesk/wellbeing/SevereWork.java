package org.moderationdesk.wellbeing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.log.Act;
import org.moderationdesk.settings.WellbeingSettings.Rotation;

/** Severe cases that a person has been at lately, and until when lighter ones follow them. */
final class SevereWork {
    /** After so long without severe work, counting begins anew. */
    static final Duration PAUSE = Duration.ofHours(4);

    private static final Duration LOOKED_BACK = Duration.ofHours(24);
    private static final String ADD = """
        merge into severe_work w
        using (select cast(? as bigint) as at, cast(? as bigint) as looked_ms, cast(? as bigint) as active_ms,
                      cast(? as varchar) as person, cast(? as bigint) as case_id) n
           on w.person = n.person and w.case_id = n.case_id
         when matched then update set at = n.at, looked_ms = w.looked_ms + n.looked_ms,
                                      active_ms = w.active_ms + n.active_ms
         when not matched then insert (at, looked_ms, active_ms, person, case_id)
              values (n.at, n.looked_ms, n.active_ms, n.person, n.case_id)
        """;
    private static final String LESS =
            "update severe_work set looked_ms = looked_ms - ? where person = ? and case_id = ?";
    private static final String NOTHING_LEFT =
            "delete from severe_work where person = ? and case_id = ? and looked_ms <= 0 and active_ms <= 0";
    private static final String LATELY = """
        select at, greatest(looked_ms, active_ms) from severe_work where person = ? and at > ? order by at, case_id
        """;
    private static final String FORGET = "delete from severe_work where at < ?";

    private SevereWork() {}

    /**
     * One severe case that a person was at.
     *
     * @param at when they were last at it
     * @param millis of looking or of active work, whichever is more
     */
    record Stretch(Instant at, long millis) {}

    static void add(Act act, String person, long caseId, Instant at, long lookedMs, long activeMs) {
        act.writeOne(ADD, at.toEpochMilli(), lookedMs, activeMs, person, caseId);
    }

    /** Looking that was counted and did not happen; a case at which nothing else happened is counted no more. */
    static void takeBack(Handle handle, String person, long caseId, long lookedMs) {
        handle.execute(LESS, lookedMs, person, caseId);
        handle.execute(NOTHING_LEFT, person, caseId);
    }

    static List<Stretch> lately(Handle handle, String person, Instant now) {
        return handle.createQuery(LATELY)
                .bind(0, person)
                .bind(1, now.minus(LOOKED_BACK).toEpochMilli())
                .map((rows, _) -> new Stretch(Instant.ofEpochMilli(rows.getLong(1)), rows.getLong(2)))
                .list();
    }

    /** Until when the next cases are lighter ones; empty while the rule does not apply. What is done then starts anew. */
    static Optional<Instant> rotatedUntil(Rotation rule, List<Stretch> work, Instant now) {
        if (!rule.on()) {
            return Optional.empty();
        }
        int cases = 0;
        long millis = 0;
        @Nullable Instant before = null;
        @Nullable Instant until = null;
        for (Stretch one : work) {
            if (until != null && one.at().isBefore(until)) {
                // Opened by hand during the rotation: does not make it longer.
                continue;
            }
            if (before != null && Duration.between(before, one.at()).compareTo(PAUSE) >= 0) {
                cases = 0;
                millis = 0;
            }
            before = one.at();
            cases++;
            millis += one.millis();
            if (cases >= rule.cases()
                    || millis >= Duration.ofMinutes(rule.minutes()).toMillis()) {
                until = one.at().plus(rule.rest());
                cases = 0;
                millis = 0;
            }
        }
        return until != null && now.isBefore(until) ? Optional.of(until) : Optional.empty();
    }

    static void forget(Handle handle, Instant now) {
        handle.execute(FORGET, now.minus(LOOKED_BACK).toEpochMilli());
    }
}
