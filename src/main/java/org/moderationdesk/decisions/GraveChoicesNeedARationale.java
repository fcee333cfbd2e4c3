package org.moderationdesk.decisions;

import java.util.List;
import java.util.Optional;

/**
 * D6: choices that weigh heavily, and those that depart from the checklist, are explained. What the checklist points
 * to, and what departs from it, is defined by {@link Recommendation}.
 */
final class GraveChoicesNeedARationale implements DecisionRule {
    @Override
    public String number() {
        return "D6";
    }

    @Override
    public List<Refusal> check(Asked asked) {
        Proposal proposal = asked.proposal();
        if (Words.isReason(proposal.rationale())) {
            return List.of();
        }
        int written = Words.length(proposal.rationale());
        return because(proposal)
                .map(because -> List.of(refusal("rationale", because, Words.REASON, written)))
                .orElse(List.of());
    }

    private static Optional<Phrase> because(Proposal proposal) {
        Outcome outcome = proposal.outcome();
        if (outcome == Outcome.EXCEPTION || outcome == Outcome.ESCALATE) {
            return Optional.of(Phrase.of("decisions.refusal.rationale.outcome", outcome));
        }
        AccountMeasure.Type measure = proposal.account().type();
        switch (measure) {
            case SUSPEND, BAN, DEVICE_BAN -> {
                return Optional.of(Phrase.of("decisions.refusal.rationale.measure", measure));
            }
            case NONE, WARNING, STRIKE, PROFILE_CHANGE, FEATURE_BLOCK, REMOVE_UNDERAGE -> {}
        }
        if (!proposal.referrals().isEmpty()) {
            return Optional.of(Phrase.of("decisions.refusal.rationale.referral"));
        }
        return Recommendation.departs(proposal)
                ? Optional.of(Phrase.of("decisions.refusal.rationale.departs", Recommendation.pointsTo(proposal)))
                : Optional.empty();
    }
}
