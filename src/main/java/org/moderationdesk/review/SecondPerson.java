package org.moderationdesk.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Changed;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.Claim;
import org.moderationdesk.queue.ClaimRefused;
import org.moderationdesk.queue.Queue;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** What a second person says of a decision, and what becomes of its case; each one transaction. */
final class SecondPerson {
    private final EventLog log;
    private final Queue queue;
    private final StoredDecisions decisions;

    SecondPerson(EventLog log, Queue queue, StoredDecisions decisions) {
        this.log = log;
        this.queue = queue;
        this.decisions = decisions;
    }

    Changed approve(String decisionId, Person second) {
        return log.record(second.name(), act -> decisions.approve(act, decisionId, second, List.of()));
    }

    Changed refuse(String decisionId, Person second, String why) {
        return log.record(second.name(), act -> {
            Changed changed = decisions.refuse(act, decisionId, second, why, List.of());
            long unused = reopened(act, changed);
            return changed;
        });
    }

    Changed sendBack(String decisionId, Person second, @Nullable Person first, String question) {
        return log.record(second.name(), act -> {
            Changed changed = decisions.sendBack(act, decisionId, second, question);
            long caseId = reopened(act, changed);
            if (first != null && changed.line().outcome() != Outcome.ESCALATE) {
                give(act, caseId, second, first, question);
            }
            return changed;
        });
    }

    /** An escalated case is open already, where it was escalated to. */
    long reopened(Act act, Changed changed) {
        return changed.line().outcome() == Outcome.ESCALATE
                ? changed.line().caseId()
                : queue.reopen(act, changed.line().caseId());
    }

    /** The case waits for the first person, unless they may not have it, or somebody is at it already. */
    private void give(Act act, long caseId, Person second, Person first, String question) {
        boolean mayHave = Rights.has(first, Right.CLAIM)
                && Rights.has(second, Right.CLAIM)
                && queue.current(act, caseId)
                        .map(CaseRow::childSafety)
                        .filter(childSafety -> Rights.sees(first, childSafety))
                        .isPresent();
        if (mayHave) {
            try {
                Claim claim = queue.claim(act, caseId, second);
                queue.handOver(act, claim, first.name(), question);
            } catch (ClaimRefused somebodyIsAtIt) {
                // Reports that came meanwhile have opened it anew for somebody else; the question reaches the first
                // person
                // all the same.
                return;
            }
        }
    }
}
