package org.moderationdesk.media.decode;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How samples are to be encoded.
 *
 * @param rate samples a second of each channel
 * @param channels 1 or 2, interleaved
 */
public record SoundOrder(Codec codec, int rate, int channels, int bitsPerSecond) {
    public SoundOrder {
        if (rate < 8_000 || rate > 192_000 || channels < 1 || channels > 2 || bitsPerSecond <= 0) {
            throw new IllegalArgumentException("not a sound");
        }
    }

    /** Encoders of the LGPL build of FFmpeg. */
    public enum Codec {
        AAC("aac"),
        OPUS("libopus"),
        FLAC("flac"),
        PCM("pcm_s16le");

        private final String encoder;

        Codec(String encoder) {
            this.encoder = encoder;
        }

        /** As FFmpeg names it. */
        public String encoder() {
            return encoder;
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(codec.ordinal());
        out.writeInt(rate);
        out.writeInt(channels);
        out.writeInt(bitsPerSecond);
    }

    /** Reads what the desk wrote. */
    public static SoundOrder read(DataInput in) throws IOException {
        return new SoundOrder(Codec.values()[in.readByte()], in.readInt(), in.readInt(), in.readInt());
    }
}
