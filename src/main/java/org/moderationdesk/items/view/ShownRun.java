package org.moderationdesk.items.view;

/**
 * A stretch of a text as it is shown.
 *
 * @param from first code point in the source
 * @param to code point after the last; equal to from for what the desk itself adds
 * @param shown the words on screen
 */
record ShownRun(Kind kind, int from, int to, String shown) {
    /** How it is shown. */
    enum Kind {
        /** As it is. */
        WORDS,
        /** As a box with the name of a character that cannot be seen. */
        BOX,
        /** As a box with the host that a link leads to; stands for nothing in the source. */
        HOST
    }
}
