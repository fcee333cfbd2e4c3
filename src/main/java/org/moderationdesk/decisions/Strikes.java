package org.moderationdesk.decisions;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.Author;
import org.moderationdesk.items.Author.PriorMeasure;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Rights;

/**
 * Counts the active strikes of an account. A strike counts until it expires, and so does the suspension that a further
 * strike became. What came with the account counts likewise, unless it names a decision of this desk: that is the same
 * measure, and the desk knows best what became of it. A suspension that came with the account counts from its start;
 * the end given there is that of the suspension. What is counted is what one person may know of.
 */
final class Strikes {
    private static final String OWN = """
        select decision_id, type, state, expires_at
          from measure
         where account_id = :account
        """;

    private static final String OWN_AT = """
        select m.decision_id, m.type, m.state, m.expires_at, e.at as changed
          from measure m
          join decision d on d.id = m.decision_id and d.at < :moment
          left join event e on e.seq = m.event_seq
         where m.account_id = :account
        """;

    private static final String UNMARKED = " and " + Clearance.unmarked("measure.item_id");
    private static final String IN_ORDER = " order by account_id, release_at";

    private final Handle handle;
    private final boolean cleared;
    private final Duration lasts;

    Strikes(Handle handle, Person viewer, int strikeDays) {
        this.handle = handle;
        this.cleared = Rights.sees(viewer, true);
        this.lasts = Duration.ofDays(strikeDays);
    }

    int active(String accountId, @Nullable Author author, Instant now) {
        List<Own> own = handle.createQuery(OWN + (cleared ? "" : UNMARKED) + IN_ORDER)
                .bind("account", accountId)
                .map((row, _) -> new Own(
                        row.getString("decision_id"),
                        MeasureType.valueOf(row.getString("type")),
                        DecisionState.valueOf(row.getString("state")),
                        row.getLong("expires_at")))
                .list();
        Set<String> known = new HashSet<>();
        own.forEach(measure -> known.add(measure.decisionId()));
        long ours = own.stream().filter(measure -> measure.counts(now)).count();
        long brought = author == null
                ? 0
                : author.priorMeasures().stream()
                        .filter(prior -> prior.id() == null || !known.contains(prior.id()))
                        .filter(prior -> counts(prior, now))
                        .count();
        return Math.toIntExact(ours + brought);
    }

    /** How many counted at a moment in the past, whatever has become of them, or has come, since. */
    int activeAt(String accountId, Instant moment) {
        return Math.toIntExact(handle
                .createQuery(OWN_AT + (cleared ? "" : " and " + Clearance.unmarked("m.item_id")))
                .bind("account", accountId)
                .bind("moment", moment.toEpochMilli())
                .map((row, _) -> {
                    boolean changedSince = row.getLong("changed") > moment.toEpochMilli() || row.wasNull();
                    var state = changedSince ? DecisionState.IN_EFFECT : DecisionState.valueOf(row.getString("state"));
                    return new Own(
                            row.getString("decision_id"),
                            MeasureType.valueOf(row.getString("type")),
                            state,
                            row.getLong("expires_at"));
                })
                .list()
                .stream()
                .filter(measure -> measure.counts(moment))
                .count());
    }

    private boolean counts(PriorMeasure prior, Instant now) {
        boolean strike = prior.measure().equals(MeasureType.STRIKE.name());
        if (!strike && !prior.measure().equals(MeasureType.SUSPEND.name())) {
            return false;
        }
        if (strike && prior.expiresAt() != null) {
            return prior.expiresAt().isAfter(now);
        }
        return prior.at() == null || prior.at().plus(lasts).isAfter(now);
    }

    private record Own(String decisionId, MeasureType type, DecisionState state, long expiresAt) {
        boolean counts(Instant now) {
            return type.countsAsStrike() && state == DecisionState.IN_EFFECT && expiresAt > now.toEpochMilli();
        }
    }
}
