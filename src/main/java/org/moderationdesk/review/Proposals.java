package org.moderationdesk.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.decisions.Proposal;

/** Proposals made of others. */
final class Proposals {
    private Proposals() {}

    /** The same, said of this version of the item. */
    static Proposal ofVersion(Proposal proposal, @Nullable Integer version) {
        return new Proposal(
                proposal.item(),
                version,
                proposal.edition(),
                proposal.answers(),
                proposal.notes(),
                proposal.outcome(),
                proposal.exception(),
                proposal.reach(),
                proposal.account(),
                proposal.referrals(),
                proposal.noReferral(),
                proposal.escalateTo(),
                proposal.evidence(),
                proposal.offPlatform(),
                proposal.rationale(),
                proposal.confidence(),
                proposal.difficult());
    }

    /** What moves with an escalated case: answers, notes and evidence, and nothing of what was decided. */
    static Proposal answersOnly(Proposal proposal) {
        return new Proposal(
                proposal.item(),
                proposal.version(),
                proposal.edition(),
                proposal.answers(),
                proposal.notes(),
                null,
                null,
                null,
                AccountMeasure.none(),
                List.of(),
                null,
                null,
                proposal.evidence(),
                proposal.offPlatform(),
                null,
                null,
                false);
    }
}
