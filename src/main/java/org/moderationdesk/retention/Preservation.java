package org.moderationdesk.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.orders.HeldByOrder;
import org.moderationdesk.referrals.HeldByFiling;
import org.moderationdesk.referrals.HeldByReceipt;
import org.moderationdesk.referrals.targets.StoredTargets;
import org.moderationdesk.retention.Preserved.Cause;
import org.moderationdesk.retention.Preserved.State;

/** Gathers what is preserved, by whatever cause, with its end. What has ended and holds nothing is not in it. */
final class Preservation {
    private final Handle handle;
    private final Instant now;
    private final Duration soon;
    private final List<Preserved> found = new ArrayList<>();

    Preservation(Handle handle, Instant now, Duration soon) {
        this.handle = handle;
        this.now = now;
        this.soon = soon;
    }

    /** The overdue first, then what ends first. */
    List<Preserved> all() {
        byHand();
        filings();
        HeldByReceipt.all(handle)
                .forEach(one -> ending(Cause.RECEIPT, one.dossierId(), one.itemId(), one.sentAt(), one.ends()));
        HeldByOrder.all(handle, now)
                .forEach(one -> found.add(new Preserved(
                        Cause.ORDER,
                        one.orderId(),
                        Hold.Subject.ITEM,
                        one.itemId(),
                        one.since(),
                        one.until(),
                        state(one.until(), State.WAITS))));
        return found.stream()
                .sorted(Comparator.comparing(Preserved::state)
                        .thenComparing(one -> one.ends() == null ? Instant.MAX : one.ends())
                        .thenComparing(Preserved::since))
                .toList();
    }

    private void byHand() {
        Map<String, Instant> terms = HoldTerms.last(handle);
        for (Hold hold : Holds.standing(handle)) {
            @Nullable Instant ends = terms.get(hold.id());
            State state = ends != null && !ends.isAfter(now) ? State.OVERDUE : state(ends, State.NO_END);
            found.add(new Preserved(Cause.HAND, hold.id(), hold.subject(), hold.subjectId(), hold.at(), ends, state));
        }
    }

    private void filings() {
        Duration kept = Duration.ofDays(StoredTargets.preservationDays(handle, StoredTargets.NCMEC));
        HeldByFiling.all(handle).forEach(one -> {
            if (one.arrivedAt() == null) {
                found.add(new Preserved(
                        Cause.FILING,
                        one.referralId(),
                        Hold.Subject.ITEM,
                        one.itemId(),
                        one.referredAt(),
                        null,
                        State.WAITS));
            } else {
                Instant arrived = one.arrivedAt();
                ending(Cause.FILING, one.referralId(), one.itemId(), arrived, arrived.plus(kept));
            }
        });
    }

    private void ending(Cause cause, String id, String item, Instant since, Instant ends) {
        if (ends.isAfter(now)) {
            found.add(new Preserved(cause, id, Hold.Subject.ITEM, item, since, ends, state(ends, State.STANDS)));
        }
    }

    private State state(@Nullable Instant ends, State without) {
        if (ends == null) {
            return without;
        }
        return ends.isAfter(now.plus(soon)) ? State.STANDS : State.ENDS_SOON;
    }
}
