package org.moderationdesk.audit;

import java.io.Closeable;
import java.util.Map;

/** Writes one row after another. */
interface RowWriter extends Closeable {
    void row(Map<String, ?> row);

    /** How many so far. */
    long rows();
}
