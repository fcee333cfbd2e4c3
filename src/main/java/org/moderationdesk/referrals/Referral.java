package org.moderationdesk.referrals;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.ReferralLine;

/**
 * A referral in the list of all.
 *
 * @param sealed whether it concerns child safety
 * @param account handle or id of the account behind the item; empty where none is known
 * @param clock null where none runs
 */
public record Referral(
        ReferralLine line,
        Standing standing,
        String decidedBy,
        Instant decidedAt,
        boolean sealed,
        String account,
        @Nullable ReferralClock clock) {
    /** Whether these words find it by whose item it is, rather than by a name of the desk's own or a report's number. */
    boolean isFoundByAccount(String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        return account.toLowerCase(Locale.ROOT).contains(wanted)
                || !wanted.matches("\\d+")
                        && Stream.of(line.id(), line.itemId(), line.decisionId())
                                .noneMatch(own -> own.toLowerCase(Locale.ROOT).contains(wanted));
    }

    public boolean isLate(Instant now) {
        return clock != null && clock.kind() != ReferralClock.Kind.RELEASE && !now.isBefore(clock.at());
    }
}
