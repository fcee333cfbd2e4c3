package org.moderationdesk.quality;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.decisions.Clearance;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.staff.Person;

/**
 * A decision as it is drawn from: what the strata ask of it.
 *
 * @param section of the leading clause, the gravest answered "yes"; without one, what its reports named first; may be
 *     empty
 * @param views of the item, where the plan asks for them; 0 else
 * @param ordinal the how manieth of its person it is, where the plan asks; {@link Integer#MAX_VALUE} for many
 * @param days since the person's first decision, where the plan asks; {@link Integer#MAX_VALUE} for many
 */
record Decided(
        StoredDecision stored,
        String section,
        boolean lowConfidence,
        boolean childSafety,
        long views,
        int ordinal,
        int days) {
    /**
     * What the row says.
     *
     * @param named the section that stands for the decision without an answer "yes"; empty where there is none
     * @param hidden whether a case of the item concerns child safety by now
     */
    record StoredDecision(
            String id,
            long caseId,
            String itemId,
            int itemVersion,
            String edition,
            String person,
            Instant at,
            String body,
            long eventSeq,
            String named,
            boolean hidden,
            List<ClauseCode> yes) {
        StoredDecision {
            yes = List.copyOf(yes);
        }
    }

    String id() {
        return stored.id();
    }

    /** Whether this person may know of it. */
    boolean isSeenBy(Handle handle, Person viewer) {
        return Clearance.sees(handle, viewer, stored.itemId(), childSafety);
    }

    boolean ofChapterEight() {
        return section.startsWith("8.")
                || stored.yes().stream().anyMatch(code -> code.section().chapter() == 8);
    }
}
