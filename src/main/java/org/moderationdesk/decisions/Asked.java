package org.moderationdesk.decisions;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.Section;
import org.moderationdesk.items.Item;

/**
 * What a rule is asked about.
 *
 * @param book the edition that the proposal names, where it may be decided by; else the one in force
 * @param inForce the edition in force
 * @param editionAllowed whether the desk can decide this case by the edition that the proposal names
 */
record Asked(Proposal proposal, Strays strays, CaseFacts facts, Book book, String inForce, boolean editionAllowed) {
    List<ClauseCode> yes() {
        return proposal.answered(Answer.YES);
    }

    List<ClauseCode> yesIn(Predicate<ClauseCode> which) {
        return yes().stream().filter(which).toList();
    }

    /** Clauses of 8.1 to 8.3 answered so. */
    List<ClauseCode> sealed(Answer answer) {
        return proposal.answered(answer).stream()
                .filter(clause -> ChildSafety.isSealed(clause.section()))
                .toList();
    }

    Optional<Section> section(ClauseCode clause) {
        return book.section(clause.section());
    }

    boolean outcomeIs(Outcome outcome) {
        return proposal.outcome() == outcome;
    }

    Item item() {
        return facts.item();
    }
}
