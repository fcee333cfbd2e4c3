package org.moderationdesk.app;

import org.moderationdesk.app.OpenDesk.WorkSettings;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.H2Store;
import org.moderationdesk.db.StoreKeys;

/** An open desk in a window: its rooms, what opens it, and its housekeeping. */
record Session(DeskFolder folder, H2Store store, StoreKeys keys, OpenDesk desk, WorkSettings work, Housekeeping chores)
        implements AutoCloseable {

    /** The same desk with other rooms and settings. */
    Session with(OpenDesk other, WorkSettings settings) {
        return new Session(folder, store, keys, other, settings, chores);
    }

    /** Ends the chores, then closes the store. Slow: not for the JavaFX thread. */
    @Override
    public void close() {
        chores.close();
        store.close();
    }
}
