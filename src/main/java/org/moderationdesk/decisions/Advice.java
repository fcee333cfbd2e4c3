package org.moderationdesk.decisions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.CarveOutCode;
import org.moderationdesk.guidelines.ReferralTarget;

/**
 * What the answers alone point to, with the reason for each part. Nothing of it happens by itself.
 *
 * @param outcome null while the answers do not point anywhere yet
 * @param reason why this outcome
 * @param account NONE where nothing is advised for the account
 * @param accountReason why this account measure
 * @param referrals to whom the broken sections ask to refer
 * @param carveOuts of the broken sections: worth a look before the content goes
 */
public record Advice(
        @Nullable Outcome outcome,
        Phrase reason,
        AccountMeasure account,
        Phrase accountReason,
        List<ReferralTarget> referrals,
        List<CarveOutCode> carveOuts) {
    public Advice {
        referrals = List.copyOf(referrals);
        carveOuts = List.copyOf(carveOuts);
    }
}
