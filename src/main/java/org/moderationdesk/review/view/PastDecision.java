package org.moderationdesk.review.view;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.review.Opened;

/** How a case that can only be read is shown: as it was decided, where it was. */
final class PastDecision {
    private PastDecision() {}

    /** The decision that closed the case, if one did. */
    static List<DecisionLine> of(Opened opened) {
        boolean closed = opened.row().state() == CaseRow.State.CLOSED;
        return opened.earlier().stream()
                .filter(line -> closed && line.caseId() == opened.row().id())
                .limit(1)
                .toList();
    }

    /** The answers that are kept, else what the decision itself tells. */
    static Proposal proposal(Opened opened) {
        List<DecisionLine> lines = of(opened);
        Proposal kept = opened.draft();
        if (lines.isEmpty() || kept.outcome() != null) {
            return kept;
        }
        DecisionLine line = lines.getFirst();
        SortedMap<ClauseCode, Answer> answers = new TreeMap<>(kept.answers());
        line.yes().forEach(code -> answers.put(code, Answer.YES));
        return new Proposal(
                kept.item(),
                line.itemVersion(),
                line.edition(),
                answers,
                kept.notes(),
                line.outcome(),
                null,
                null,
                AccountMeasure.of(line.account()),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                false);
    }
}
