package org.moderationdesk.decisions;

import java.util.ArrayList;
import java.util.List;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.ReferralTarget;

/**
 * D3: what breaks 8.1 to 8.3 does not stay up, and is referred unless there is a reason for none. That reason waits
 * for a second person, so a reason too short is refused wherever it is given.
 */
final class MinorsAreReferredNeverExcused implements DecisionRule {
    @Override
    public String number() {
        return "D3";
    }

    @Override
    public List<Refusal> check(Asked asked) {
        Proposal proposal = asked.proposal();
        List<ClauseCode> broken = asked.sealed(Answer.YES);
        var refusals = new ArrayList<Refusal>();
        if (!broken.isEmpty()) {
            switch (proposal.outcome()) {
                case EXCEPTION, LIMIT_REACH, NO_VIOLATION ->
                    refusals.add(refusal("minors-not-excused", broken, proposal.outcome()));
                case REMOVE -> {
                    if (Words.blank(proposal.noReferral())
                            && proposal.referrals().stream().noneMatch(this::answersForMinors)) {
                        refusals.add(refusal("minors-not-referred", broken, Words.REASON));
                    }
                }
                case ESCALATE -> {}
                case null -> {}
            }
        }
        if (!Words.blank(proposal.noReferral()) && !Words.isReason(proposal.noReferral())) {
            refusals.add(refusal("no-referral-short", Words.REASON, Words.length(proposal.noReferral())));
        }
        return refusals;
    }

    private boolean answersForMinors(ReferralProposal referral) {
        return referral.to() == ReferralTarget.NCMEC
                || referral.to() == ReferralTarget.JUDICIAL_AUTHORITY && !Words.blank(referral.why());
    }
}
