package org.moderationdesk.editions;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.moderationdesk.guidelines.ClauseCode;

/** Clauses in the order of the book. */
final class InBookOrder {
    private InBookOrder() {}

    static SortedSet<ClauseCode> of(Collection<ClauseCode> clauses) {
        return new TreeSet<>(clauses);
    }
}
