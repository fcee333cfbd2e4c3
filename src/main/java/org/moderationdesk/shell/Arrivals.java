package org.moderationdesk.shell;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.H2Store;
import org.moderationdesk.db.Unlock;

/** What follows once a person is through the door. JavaFX thread only. */
public interface Arrivals {
    /**
     * The store is open.
     *
     * @param unlock with what it opens
     * @param toImport a file that the person chose to import first; null for none
     */
    void arrived(H2Store store, Unlock unlock, @Nullable Path toImport);

    /** The person would rather see the sample desk. */
    void openSample();

    /** The person works at a shared desk. */
    void openShared();

    /** The person wants a backup put in the place of the store. */
    void restore();
}
