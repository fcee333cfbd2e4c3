package org.moderationdesk.referrals;

import org.jspecify.annotations.Nullable;

/** What keeps the history of one filing. Each act is kept for good when it returns. */
interface FilingJournal {
    FilingHistory history();

    /** Keeps a request, byte for byte but for the file, before it goes out. */
    void asks(FilingStep step, Call call);

    /**
     * Keeps what came of the last request that was kept.
     *
     * @param answer null where none came
     */
    void came(FilingReply reply, @Nullable Answer answer);
}
