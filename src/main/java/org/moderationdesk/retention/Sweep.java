package org.moderationdesk.retention;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.log.Act;

/** How one class of data is walked through, and how one subject of it is erased. */
interface Sweep {
    /**
     * Something that is old enough to go.
     *
     * @param items the items that it belongs to: held as long as one of them is
     */
    record Old(String id, List<String> items) {}

    /**
     * A stretch of the walk.
     *
     * @param next where to go on; null at the end
     */
    record Page(List<Old> old, @Nullable String next) {}

    /** The beginning of the walk. */
    String start();

    /** What is older than a moment, from a place of the walk on. */
    Page page(Handle handle, Instant moment, String from);

    /** Erases it, in an open act; answers with files to be deleted once that is done. */
    List<String> erase(Act act, Old old, String day);
}
