package org.moderationdesk.insights;

/**
 * A decision whose second review is over.
 *
 * @param decidedAt in milliseconds since 1970
 * @param overturned whether another decision took its place
 */
public record Checked(long decidedAt, boolean overturned) {}
