package org.moderationdesk.editions;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.moderationdesk.guidelines.ClauseCode;

/**
 * How many decisions an edition touches: those that stand, were made by an earlier one, and answered "yes" to a clause
 * that means something else now.
 *
 * @param decisions each counted once
 * @param byClause by clause of the earlier edition; also those with none
 */
public record Touched(long decisions, SortedMap<ClauseCode, Long> byClause) {
    public Touched {
        byClause = Collections.unmodifiableSortedMap(new TreeMap<>(byClause));
    }
}
