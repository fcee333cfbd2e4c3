package org.moderationdesk.media;

import org.jspecify.annotations.Nullable;

/**
 * One uncovering of content, just ended.
 *
 * @param media index of the file in its item
 * @param millis for how long
 * @param span what of the file was shown meanwhile; null for a still
 */
public record Look(
        int media, LookForm form, long millis, @Nullable MediaSpan span) {
    public Look {
        if (media < 0 || millis < 0) {
            throw new IllegalArgumentException("not a look");
        }
    }
}
