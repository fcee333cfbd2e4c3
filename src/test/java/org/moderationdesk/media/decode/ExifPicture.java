package org.moderationdesk.media.decode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures of one colour whose EXIF says what a test wants, and sounds with tags, written byte by byte. */
public final class ExifPicture {
    private static final int ASCII = 2;
    private static final int ENTRY = 12;

    private ExifPicture() {}

    /** A tag of EXIF and its text. */
    public record Tag(int number, String text) {
        public static Tag make(String text) {
            return new Tag(0x010F, text);
        }

        public static Tag model(String text) {
            return new Tag(0x0110, text);
        }

        public static Tag description(String text) {
            return new Tag(0x010E, text);
        }
    }

    /** A JPEG with these, in the order of their numbers. */
    public static byte[] jpeg(Tag... tags) {
        byte[] picture = plain();
        byte[] exif = exif(List.of(tags));
        ByteBuffer whole = ByteBuffer.allocate(picture.length + 4 + exif.length);
        whole.put(picture, 0, 2);
        whole.putShort((short) 0xFFE1).putShort((short) (exif.length + 2)).put(exif);
        whole.put(picture, 2, picture.length - 2);
        return whole.array();
    }

    /** A JPEG that says nothing of itself. */
    public static byte[] plain() {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(32, 24, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A second of silence with a title. */
    public static byte[] wave(String title) {
        byte[] text = (title + "\0").getBytes(StandardCharsets.UTF_8);
        int padded = text.length + text.length % 2;
        int samples = 8_000 * 2;
        int list = 4 + 8 + padded;
        ByteBuffer wave = ByteBuffer.allocate(12 + 24 + 8 + list + 8 + samples).order(ByteOrder.LITTLE_ENDIAN);
        wave.put(ascii("RIFF")).putInt(wave.capacity() - 8).put(ascii("WAVE"));
        wave.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        wave.putInt(8_000).putInt(16_000).putShort((short) 2).putShort((short) 16);
        wave.put(ascii("LIST")).putInt(list).put(ascii("INFO"));
        wave.put(ascii("INAM")).putInt(text.length).put(text);
        wave.position(wave.position() + padded - text.length);
        wave.put(ascii("data")).putInt(samples);
        return wave.array();
    }

    private static byte[] exif(List<Tag> tags) {
        List<byte[]> texts = new ArrayList<>();
        for (Tag tag : tags) {
            texts.add((tag.text() + "\0").getBytes(StandardCharsets.UTF_8));
        }
        int length = texts.stream().mapToInt(text -> text.length).sum();
        int directory = 8 + 2 + tags.size() * ENTRY + 4;
        ByteBuffer exif = ByteBuffer.allocate(6 + directory + length + 8).order(ByteOrder.LITTLE_ENDIAN);
        exif.put(ascii("Exif")).putShort((short) 0);
        exif.put(ascii("II")).putShort((short) 42).putInt(8);
        exif.putShort((short) tags.size());
        int at = directory;
        for (int i = 0; i < tags.size(); i++) {
            byte[] text = texts.get(i);
            exif.putShort((short) tags.get(i).number()).putShort((short) ASCII).putInt(text.length);
            if (text.length <= 4) {
                exif.put(java.util.Arrays.copyOf(text, 4));
            } else {
                exif.putInt(at);
                at += text.length;
            }
        }
        exif.putInt(0);
        texts.stream().filter(text -> text.length > 4).forEach(exif::put);
        return exif.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
