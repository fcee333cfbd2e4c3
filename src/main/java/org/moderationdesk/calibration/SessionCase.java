package org.moderationdesk.calibration;

import org.jspecify.annotations.Nullable;

/**
 * One case of a session, as one person may know of it. Never who decided it first.
 *
 * @param position from 1
 * @param answered how many have answered it; of those who may
 * @param own whether this person is asked, and how far they are with it
 * @param ruling null while there is none
 */
public record SessionCase(
        String sessionId,
        int position,
        String decisionId,
        String itemId,
        CaseSource source,
        boolean childSafety,
        int answered,
        int askedOf,
        Own own,
        @Nullable Ruling ruling) {
    /** How a person stands to one case of a session. */
    public enum Own {
        NOT_ASKED,
        /** They made the decision that is talked about: they have no answer to give. */
        DECIDED_FIRST,
        TO_ANSWER,
        ANSWERED
    }
}
