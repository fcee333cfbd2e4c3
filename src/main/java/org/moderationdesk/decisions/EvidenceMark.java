package org.moderationdesk.decisions;

import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.ClauseCode;

/** Where in the item a clause is seen to be broken; always tied to its clause. */
public sealed interface EvidenceMark {
    ClauseCode clause();

    @Nullable
    String note();

    /**
     * A span of time, a box, or both, in a media file of the item.
     *
     * @param media index of the file
     * @param fromMs start in milliseconds; null for the whole
     */
    record InMedia(
            ClauseCode clause,
            int media,
            @Nullable Long fromMs,
            @Nullable Long toMs,
            @Nullable Box box,
            @Nullable String note)
            implements EvidenceMark {}

    /**
     * A span of text.
     *
     * @param index which transcript line, on-screen text or thread comment; 0 for TEXT and BIO
     * @param from first code point
     * @param to code point after the last
     */
    record InText(
            ClauseCode clause,
            Place in,
            int index,
            int from,
            int to,
            @Nullable String note) implements EvidenceMark {}

    /** A box as fractions of the frame, from its left upper corner. */
    record Box(double x, double y, double w, double h) {}

    /** Which text of the item. */
    enum Place {
        TEXT,
        BIO,
        TRANSCRIPT,
        ON_SCREEN,
        THREAD
    }
}
