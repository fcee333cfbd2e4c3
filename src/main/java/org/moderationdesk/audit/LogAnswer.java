package org.moderationdesk.audit;

import org.jspecify.annotations.Nullable;
import org.moderationdesk.search.TextAnswer;

/** All decisions that pass a filter, in their order, as numbers: the rows themselves are read a stretch at a time. */
public final class LogAnswer {
    private final DecisionFacts facts;
    private final int[] rows;
    private final @Nullable TextAnswer unfound;

    LogAnswer(DecisionFacts facts, int[] rows, @Nullable TextAnswer unfound) {
        this.facts = facts;
        this.rows = rows;
        this.unfound = unfound;
    }

    /** How many. */
    public int size() {
        return rows.length;
    }

    /** The entry that tells of the decision at this place, counted from 0. */
    public long seq(int place) {
        return facts.seq(rows[place]);
    }

    /** At which place the decision of this entry is, or -1. */
    public int placeOf(long seq) {
        int row = facts.row(seq);
        for (int place = 0; row >= 0 && place < rows.length; place++) {
            if (rows[place] == row) {
                return place;
            }
        }
        return -1;
    }

    /** Why words were not looked for in texts, but only in names; null where they were, or none were typed. */
    public @Nullable TextAnswer unfound() {
        return unfound;
    }

    /** What the answer was found in. */
    public DecisionFacts facts() {
        return facts;
    }
}
