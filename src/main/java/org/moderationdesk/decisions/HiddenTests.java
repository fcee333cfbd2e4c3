package org.moderationdesk.decisions;

import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Items that lie among the others to test who decides them, and that count for nothing: no effect of what is decided on
 * them leaves the desk, and figures and exports leave them out. Which they are is known far above the rooms that ask.
 */
@FunctionalInterface
public interface HiddenTests {
    /** Where there are none. */
    HiddenTests NONE = _ -> Set.of();

    /** As far as who asks may know of them: on a shared store it tells a reviewer of none. */
    Set<String> items(Handle handle);
}
