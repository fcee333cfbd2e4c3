package org.moderationdesk.media.decode;

import java.util.List;
import org.moderationdesk.media.FileMetadata;

/** What a worker answered, once it was looked at for being possible at all. */
sealed interface Answer {
    record Facts(ClipFacts facts) implements Answer {}

    record Picture(Still still) implements Answer {}

    record Piece(Sound sound) implements Answer {}

    record Times(List<Long> micros) implements Answer {}

    record Loudness(Waveform waveform) implements Answer {}

    record Metadata(FileMetadata metadata) implements Answer {}

    /** Nothing more comes of the frames, or of the sound. */
    record Ended(boolean sound) implements Answer {}

    record Done() implements Answer {}

    record Refused(MediaRefused why) implements Answer {}
}
