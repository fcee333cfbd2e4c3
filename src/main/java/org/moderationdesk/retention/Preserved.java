package org.moderationdesk.retention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is preserved, and until when.
 *
 * @param id of the hold, referral, dossier or order
 * @param subject what is held; only by hand it is an account
 * @param since when it began; for what waits, when it was recorded
 * @param ends null where it has no end, or none yet
 */
public record Preserved(
        Cause cause,
        String id,
        Hold.Subject subject,
        String subjectId,
        Instant since,
        @Nullable Instant ends,
        State state) {
    /** Why it is preserved. */
    public enum Cause {
        /** Somebody placed a hold. */
        HAND,
        /** It is, or is to be, reported to NCMEC. */
        FILING,
        /** A dossier about it arrived at an authority. */
        RECEIPT,
        /** An authority asked for something about it. */
        ORDER
    }

    /** How it stands. */
    public enum State {
        /** Its end has passed and nobody has lifted or extended it: it holds on. */
        OVERDUE,
        ENDS_SOON,
        /** Its time has not begun: nothing says yet that the report arrived, or that the order is done. */
        WAITS,
        STANDS,
        /** Until somebody lifts it. */
        NO_END
    }
}
