package org.moderationdesk.guidelines;

import java.time.Instant;

/**
 * The edition in force at a store, by its name.
 *
 * @param from {@link Instant#EPOCH} for the one that came with the desk
 */
public record EditionNow(String name, Instant from) {}
