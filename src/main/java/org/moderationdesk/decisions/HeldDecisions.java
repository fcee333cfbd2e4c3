package org.moderationdesk.decisions;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Which items must be kept because of what was decided on them. */
public final class HeldDecisions {
    private static final String AWAITING = """
        select distinct item_id from decision where item_id in (<items>) and state = 'AWAITING_SECOND'
        """;
    private static final String REFERRED = """
        select distinct d.item_id
          from decision d
          join referral r on r.decision_id = d.id
         where d.item_id in (<items>)
           and (r.state = 'AWAITING_SECOND' or (r.state = 'QUEUED' and r.release_at > :since))
        """;

    private static final String REFERRAL_AWAITS = """
        select distinct d.item_id
          from decision d
          join referral r on r.decision_id = d.id
         where d.item_id in (<items>) and r.state = 'AWAITING_SECOND'
        """;

    private HeldDecisions() {}

    /** Those of the items whose decision waits for a second person. */
    public static Set<String> awaiting(Handle handle, Collection<String> items) {
        return items.isEmpty()
                ? Set.of()
                : handle.createQuery(AWAITING)
                        .bindList("items", List.copyOf(items))
                        .mapTo(String.class)
                        .set();
    }

    /** Those of the items whose referral waits for a second person. */
    public static Set<String> referralsAwaiting(Handle handle, Collection<String> items) {
        return items.isEmpty()
                ? Set.of()
                : handle.createQuery(REFERRAL_AWAITS)
                        .bindList("items", List.copyOf(items))
                        .mapTo(String.class)
                        .set();
    }

    /** Those of the items that are being referred, or went out after a moment. */
    public static Set<String> referredSince(Handle handle, Collection<String> items, Instant since) {
        return items.isEmpty()
                ? Set.of()
                : handle.createQuery(REFERRED)
                        .bindList("items", List.copyOf(items))
                        .bind("since", since.toEpochMilli())
                        .mapTo(String.class)
                        .set();
    }
}
