package org.moderationdesk.referrals;

import java.util.List;

/**
 * Referrals as a list shows them.
 *
 * @param open those that somebody still has to see to, the most urgent first
 * @param ended the newest first
 * @param more whether there are others, beyond what is listed
 */
public record Referrals(List<Referral> open, List<Referral> ended, boolean more) {
    public Referrals {
        open = List.copyOf(open);
        ended = List.copyOf(ended);
    }
}
