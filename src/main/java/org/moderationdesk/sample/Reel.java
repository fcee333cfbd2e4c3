package org.moderationdesk.sample;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.decode.Encoder;
import org.moderationdesk.media.decode.Frame;

/** A scene in motion, frame by frame. */
final class Reel implements Encoder.Frames {
    private static final long SECOND = 1_000_000;

    private final Scene scene;
    private final int[] still;
    private final BufferedImage image;
    private final int[] pixels;
    private final long[] times;
    private int next;

    /** @param times when each frame is shown and when the last one ends, in microseconds */
    Reel(Scene scene, int width, int height, long[] times) {
        this.scene = scene;
        this.times = times.clone();
        this.image = scene.paint(width, height, scene.ordinal());
        this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        this.still = pixels.clone();
    }

    static long[] evenly(int framesPerSecond, int frames) {
        long[] times = new long[frames + 1];
        for (int i = 0; i <= frames; i++) {
            times[i] = i * SECOND / framesPerSecond;
        }
        return times;
    }

    @Override
    public @Nullable Frame next() {
        int last = times.length - 1;
        if (next == last) {
            return null;
        }
        System.arraycopy(still, 0, pixels, 0, still.length);
        Graphics2D on = image.createGraphics();
        try {
            on.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            double turn = (double) times[next] / times[last];
            Motion.draw(scene, on, image.getWidth(), image.getHeight(), turn);
        } finally {
            on.dispose();
        }
        return new Frame(times[next++], image.getWidth(), image.getHeight(), pixels);
    }
}
