package org.moderationdesk.editions;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.moderationdesk.guidelines.ClauseCode;

/**
 * One difference between two editions.
 *
 * @param code in the later edition: of a clause, carve-out or section, the number of a chapter, the id of a term; empty
 *     where it is there no more, and for what holds for the whole book
 * @param was the same in the earlier edition; empty where it was not there
 * @param parts what of it reads otherwise; none of something that only moved
 * @param touches clauses of the earlier edition that mean something else, or nothing, from now on
 */
public record Change(What what, How how, String code, String was, List<Part> parts, SortedSet<ClauseCode> touches) {
    public Change {
        parts = List.copyOf(parts);
        touches = Collections.unmodifiableSortedSet(new TreeSet<>(touches));
    }

    /** What has changed. */
    public enum What {
        CHAPTER,
        SECTION,
        CLAUSE,
        CARVE_OUT,
        TERM,
        GENERAL
    }

    /** How. */
    public enum How {
        ADDED,
        REMOVED,
        /** It has another code, and maybe other words. */
        MOVED,
        CHANGED
    }

    /** Where a reader finds it: the later code, else the earlier one. */
    public String place() {
        return code.isEmpty() ? was : code;
    }
}
