package org.moderationdesk.queue;

import java.time.Instant;

/**
 * A case that somebody gave to this person.
 *
 * @param from who gave it
 * @param note in their words; empty once it has been erased
 */
public record HandOver(String from, Instant at, String note) {}
