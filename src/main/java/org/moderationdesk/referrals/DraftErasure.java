package org.moderationdesk.referrals;

import org.jdbi.v3.core.Handle;

/** Takes drafts of reports out of the store with the content that they tell of. */
public final class DraftErasure {
    private static final String DRAFTS = "delete from filing_draft where item_id = ?";

    private DraftErasure() {}

    /** Those about an item; in the open act that erases it. */
    public static void drafts(Handle handle, String itemId) {
        handle.execute(DRAFTS, itemId);
    }
}
