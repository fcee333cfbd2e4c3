package org.moderationdesk.media.view;

/**
 * Something marked on the time line.
 *
 * @param name as the flag says it, such as E1
 * @param open whether its end is still to come
 */
public record TimeFlag(String name, TimeSpan span, boolean open) {}
