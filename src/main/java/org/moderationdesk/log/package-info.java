/** The append-only event log: entries chained by hash, and the proof that the tables say what the entries say. */
@NullMarked
package org.moderationdesk.log;

import org.jspecify.annotations.NullMarked;
