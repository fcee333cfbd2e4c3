package org.moderationdesk.media.decode;

/**
 * A still picture, scaled to what was asked for.
 *
 * @param full its size in the file, as it is held upright
 */
public record Still(Frame frame, Size full) {}
