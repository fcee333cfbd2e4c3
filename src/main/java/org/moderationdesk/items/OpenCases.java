package org.moderationdesk.items;

import java.util.Collection;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Which items have an open case: the items' own view of what the queue knows. */
@FunctionalInterface
public interface OpenCases {
    /** The number of the open case of each of these items that has one. */
    Map<String, Long> of(Handle handle, Collection<String> itemIds);
}
