package org.moderationdesk.emergency;

import java.util.List;
import org.moderationdesk.referrals.targets.Target;

/**
 * What to have at hand for a call: whom to call, and what the desk knows. Each list is empty where it knows nothing: that is
 * said too.
 *
 * @param region two letters of where the person is thought to be
 * @param local whether the number is that region's own; otherwise whoever answers is asked to put the call through
 * @param who it is about
 * @param where they are
 * @param how it became known
 */
public record Script(
        String itemId,
        String region,
        Target to,
        boolean local,
        List<String> who,
        List<String> where,
        List<String> how) {
    public Script {
        who = List.copyOf(who);
        where = List.copyOf(where);
        how = List.copyOf(how);
    }
}
