package org.moderationdesk.app;

import org.jspecify.annotations.Nullable;
import org.moderationdesk.app.OpenDesk.WorkSettings;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.H2Store;
import org.moderationdesk.db.StoreKeys;
import org.moderationdesk.sample.LiveSample;

/**
 * An open desk in a window: its rooms, what opens it, and its housekeeping.
 *
 * @param live sample livestreams that go on; null where there are none
 */
record Session(
        DeskFolder folder,
        H2Store store,
        StoreKeys keys,
        OpenDesk desk,
        WorkSettings work,
        Housekeeping chores,
        @Nullable LiveSample live)
        implements AutoCloseable {

    /** The same desk with other rooms and settings. */
    Session with(OpenDesk other, WorkSettings settings) {
        return new Session(folder, store, keys, other, settings, chores, live);
    }

    /** Ends the chores, then closes the store. Slow: not for the JavaFX thread. */
    @Override
    public void close() {
        chores.close();
        if (live != null) {
            live.close();
        }
        store.close();
    }
}
