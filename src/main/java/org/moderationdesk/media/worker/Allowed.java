package org.moderationdesk.media.worker;

import java.util.Arrays;
import java.util.Set;

/**
 * The forms that a worker reads. What is common on platforms and looked after in FFmpeg; nothing that names other files,
 * such as play lists, and nothing that draws, such as subtitles.
 */
final class Allowed {
    static final String CONTAINERS =
            "mov,matroska,avi,flv,mpegts,mpeg,mp3,aac,wav,flac,ogg,amr,caf,aiff,gif,apng,ivf,h264,hevc,m4v,"
                    + "png_pipe,jpeg_pipe,webp_pipe,bmp_pipe,tiff_pipe,mjpeg";

    static final String CODECS =
            "h264,hevc,vp8,vp9,av1,libdav1d,libaom-av1,mpeg4,mpeg2video,mpeg1video,h263,flv,theora,"
                    + "mjpeg,msmpeg4,prores,png,apng,gif,webp,bmp,tiff,"
                    + "aac,aac_latm,mp3,mp3float,opus,libopus,vorbis,flac,alac,ac3,eac3,amrnb,amrwb,libopencore_amrnb,"
                    + "libopencore_amrwb,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s32le,pcm_f32le,pcm_u8,pcm_mulaw,pcm_alaw,"
                    + "adpcm_ima_wav,adpcm_ms";

    /** Matches no protocol: what the file holds comes from memory, and nothing else is ever opened. */
    static final String PROTOCOLS = "none";

    private static final Set<String> CODEC_NAMES = Set.copyOf(Arrays.asList(CODECS.split(",")));
    private static final Set<String> CONTAINER_NAMES = Set.copyOf(Arrays.asList(CONTAINERS.split(",")));

    private Allowed() {}

    static boolean codec(String decoder) {
        return CODEC_NAMES.contains(decoder);
    }

    /** @param names of one container, between commas */
    static boolean container(String names) {
        return Arrays.stream(names.split(",")).anyMatch(CONTAINER_NAMES::contains);
    }
}
