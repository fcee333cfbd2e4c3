package org.moderationdesk.media.worker;

import java.time.Duration;
import org.moderationdesk.media.decode.MediaRefused;

/** How far a worker goes for one file. */
record Bounds(long mostPixels, int longestSide, Duration survey) {
    /** Refuses what a header claims. */
    void check(int width, int height) throws MediaRefused {
        if (width > longestSide || height > longestSide || (long) width * height > mostPixels) {
            throw MediaRefused.tooLarge(width, height);
        }
    }
}
