package org.moderationdesk.media.decode;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How frames are to be encoded.
 *
 * @param width of the frames that are handed in, in pixels
 * @param encodedWidth of the frames in the file: larger or smaller than what is handed in
 * @param framesPerSecond about how many, for the encoder's planning; frames carry their own times
 * @param keyEvery every how many frames one stands by itself
 */
public record PictureOrder(
        Codec codec,
        int width,
        int height,
        int encodedWidth,
        int encodedHeight,
        int bitsPerSecond,
        double framesPerSecond,
        int keyEvery) {
    private static final int LONGEST_SIDE = 16_384;

    public PictureOrder {
        for (int side : new int[] {width, height, encodedWidth, encodedHeight}) {
            if (side < 2 || side > LONGEST_SIDE) {
                throw new IllegalArgumentException("a side of " + side + " pixels");
            }
        }
        if (bitsPerSecond <= 0 || framesPerSecond <= 0 || keyEvery <= 0) {
            throw new IllegalArgumentException("nothing to encode with");
        }
    }

    /** H.264 at this size, sparing. */
    public static PictureOrder h264(int width, int height, int framesPerSecond) {
        int bits = Math.max(120_000, width * height / 2);
        return new PictureOrder(Codec.H264, width, height, width, height, bits, framesPerSecond, framesPerSecond * 2);
    }

    /** By this codec. */
    public PictureOrder by(Codec other) {
        return new PictureOrder(
                other, width, height, encodedWidth, encodedHeight, bitsPerSecond, framesPerSecond, keyEvery);
    }

    /** Scaled to another size on the way. */
    public PictureOrder scaledTo(int otherWidth, int otherHeight) {
        return new PictureOrder(
                codec, width, height, otherWidth, otherHeight, bitsPerSecond, framesPerSecond, keyEvery);
    }

    /** Bytes of one frame as it is handed in. */
    public int frameBytes() {
        return Math.multiplyExact(Math.multiplyExact(width, height), Integer.BYTES);
    }

    /** Encoders of the LGPL build of FFmpeg. */
    public enum Codec {
        H264("libopenh264"),
        VP8("libvpx"),
        VP9("libvpx-vp9"),
        MPEG4("mpeg4"),
        MJPEG("mjpeg");

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
        out.writeInt(width);
        out.writeInt(height);
        out.writeInt(encodedWidth);
        out.writeInt(encodedHeight);
        out.writeInt(bitsPerSecond);
        out.writeDouble(framesPerSecond);
        out.writeInt(keyEvery);
    }

    /** Reads what the desk wrote. */
    public static PictureOrder read(DataInput in) throws IOException {
        return new PictureOrder(
                Codec.values()[in.readByte()],
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readDouble(),
                in.readInt());
    }
}
