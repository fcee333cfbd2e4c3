package org.moderationdesk.practice;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.ReferralLine;
import org.moderationdesk.decisions.ReferralProposal;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.decisions.StoredReferrals;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Tells team leads at once of an emergency that was decided on a hidden test. Not for the JavaFX thread. */
public final class HiddenNotices {
    private static final int NEWEST = 500;

    private final Store store;
    private final StoredDecisions decisions;

    public HiddenNotices(Store store, StoredDecisions decisions) {
        this.store = store;
        this.decisions = decisions;
    }

    public List<Notice> of(Person person) {
        if (!Rights.has(person, Right.APPROVE) || !Rights.has(person, Right.TRAIN)) {
            return List.of();
        }
        Set<String> tests = store.read(HiddenRows::leftOut);
        return tests.isEmpty()
                ? List.of()
                : new StoredReferrals(store)
                        .newest(person, NEWEST).stream()
                                .filter(one -> tests.contains(one.itemId()))
                                .filter(one -> new ReferralProposal(one.to(), null, one.threatToLife()).isEmergency())
                                .flatMap(one -> told(person, one).stream())
                                .toList();
    }

    private Optional<Notice> told(Person person, ReferralLine referral) {
        return decisions
                .find(person, referral.decisionId())
                .map(line -> new Notice(
                        line.id() + " TEST",
                        Notice.Kind.TEST_EMERGENCY,
                        line.id(),
                        line.itemId(),
                        line.person(),
                        "",
                        line.at(),
                        false));
    }
}
