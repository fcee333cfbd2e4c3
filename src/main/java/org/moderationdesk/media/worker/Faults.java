package org.moderationdesk.media.worker;

import org.bytedeco.ffmpeg.global.avutil;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.MediaRefused.Reason;

/** What FFmpeg's error numbers come to. */
final class Faults {
    private Faults() {}

    /** Hands on what is no error. */
    static int check(int result) throws MediaRefused {
        if (result < 0) {
            throw new MediaRefused(reason(result));
        }
        return result;
    }

    static Reason reason(int error) {
        return error == avutil.AVERROR_ENOMEM() ? Reason.TOO_MUCH_MEMORY : Reason.BROKEN;
    }

    static boolean isWaiting(int result) {
        return result == avutil.AVERROR_EAGAIN();
    }

    static boolean isEnd(int result) {
        return result == avutil.AVERROR_EOF;
    }
}
