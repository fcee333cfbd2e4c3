package org.moderationdesk.practice;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file is by its first bytes, which its name need not say; and where bytes that nobody sees or hears fit into it: at
 * its end, in a box, an element or a packet that readers of the form pass over, or at its beginning.
 */
enum FileForm {
    JPEG("jpg jpeg"),
    PNG("png"),
    GIF("gif"),
    BMP("bmp"),
    WEBP("webp"),
    WAV("wav"),
    MP4("mp4 m4v m4a mov"),
    MATROSKA("webm mkv"),
    OGG("ogg oga ogv opus"),
    FLAC("flac"),
    MPEG_TS("ts"),
    MP3("mp3");

    /** So many of a file's first bytes say what it is. */
    static final int FIRST_BYTES = 256;

    private static final int PACKET_BYTES = 188;

    /** Its name, and the block that has to be the first. */
    private static final int FLAC_HEAD = 42;

    private static final int LAST_BLOCK = 0x80;
    private static final int APPLICATION_BLOCK = 2;

    private final String endings;

    /** @param endings of such files' names, the usual one first */
    FileForm(String endings) {
        this.endings = endings;
    }

    /** @param first a file's first bytes, fewer than {@link #FIRST_BYTES} where it has no more; empty for another form */
    static Optional<FileForm> of(byte[] first) {
        var looked = new First(first);
        return Arrays.stream(values()).filter(form -> form.isBegunBy(looked)).findFirst();
    }

    private boolean isBegunBy(First first) {
        return switch (this) {
            case JPEG -> first.begins(0, "\u00ff\u00d8\u00ff");
            case PNG -> first.begins(0, "\u0089PNG");
            case GIF -> first.begins(0, "GIF8");
            case BMP -> first.begins(0, "BM");
            case WEBP -> first.begins(0, "RIFF") && first.begins(8, "WEBP");
            case WAV -> first.begins(0, "RIFF") && first.begins(8, "WAVE");
            case MP4 -> first.begins(4, "ftyp");
            case MATROSKA -> first.begins(0, "\u001a\u0045\u00df\u00a3");
            case OGG -> first.begins(0, "OggS");
            case FLAC -> first.begins(0, "fLaC\0\0\0\"") || first.begins(0, "fLaC\u0080\0\0\"");
            case MPEG_TS -> first.begins(0, "G") && first.begins(188, "G");
            case MP3 -> first.begins(0, "ID3") || first.begins(0, "\u00ff\u00fb");
        };
    }

    private List<String> endings() {
        return List.of(endings.split(" "));
    }

    /**
     * The ending of a file's name.
     *
     * @param named what its name ends with, kept where it is one of this form; may be empty
     */
    String ending(String named, @Nullable String mime, byte[] first) {
        if (endings().contains(named)) {
            return named;
        }
        boolean sound = mime != null && mime.startsWith("audio/");
        return switch (this) {
            case MP4 -> sound ? "m4a" : new First(first).begins(8, "qt") ? "mov" : "mp4";
            case MATROSKA -> new First(first).holds("webm") ? "webm" : "mkv";
            default -> endings().getFirst();
        };
    }

    /** So many bytes of the file stand before what is put in at its beginning. */
    int headBytes() {
        return this == FLAC ? FLAC_HEAD : 0;
    }

    /**
     * What the file begins with.
     *
     * @param head its first {@link #headBytes}, which this replaces
     */
    byte[] before(byte[] head, byte[] salt) {
        return switch (this) {
            case MP3 -> tag(salt);
            case FLAC -> withBlock(head, salt);
            default -> new byte[0];
        };
    }

    /** What stands after the file. */
    byte[] after(byte[] salt) {
        return switch (this) {
            case MATROSKA -> voidElement(salt);
            case MPEG_TS -> packet(salt);
            case MP3, FLAC -> new byte[0];
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

    /** A block of an application that nobody knows; it is the last one where that before it was. */
    private static byte[] withBlock(byte[] head, byte[] salt) {
        byte[] first = head.clone();
        int last = first[4] & LAST_BLOCK;
        first[4] = (byte) (first[4] & ~LAST_BLOCK);
        return ByteBuffer.allocate(first.length + 4 + salt.length)
                .put(first)
                .putInt((last | APPLICATION_BLOCK) << 24 | salt.length)
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
