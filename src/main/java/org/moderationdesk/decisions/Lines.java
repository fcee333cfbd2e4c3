package org.moderationdesk.decisions;

import java.time.Instant;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.ExceptionGround;

/** Makes lines of rows. */
final class Lines {
    private Lines() {}

    /** @param book says what waits; of the edition in force where that of the decision is not at hand */
    static DecisionLine of(DecisionRow row, Book book) {
        Proposal proposal = StoredBody.read(row.body()).asProposal();
        return new DecisionLine(
                row.id(),
                row.caseId(),
                row.itemId(),
                row.itemVersion(),
                row.edition(),
                row.person(),
                row.outcome(),
                row.ground() == null ? null : ExceptionGround.valueOf(row.ground()),
                row.state(),
                proposal.account().type(),
                proposal.answered(Answer.YES),
                FourEyes.waiting(proposal, book),
                row.replaces(),
                Instant.ofEpochMilli(row.at()),
                Instant.ofEpochMilli(row.releaseAt()));
    }
}
