package org.moderationdesk.guidelines;

import java.util.Set;

/**
 * Room that a section itself makes for content that its clauses would forbid.
 *
 * @param covers the citable clauses that it can excuse
 * @param partOfClause whether it belongs to the clause's own words: where it applies, the clause is answered "no"
 */
public record CarveOut(CarveOutCode code, Set<ClauseCode> covers, boolean partOfClause) {
    public CarveOut {
        covers = InOrder.copyOf(covers);
    }
}
