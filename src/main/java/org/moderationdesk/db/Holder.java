package org.moderationdesk.db;

import java.time.Instant;

/**
 * The process that has a store open.
 *
 * @param user the computer's user who started it
 * @param since when it opened the store
 */
public record Holder(long process, String user, String host, Instant since) {}
