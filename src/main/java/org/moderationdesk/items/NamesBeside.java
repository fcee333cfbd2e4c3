package org.moderationdesk.items;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** What lies beside items and accounts, may hold somebody's names, and lets go of them with the account's own facts. */
@FunctionalInterface
public interface NamesBeside {
    NamesBeside NOTHING = (_, _) -> {};

    /**
     * Takes the names out, in an open act.
     *
     * @param names handle, display name and id, as they were
     */
    void erase(Handle handle, List<String> names);
}
