package org.moderationdesk.referrals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What comes next of a filing. */
sealed interface FilingNext {
    /** A request, see {@link FilingStep}. */
    record Ask(What what, @Nullable Long report, int file) implements FilingNext {}

    /** The same again, but not before then. */
    record Wait(Instant until, Outcome because) implements FilingNext {}

    /** Nothing goes on by itself: a person is called, and not to be overlooked. */
    record Halted(Outcome because, @Nullable Integer code) implements FilingNext {}

    /**
     * It is filed: the time of preservation runs.
     *
     * @param withReceipt whether the receipt itself came; without, NCMEC said later that the report was finished
     */
    record Filed(long report, Instant since, boolean withReceipt) implements FilingNext {}

    /** It was taken back before it was filed, and nothing of it goes out any more. */
    record TakenBack() implements FilingNext {}
}
