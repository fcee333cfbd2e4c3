package org.moderationdesk.media.decode;

/** A size in pixels. */
public record Size(int width, int height) {
    public Size {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("not a size: " + width + " x " + height);
        }
    }

    /** The largest size of the same shape that lies within {@code most}; never larger than this one. */
    public Size within(Size most) {
        double shrink = Math.min(1, Math.min((double) most.width / width, (double) most.height / height));
        return new Size(
                Math.clamp(Math.round(width * shrink), 1, most.width),
                Math.clamp(Math.round(height * shrink), 1, most.height));
    }
}
