package org.moderationdesk.referrals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request of a filing, kept before it goes out.
 *
 * @param report number of the report that it is about; null where it opens one
 * @param file place among the files, from zero; {@link #NO_FILE} where it is about none
 * @param reply null while none is kept: whoever sent it died meanwhile, or still waits
 */
record FilingStep(
        What what,
        @Nullable Long report,
        int file,
        Instant asked,
        @Nullable FilingReply reply) {
    static final int NO_FILE = -1;

    /** A request of which nothing is known may have been done or not. */
    Outcome outcome() {
        return reply == null ? Outcome.LOST : reply.outcome();
    }
}
