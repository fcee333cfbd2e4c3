package org.moderationdesk.referrals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request.
 *
 * @param code NCMEC's own; null where none came
 * @param report number of the report that was opened
 * @param fileId number of the file that arrived
 */
record FilingReply(
        Instant came,
        Outcome outcome,
        @Nullable Integer code,
        @Nullable Long report,
        @Nullable String fileId) {
    static FilingReply without(Instant came, NoAnswer none) {
        return new FilingReply(came, none.perhapsArrived() ? Outcome.LOST : Outcome.NO_CONNECTION, null, null, null);
    }
}
