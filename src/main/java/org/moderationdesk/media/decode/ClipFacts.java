package org.moderationdesk.media.decode;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a clip once it is open.
 *
 * @param picture whether it has moving pictures that can be decoded
 * @param sound whether it has sound that can be decoded
 * @param width as shown, after rotation; 0 without a picture
 * @param height as shown, after rotation; 0 without a picture
 * @param rotation degrees clockwise that the frames are turned by: 0, 90, 180 or 270. It is applied already.
 * @param framesPerSecond on average
 * @param variableRate whether the frames lie unevenly
 * @param container short name, such as {@code mov}
 */
public record ClipFacts(
        boolean picture,
        boolean sound,
        int width,
        int height,
        int rotation,
        @Nullable Long durationMicros,
        @Nullable Double framesPerSecond,
        boolean variableRate,
        List<Missing> missing,
        String container,
        @Nullable String pictureCodec,
        @Nullable String soundCodec) {
    public ClipFacts {
        missing = List.copyOf(missing);
    }
}
