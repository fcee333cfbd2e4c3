package org.moderationdesk.items.view;

/**
 * One uncovering of a media file, as it is recorded.
 *
 * @param media index of the file in the item
 * @param millis how long it was uncovered, in milliseconds
 */
public record Look(int media, Form form, long millis) {
    /** In which form it was seen. */
    public enum Form {
        GREY,
        COLOUR
    }
}
