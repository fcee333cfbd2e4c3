package org.moderationdesk.media.worker;

import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** FFmpeg could not do what was asked. */
final class EncodingFailed extends Exception {
    private static final long serialVersionUID = 1;
    private static final int LONGEST = 128;

    EncodingFailed(String what) {
        super(what);
    }

    /** @return the code, where it is none of an error */
    static int check(String what, int code) throws EncodingFailed {
        if (code < 0) {
            try (var words = new BytePointer(LONGEST)) {
                int unknown = avutil.av_strerror(code, words, LONGEST);
                String why = unknown < 0
                        ? String.valueOf(code)
                        : words.limit(BytePointer.strlen(words)).getString();
                throw new EncodingFailed(what + ": " + why);
            }
        }
        return code;
    }
}
