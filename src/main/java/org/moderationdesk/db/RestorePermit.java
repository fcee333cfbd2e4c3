package org.moderationdesk.db;

/**
 * That it was asked whether a backup may take the store's place. This floor knows no people, so it takes the word of who
 * does; a house rule names who may give it.
 */
public final class RestorePermit {
    private RestorePermit() {}

    /** Somebody of the desk that is there was asked, and may. */
    public static RestorePermit asked() {
        return new RestorePermit();
    }

    /** There is no store, or none that opens, and so nobody to ask: whoever has the backup and its key may. */
    public static RestorePermit nobodyToAsk() {
        return new RestorePermit();
    }
}
