package org.moderationdesk.log;

import org.jspecify.annotations.Nullable;

/**
 * What an entry tells of one row, as its body says it.
 *
 * @param digest 64 hexadecimal digits; null when the row is gone
 * @param was the entry that told of the row before; 0 when the row is new
 */
record Told(String table, String key, byte @Nullable [] digest, long was) {}
