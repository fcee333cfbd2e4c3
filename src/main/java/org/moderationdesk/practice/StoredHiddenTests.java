package org.moderationdesk.practice;

import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.decisions.HiddenTests;

/** Hidden tests as the store tells of them: to who trains, and to administrators that there is something to leave out. */
public final class StoredHiddenTests implements HiddenTests {
    @Override
    public Set<String> items(Handle handle) {
        return HiddenRows.leftOut(handle);
    }
}
