package org.moderationdesk.emergency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.referrals.Progress;
import org.moderationdesk.referrals.ReferralEvent;
import org.moderationdesk.referrals.ReferralEvent.Entered;
import org.moderationdesk.referrals.ReferralEvent.Entered.Kind;
import org.moderationdesk.referrals.ReferralKind;
import org.moderationdesk.referrals.Standing;

/**
 * Referrals to emergency services: calls about the same item, and what came of them. One has arrived once somebody was
 * reached; while nobody has said so, it is still to be seen to.
 */
public final class EmergencyKind implements ReferralKind {
    private static final String ARRIVED = """
        select e.id
          from referral e
          join emergency_call c on c.item_id = e.item_id
          join emergency_outcome o on o.call_id = c.id and o.kind <> 'NOT_REACHED'
         where e.target = 'EMERGENCY_SERVICES'
        """;
    private static final String AMONG = " and e.id in (<referrals>)";
    private static final String ITEM = "select item_id from referral where id = ?";

    @Override
    public ReferralTarget target() {
        return ReferralTarget.EMERGENCY_SERVICES;
    }

    @Override
    public String arrived() {
        return ARRIVED;
    }

    @Override
    public Map<String, Progress> progress(Handle handle, List<String> referrals, Instant now) {
        Map<String, Progress> progress = new HashMap<>();
        handle.createQuery(ARRIVED + AMONG)
                .bindList("referrals", referrals)
                .mapTo(String.class)
                .forEach(id -> progress.put(id, new Progress(Standing.SENT, null)));
        return progress;
    }

    @Override
    public List<ReferralEvent> events(Handle handle, String referral) {
        List<ReferralEvent> events = new ArrayList<>();
        String item =
                handle.createQuery(ITEM).bind(0, referral).mapTo(String.class).one();
        for (Call call : Call.ofItem(handle, item)) {
            events.add(new Entered(call.calledAt(), call.by(), Kind.CALL, call.number()));
            for (Outcome outcome : call.outcomes()) {
                Kind kind = outcome.kind() == OutcomeKind.NOT_REACHED ? Kind.NOT_REACHED : Kind.REACHED;
                events.add(new Entered(outcome.endedAt(), outcome.by(), kind, outcome.reference()));
            }
        }
        return events;
    }
}
