package org.moderationdesk.practice;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a file is by its first bytes, which its name need not say; and where bytes that nobody sees or hears fit into it: at
 * its end, in a box, an element or a packet that readers of the form pass over, or before its beginning.
 */
enum FileForm {
    JPEG(List.of("jpg", "jpeg"), first -> first.begins(0, "\u00ff\u00d8\u00ff")),
    PNG(List.of("png"), first -> first.begins(0, "\u0089PNG")),
    GIF(List.of("gif"), first -> first.begins(0, "GIF8")),
    BMP(List.of("bmp"), first -> first.begins(0, "BM")),
    WEBP(List.of("webp"), first -> first.begins(0, "RIFF") && first.begins(8, "WEBP")),
    WAV(List.of("wav"), first -> first.begins(0, "RIFF") && first.begins(8, "WAVE")),
    MP4(List.of("mp4", "m4v", "m4a", "mov"), first -> first.begins(4, "ftyp")),
    MATROSKA(List.of("webm", "mkv"), first -> first.begins(0, "\u001a\u0045\u00df\u00a3")),
    OGG(List.of("ogg", "oga", "ogv", "opus"), first -> first.begins(0, "OggS")),
    FLAC(List.of("flac"), first -> first.begins(0, "fLaC")),
    MPEG_TS(List.of("ts"), first -> first.begins(0, "G") && first.begins(188, "G")),
    MP3(List.of("mp3"), first -> first.begins(0, "ID3") || first.begins(0, "\u00ff\u00fb"));

    /** So many of a file's first bytes say what it is. */
    static final int FIRST_BYTES = 256;

    private static final int PACKET_BYTES = 188;

    private final List<String> endings;
    private final Predicate<First> known;

    FileForm(List<String> endings, Predicate<First> known) {
        this.endings = endings;
        this.known = known;
    }

    /** @param first a file's first bytes, fewer than {@link #FIRST_BYTES} where it has no more; empty for another form */
    static Optional<FileForm> of(byte[] first) {
        var looked = new First(first);
        return Arrays.stream(values()).filter(form -> form.known.test(looked)).findFirst();
    }

    /**
     * The ending of a file's name.
     *
     * @param named what its name ends with, kept where it is one of this form; may be empty
     */
    String ending(String named, @Nullable String mime, byte[] first) {
        if (endings.contains(named)) {
            return named;
        }
        boolean sound = mime != null && mime.startsWith("audio/");
        return switch (this) {
            case MP4 -> sound ? "m4a" : new First(first).begins(8, "qt") ? "mov" : "mp4";
            case MATROSKA -> new First(first).holds("webm") ? "webm" : "mkv";
            default -> endings.getFirst();
        };
    }

    /** What stands before the file. */
    byte[] before(byte[] salt) {
        return this == MP3 ? tag(salt) : new byte[0];
    }

    /** What stands after the file. */
    byte[] after(byte[] salt) {
        return switch (this) {
            case MATROSKA -> voidElement(salt);
            case MPEG_TS -> packet(salt);
            case MP3 -> new byte[0];
            default -> box(salt);
        };
    }

    /** A box called free, which is no part of a film; to forms that end where they say, as good as anything. */
    private static byte[] box(byte[] salt) {
        return ByteBuffer.allocate(8 + salt.length)
                .putInt(8 + salt.length)
                .put(letters("free"))
                .put(salt)
                .array();
    }

    private static byte[] voidElement(byte[] salt) {
        return ByteBuffer.allocate(2 + salt.length)
                .put((byte) 0xEC)
                .put((byte) (0x80 | salt.length))
                .put(salt)
                .array();
    }

    /** Of the stream that is none. */
    private static byte[] packet(byte[] salt) {
        byte[] packet = new byte[PACKET_BYTES];
        Arrays.fill(packet, (byte) 0xFF);
        return ByteBuffer.wrap(packet)
                .put((byte) 0x47)
                .put((byte) 0x1F)
                .put((byte) 0xFF)
                .put((byte) 0x10)
                .put(salt)
                .array();
    }

    /** A tag with a frame that is whoever's made it. */
    private static byte[] tag(byte[] salt) {
        int frame = 2 + salt.length;
        return ByteBuffer.allocate(20 + frame)
                .put(letters("ID3"))
                .put(new byte[] {4, 0, 0, 0, 0, 0, (byte) (10 + frame)})
                .put(letters("PRIV"))
                .put(new byte[] {0, 0, 0, (byte) frame, 0, 0})
                .put(letters("x"))
                .put((byte) 0)
                .put(salt)
                .array();
    }

    private static byte[] letters(String word) {
        return word.getBytes(StandardCharsets.ISO_8859_1);
    }

    private record First(byte[] bytes) {
        boolean begins(int at, String letters) {
            byte[] wanted = FileForm.letters(letters);
            return bytes.length >= at + wanted.length
                    && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
        }

        boolean holds(String word) {
            return new String(bytes, StandardCharsets.ISO_8859_1).contains(word);
        }
    }
}
