package org.moderationdesk.media.view;

/**
 * What is made of the points of a picture before it is shown. Colours are 0xAARRGGBB, row by row. All of it is plain
 * arithmetic: any thread.
 */
final class Pixels {
    private static final int OPAQUE = 0xFF000000;
    /** Longest side of the drawing of edges. */
    private static final int DRAWING = 640;
    /** Longest side of the small picture. */
    private static final int SMALL = 96;
    /** Longest side of what a covered picture is made of: nothing finer than this is kept of it. */
    private static final int COVERED = 64;
    /** The stage that the strength of the blur is told for, in points. */
    private static final double STAGE = 400;
    /** Below this an edge is taken for noise; above the other it is drawn in full. */
    private static final int FAINT = 28;

    private static final int STRONG = 120;
    private static final int INK = 0x6E7781;

    private Pixels() {}

    /** Points in a rectangle. */
    record Raster(int width, int height, int[] argb) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** The same without colour. */
    static Raster grey(Raster of) {
        int[] out = new int[of.argb().length];
        for (int i = 0; i < out.length; i++) {
            int light = light(of.argb()[i]);
            out[i] = (of.argb()[i] & OPAQUE) | (light << 16) | (light << 8) | light;
        }
        return new Raster(of.width(), of.height(), out);
    }

    /** A picture of at most {@value #SMALL} points a side, without colour. */
    static Raster smallGrey(Raster of) {
        return grey(shrunk(of, SMALL));
    }

    /**
     * The covered picture: so small and so blurred that nothing can be made out, to be shown as large as the whole.
     *
     * @param strength radius of the blur in points, on a stage of 400
     */
    static Raster covered(Raster of, int strength, boolean withoutColour) {
        Raster small = shrunk(of, COVERED);
        // Three passes of a box come close to a Gaussian of half the radius, as JavaFX means it.
        double sigma = strength / 2.0 * Math.max(small.width(), small.height()) / STAGE;
        int reach = Math.max(1, (int) Math.round((Math.sqrt(4 * sigma * sigma + 1) - 1) / 2));
        int[] points = small.argb();
        for (int pass = 0; pass < 3; pass++) {
            points = boxed(points, small.width(), small.height(), reach, 1, small.width());
            points = boxed(points, small.height(), small.width(), reach, small.width(), 1);
        }
        var blurred = new Raster(small.width(), small.height(), points);
        return withoutColour ? grey(blurred) : blurred;
    }

    /** A drawing of the edges, in one ink on nothing. */
    static Raster outline(Raster of) {
        Raster from = shrunk(of, DRAWING);
        int width = from.width();
        int height = from.height();
        int[] light = new int[width * height];
        for (int i = 0; i < light.length; i++) {
            light[i] = light(from.argb()[i]);
        }
        int[] out = new int[light.length];
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                int across = light[at - width + 1]
                        + 2 * light[at + 1]
                        + light[at + width + 1]
                        - light[at - width - 1]
                        - 2 * light[at - 1]
                        - light[at + width - 1];
                int down = light[at + width - 1]
                        + 2 * light[at + width]
                        + light[at + width + 1]
                        - light[at - width - 1]
                        - 2 * light[at - width]
                        - light[at - width + 1];
                int edge = (Math.abs(across) + Math.abs(down)) / 4;
                int ink = Math.clamp((edge - FAINT) * 255L / (STRONG - FAINT), 0, 255);
                out[at] = (ink << 24) | INK;
            }
        }
        return new Raster(width, height, out);
    }

    /** Made smaller by averaging, so that no side is longer than this; never larger. */
    static Raster shrunk(Raster of, int longest) {
        double scale = Math.min(1, (double) longest / Math.max(of.width(), of.height()));
        int width = Math.max(1, (int) Math.round(of.width() * scale));
        int height = Math.max(1, (int) Math.round(of.height() * scale));
        if (width == of.width() && height == of.height()) {
            return of;
        }
        int[] out = new int[width * height];
        for (int y = 0; y < height; y++) {
            int top = (int) ((long) y * of.height() / height);
            int bottom = Math.max(top + 1, (int) ((long) (y + 1) * of.height() / height));
            for (int x = 0; x < width; x++) {
                int left = (int) ((long) x * of.width() / width);
                int right = Math.max(left + 1, (int) ((long) (x + 1) * of.width() / width));
                out[y * width + x] = average(of, left, top, right, bottom);
            }
        }
        return new Raster(width, height, out);
    }

    private static int average(Raster of, int left, int top, int right, int bottom) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int point = of.argb()[y * of.width() + x];
                red += (point >> 16) & 0xFF;
                green += (point >> 8) & 0xFF;
                blue += point & 0xFF;
            }
        }
        long count = (long) (right - left) * (bottom - top);
        return OPAQUE | (int) (red / count) << 16 | (int) (green / count) << 8 | (int) (blue / count);
    }

    /** One pass of averaging over the neighbours along lines; beyond the ends the last point goes on. */
    private static int[] boxed(int[] in, int length, int lines, int reach, int step, int lineStep) {
        int[] out = new int[in.length];
        int window = 2 * reach + 1;
        for (int line = 0; line < lines; line++) {
            int start = line * lineStep;
            for (int i = 0; i < length; i++) {
                int red = 0;
                int green = 0;
                int blue = 0;
                for (int k = i - reach; k <= i + reach; k++) {
                    int point = in[start + Math.clamp(k, 0, length - 1) * step];
                    red += (point >> 16) & 0xFF;
                    green += (point >> 8) & 0xFF;
                    blue += point & 0xFF;
                }
                out[start + i * step] = OPAQUE | (red / window) << 16 | (green / window) << 8 | (blue / window);
            }
        }
        return out;
    }

    private static int light(int argb) {
        return (((argb >> 16) & 0xFF) * 299 + ((argb >> 8) & 0xFF) * 587 + (argb & 0xFF) * 114) / 1000;
    }
}
