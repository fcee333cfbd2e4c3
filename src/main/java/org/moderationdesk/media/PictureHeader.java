package org.moderationdesk.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The kind and size of a picture, from the first bytes of its file: no pixel is decoded. */
public record PictureHeader(Format format, int width, int height) {
    /** Most pixels that the desk decodes. */
    public static final long MOST_PIXELS = 64_000_000;

    /** Longest side that the desk decodes. */
    public static final int LONGEST_SIDE = 16_384;

    private static final Map<String, Format> BEGINNINGS =
            Map.of("89504e470d0a1a0a", Format.PNG, "ffd8ff", Format.JPEG, "47494638", Format.GIF, "424d", Format.BMP);

    /** The formats that the desk decodes. */
    public enum Format {
        PNG,
        JPEG,
        GIF,
        BMP
    }

    /** The format by the first bytes, whatever the file is called. */
    public static Optional<Format> format(byte[] file) {
        String first = HexFormat.of().formatHex(file, 0, Math.min(8, file.length));
        return BEGINNINGS.entrySet().stream()
                .filter(beginning -> first.startsWith(beginning.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /**
     * Looks at the header.
     *
     * @throws IOException where it cannot be read
     */
    static PictureHeader of(byte[] file, Format format) throws IOException {
        ImageReader reader = reader(format);
        try (ImageInputStream in = input(file)) {
            reader.setInput(in, true, true);
            return new PictureHeader(format, reader.getWidth(0), reader.getHeight(0));
        } finally {
            reader.dispose();
        }
    }

    public boolean isTooLarge() {
        return width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS;
    }

    static ImageReader reader(Format format) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
        if (!readers.hasNext()) {
            throw new IOException("no reader for " + format);
        }
        return readers.next();
    }

    /** In memory alone: ImageIO's own streams leave files behind. */
    static ImageInputStream input(byte[] file) {
        return new MemoryCacheImageInputStream(new ByteArrayInputStream(file));
    }
}
