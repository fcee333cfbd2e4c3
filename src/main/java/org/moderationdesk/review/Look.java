package org.moderationdesk.review;

/**
 * One uncovering of content, just ended.
 *
 * @param media index of the item's media file
 * @param form how it was uncovered, a constant of the screen that uncovers, such as REVEALED
 * @param millis for how long
 */
public record Look(int media, String form, long millis) {
    public Look {
        if (form.isEmpty() || form.length() > 20 || millis < 0) {
            throw new IllegalArgumentException("not a look");
        }
    }
}
