package org.moderationdesk.media.worker;

import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avfilter;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.global.swscale;

/** FFmpeg's libraries. */
final class Libraries {
    private Libraries() {}

    /** Loads all of them, and keeps them from printing what they find in a file. */
    static void load() {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        swresample.swresample_version();
        avcodec.avcodec_version();
        avformat.avformat_version();
        swscale.swscale_version();
        avfilter.avfilter_version();
    }
}
