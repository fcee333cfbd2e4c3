package org.moderationdesk.decisions;

import static org.moderationdesk.decisions.DecisionState.AWAITING_SECOND;
import static org.moderationdesk.decisions.DecisionState.IN_EFFECT;
import static org.moderationdesk.decisions.DecisionState.LAPSED;
import static org.moderationdesk.decisions.DecisionState.REPLACED;
import static org.moderationdesk.decisions.DecisionState.REVERSED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.RowState;
import org.moderationdesk.staff.Person;

/** One act on a decision that is in the store: undo, withdraw, or a second person's answer. Throws DecisionRefused before it writes. */
final class DecisionChange {
    private static final String UNDO = "UNDO";
    private static final String STATE = "STATE";

    private final Act act;
    private final Rules rules;
    private final DecisionRow decision;
    private final StoredBody body;
    private final List<MeasureRow> measures;
    private final List<ReferralRow> referrals;
    private final List<RowState> rows;

    /** @param also rows of other rooms that the same entry tells of, such as the reopened case */
    DecisionChange(Act act, Rules rules, String id, List<RowState> also) {
        this.act = act;
        this.rules = rules;
        this.decision = DecisionRow.find(act.handle(), id)
                .orElseThrow(() -> new DecisionRefused(Refusal.of(STATE, "no-such-decision", id)));
        this.body = StoredBody.read(decision.body());
        this.measures = MeasureRow.ofDecisions(act.handle(), List.of(id));
        this.referrals = ReferralRow.ofDecisions(act.handle(), List.of(id));
        this.rows = new ArrayList<>(also);
    }

    Changed undo() {
        if (!decision.person().equals(act.by())) {
            throw new DecisionRefused(Refusal.of(UNDO, "undo-other", decision.person()));
        }
        if (decision.state() != IN_EFFECT && decision.state() != AWAITING_SECOND) {
            throw new DecisionRefused(Refusal.of(UNDO, "undo-state", decision.state()));
        }
        if (act.at().toEpochMilli() >= decision.releaseAt()) {
            throw new DecisionRefused(Refusal.of(UNDO, "undo-over", Instant.ofEpochMilli(decision.releaseAt())));
        }
        for (MeasureRow measure : measures) {
            if (measure.state() == IN_EFFECT || measure.state() == AWAITING_SECOND) {
                rows.add(measure.change(act, REVERSED, measure.releaseAt()));
            }
        }
        for (ReferralRow referral : referrals) {
            boolean open =
                    referral.state() == ReferralState.QUEUED || referral.state() == ReferralState.AWAITING_SECOND;
            if (open && !referral.isEmergency()) {
                rows.add(referral.change(act, ReferralState.REVERSED, referral.releaseAt()));
            }
        }
        restoreReplaced();
        takeBackReports();
        return end(EventKind.UNDONE, REVERSED, null);
    }

    /** The first person takes back what waits; the rest stands, and the case returns to its queue. */
    Changed withdraw() {
        needsToWait();
        if (!decision.person().equals(act.by())) {
            throw new DecisionRefused(Refusal.of(STATE, "withdraw-other", decision.person()));
        }
        return lapse(EventKind.WITHDRAWN, null);
    }

    Changed approve(Person second) {
        boolean afterwards = needsAnother(second);
        long release = Math.max(decision.releaseAt(), act.at().toEpochMilli());
        for (MeasureRow measure : measures) {
            if (measure.state() == AWAITING_SECOND) {
                rows.add(measure.change(act, IN_EFFECT, release));
            }
        }
        for (ReferralRow referral : referrals) {
            if (referral.state() == ReferralState.AWAITING_SECOND) {
                rows.add(referral.change(act, ReferralState.QUEUED, release));
            }
        }
        answered(second, ApprovalVerdict.APPROVED, null);
        return end(EventKind.APPROVED, afterwards ? decision.state() : IN_EFFECT, null);
    }

    /** What waits lapses; the rest stands, and the case returns to its queue with the reason. */
    Changed refuse(Person second, String why) {
        needsToStand(needsAnother(second));
        if (why.isBlank()) {
            throw new DecisionRefused(Refusal.of(STATE, "refuse-why"));
        }
        String kept = act.keep(why);
        answered(second, ApprovalVerdict.REFUSED, kept);
        return lapse(EventKind.REFUSED, kept);
    }

    /** What waits lapses; the rest stands, and the case returns to the first person with the question. */
    Changed sendBack(Person second, String question) {
        needsToStand(needsAnother(second));
        if (question.isBlank()) {
            throw new DecisionRefused(Refusal.of(STATE, "send-back-question"));
        }
        String kept = act.keep(question);
        answered(second, ApprovalVerdict.SENT_BACK, kept);
        return lapse(EventKind.SENT_BACK, kept);
    }

    private void answered(Person second, ApprovalVerdict verdict, @Nullable String why) {
        rows.add(new ApprovalRow(
                        decision.id(),
                        decision.itemId(),
                        decision.person(),
                        second.name(),
                        verdict,
                        act.at().toEpochMilli(),
                        why,
                        body.childSafety())
                .insert(act));
    }

    private Changed lapse(EventKind kind, @Nullable String why) {
        boolean stands = false;
        for (MeasureRow measure : measures) {
            if (measure.state() == AWAITING_SECOND) {
                rows.add(measure.change(act, LAPSED, measure.releaseAt()));
            }
            stands |= measure.state() == IN_EFFECT;
        }
        for (ReferralRow referral : referrals) {
            if (referral.state() == ReferralState.AWAITING_SECOND) {
                rows.add(referral.change(act, ReferralState.LAPSED, referral.releaseAt()));
            }
            stands |= referral.state() == ReferralState.QUEUED;
        }
        takeBackReports();
        return end(kind, stands ? IN_EFFECT : LAPSED, why);
    }

    private void needsToWait() {
        if (decision.state() != AWAITING_SECOND) {
            throw new DecisionRefused(Refusal.of(STATE, "not-waiting", decision.state()));
        }
    }

    /** What has been undone or decided anew since is only approved: there is nothing to return. */
    private void needsToStand(boolean afterwards) {
        if (afterwards && decision.state() != IN_EFFECT) {
            throw new DecisionRefused(Refusal.of(STATE, "not-waiting", decision.state()));
        }
    }

    /** @return whether nothing waits, and an emergency that has gone out is answered afterwards */
    private boolean needsAnother(Person second) {
        if (!second.name().equals(act.by())) {
            throw new IllegalArgumentException("the second person is not the one who acts");
        }
        AnotherPerson.refuses(decision.person(), second, body.childSafety()).ifPresent(refusal -> {
            throw new DecisionRefused(refusal);
        });
        if (decision.state() != AWAITING_SECOND && isUnansweredEmergency()) {
            return true;
        }
        needsToWait();
        return false;
    }

    private boolean isUnansweredEmergency() {
        return referrals.stream().anyMatch(ReferralRow::isEmergency)
                && ApprovalRow.find(act.handle(), decision.id()).isEmpty();
    }

    private void restoreReplaced() {
        for (String earlier : body.replaced()) {
            DecisionRow.find(act.handle(), earlier)
                    .filter(row -> row.state() == REPLACED)
                    .ifPresent(row -> rows.add(row.change(act, IN_EFFECT)));
            for (MeasureRow measure : MeasureRow.ofDecisions(act.handle(), List.of(earlier))) {
                if (measure.state() == REPLACED) {
                    rows.add(measure.change(act, IN_EFFECT, measure.releaseAt()));
                }
            }
        }
    }

    private void takeBackReports() {
        SettledReports.takeBack(act, decision.itemId(), body.settled());
    }

    private Changed end(EventKind kind, DecisionState becomes, @Nullable String why) {
        rows.add(decision.change(act, becomes));
        boolean followUp = referrals.stream()
                .anyMatch(referral -> referral.isEmergency() && referral.state() == ReferralState.QUEUED);
        var told = new TreeMap<String, Object>();
        told.put("decision", decision.id());
        told.put("state", becomes);
        told.put("followUp", followUp);
        if (why != null) {
            told.put("why", why);
        }
        act.append(new Entry(kind, decision.caseId(), decision.itemId(), told, rows));
        return new Changed(Lines.of(decision.in(becomes), rules.edition(decision.edition())), body.queue(), followUp);
    }
}
