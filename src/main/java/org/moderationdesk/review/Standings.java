package org.moderationdesk.review;

import org.moderationdesk.decisions.Standing;
import org.moderationdesk.log.Act;
import org.moderationdesk.queue.CaseNow;
import org.moderationdesk.queue.Claim;
import org.moderationdesk.queue.ClaimRefused;
import org.moderationdesk.queue.Queue;

/** Says in the words of the rules what the queue says of a claim. */
final class Standings {
    private Standings() {}

    /** How the holder of this claim stands to its case within the act. */
    static Standing of(Act act, Queue queue, CaseNow now, Claim claim) {
        try {
            Claim current = queue.held(act, now, claim);
            return new Standing.Held(current.token(), current.until());
        } catch (ClaimRefused refused) {
            return of(refused.reason());
        }
    }

    static Standing of(ClaimRefused.Reason reason) {
        return switch (reason) {
            case ClaimRefused.HeldBy held -> new Standing.HeldBy(held.name());
            case ClaimRefused.Closed closed ->
                closed.by() == null ? new Standing.NothingOpen() : new Standing.DecidedBy(closed.by(), closed.at());
            case ClaimRefused.LeaseEnded _,
                    ClaimRefused.NotCleared _,
                    ClaimRefused.NotForYou _,
                    ClaimRefused.EditionUnread _,
                    ClaimRefused.CannotReceive _ -> new Standing.NotHeld();
            case ClaimRefused.Gone _ -> new Standing.NothingOpen();
        };
    }
}
