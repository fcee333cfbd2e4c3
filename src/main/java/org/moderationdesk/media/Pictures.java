package org.moderationdesk.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes pictures of strangers: first looks at what the header claims, then decodes the first frame, thinned out to
 * what the view can show. Slow: not for the JavaFX thread. Safe for any other thread.
 */
public final class Pictures {
    /** Longest file that is looked at, in bytes. */
    public static final int MOST_BYTES = 64_000_000;

    private Pictures() {}

    /**
     * Decodes the picture no larger than it takes to fill a view.
     *
     * @param mostWidth of the view, in pixels
     * @param mostHeight of the view, in pixels
     */
    public static Picture decode(byte[] file, int mostWidth, int mostHeight) {
        Optional<PictureHeader.Format> format = PictureHeader.format(file);
        if (format.isEmpty()) {
            return new Picture.UnknownFormat();
        }
        try {
            PictureHeader header = PictureHeader.of(file, format.get());
            if (header.isTooLarge() || file.length > MOST_BYTES) {
                return new Picture.TooLarge(header.width(), header.height());
            }
            return pixels(file, header, step(header, mostWidth, mostHeight));
        } catch (IOException | RuntimeException unreadable) {
            // The readers of the JDK answer broken files with many a kind of unchecked exception.
            return new Picture.Broken();
        }
    }

    /** Every how many pixels one is taken: as many as leave the view filled. */
    private static int step(PictureHeader header, int mostWidth, int mostHeight) {
        double ratio = Math.max(
                (double) header.width() / Math.max(1, mostWidth), (double) header.height() / Math.max(1, mostHeight));
        return Math.max(1, (int) Math.ceil(ratio));
    }

    private static Picture pixels(byte[] file, PictureHeader header, int step) throws IOException {
        ImageReader reader = PictureHeader.reader(header.format());
        try (ImageInputStream in = PictureHeader.input(file)) {
            reader.setInput(in, true, true);
            ImageReadParam thinned = reader.getDefaultReadParam();
            thinned.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, thinned);
            int width = image.getWidth();
            int height = image.getHeight();
            int[] argb = image.getRGB(0, 0, width, height, null, 0, width);
            return new Picture.Pixels(width, height, argb, header.width(), header.height());
        } finally {
            reader.dispose();
        }
    }
}
