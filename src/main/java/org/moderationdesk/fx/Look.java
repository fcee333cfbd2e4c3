package org.moderationdesk.fx;

/**
 * How the window looks.
 *
 * @param sizePercent size of the interface, 100 for 13-pixel text
 */
public record Look(boolean dark, int sizePercent) {
    public static final Look PLAIN = new Look(false, 100);
}
