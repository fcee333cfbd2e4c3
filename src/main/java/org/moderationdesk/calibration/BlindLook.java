package org.moderationdesk.calibration;

import java.util.List;
import java.util.Optional;
import org.moderationdesk.base.Ids;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.decisions.AwaitedDecision;
import org.moderationdesk.decisions.CaseFacts;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.decisions.Standing;
import org.moderationdesk.decisions.StoredApprovals;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Review;
import org.moderationdesk.staff.Person;

/**
 * The case as it is now without the decision that is talked about, what came after it, and what it did to the account.
 * Whatever was reported since is still in it.
 */
public final class BlindLook implements BlindCases {
    private final Review review;
    private final StoredApprovals decisions;

    public BlindLook(Review review, StoredApprovals decisions) {
        this.review = review;
        this.decisions = decisions;
    }

    @Override
    public Optional<Opened> layOut(String decisionId, Person viewer) {
        return decisions.find(viewer, decisionId).map(AwaitedDecision::line).flatMap(line -> review.look(
                        line.itemId(), viewer)
                .map(found -> without(line, found)));
    }

    private static Opened without(DecisionLine line, Opened found) {
        List<DecisionLine> before = found.earlier().stream()
                .filter(one -> one.at().isBefore(line.at()) && !one.id().equals(line.id()))
                .toList();
        return found.apart(
                before, facts(line, found.facts()), Ids.next(found.facts().now()));
    }

    private static CaseFacts facts(DecisionLine line, CaseFacts now) {
        boolean struck = line.account() == AccountMeasure.Type.STRIKE && line.state() == DecisionState.IN_EFFECT;
        return new CaseFacts(
                now.caseId(),
                now.queue(),
                now.item(),
                now.pinnedEdition(),
                now.reports(),
                now.childSafety(),
                now.sealed(),
                new Standing.NotHeld(),
                now.person(),
                Math.max(0, now.activeStrikes() - (struck ? 1 : 0)),
                now.now(),
                now.allowed(),
                now.urgency());
    }
}
