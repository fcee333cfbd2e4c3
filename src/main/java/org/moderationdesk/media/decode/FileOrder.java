package org.moderationdesk.media.decode;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a media file is put together from: tracks that were encoded before, each as often as it takes.
 *
 * @param title in its metadata; two files that differ in nothing else still differ in their bytes
 * @param rotation clockwise degrees by which a player turns the picture: 0, 90, 180 or 270
 * @param picture one after another; empty for no picture. Each begins at the first frame of its track
 * @param sound one after another; empty for no sound. A track goes on where it stopped before; FLAC plays once
 */
public record FileOrder(Container container, String title, int rotation, List<Part> picture, List<Part> sound) {
    private static final int MOST_PARTS = 10_000;

    public FileOrder {
        picture = List.copyOf(picture);
        sound = List.copyOf(sound);
        if (picture.isEmpty() && sound.isEmpty()) {
            throw new IllegalArgumentException("a file of nothing");
        }
    }

    /**
     * A stretch of the file.
     *
     * @param track as the encoder answered; it begins again when it ends
     * @param micros how long the stretch is
     */
    public record Part(int track, long micros) {
        public Part {
            if (micros <= 0) {
                throw new IllegalArgumentException("a part of no length");
            }
        }
    }

    /** Kinds of files. */
    public enum Container {
        MP4("mp4"),
        /** MP4 in fragments: its beginning can be played while its end is still to come. */
        GROWING_MP4("mp4"),
        MOV("mov"),
        WEBM("webm"),
        MATROSKA("matroska"),
        MPEG_TS("mpegts"),
        OGG("ogg"),
        FLAC("flac"),
        WAV("wav");

        private final String format;

        Container(String format) {
            this.format = format;
        }

        /** Whether it can say that the sound's first samples are none: without that they are left out. */
        public boolean saysLeadIn() {
            return this != GROWING_MP4 && this != MPEG_TS;
        }

        /** As FFmpeg names it. */
        public String format() {
            return format;
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(container.ordinal());
        out.writeUTF(title);
        out.writeInt(rotation);
        write(out, picture);
        write(out, sound);
    }

    /** Reads what the desk wrote. */
    public static FileOrder read(DataInput in) throws IOException {
        return new FileOrder(
                Container.values()[in.readByte()], in.readUTF(), in.readInt(), readParts(in), readParts(in));
    }

    private static void write(DataOutput out, List<Part> parts) throws IOException {
        out.writeInt(parts.size());
        for (Part part : parts) {
            out.writeInt(part.track());
            out.writeLong(part.micros());
        }
    }

    private static List<Part> readParts(DataInput in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST_PARTS) {
            throw new IOException(count + " parts");
        }
        List<Part> parts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            parts.add(new Part(in.readInt(), in.readLong()));
        }
        return parts;
    }
}
