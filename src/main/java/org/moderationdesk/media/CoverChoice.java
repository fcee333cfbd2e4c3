package org.moderationdesk.media;

import java.util.Objects;

/**
 * How content opens: always blurred, and the rest as chosen here.
 *
 * @param first the form in which it is seen when the cover is lifted; others can be chosen then. Colour under the cover
 *     is shown only where this is {@link LookForm#COLOUR}
 * @param blur radius of the blur in points at 100 % zoom
 * @param muted whether sound begins switched off
 */
public record CoverChoice(LookForm first, int blur, boolean muted) {
    public static final int LEAST_BLUR = 20;
    public static final int MOST_BLUR = 120;

    public CoverChoice {
        Objects.requireNonNull(first);
        if (!first.isPicture() || blur < LEAST_BLUR || blur > MOST_BLUR) {
            throw new IllegalArgumentException("no such cover");
        }
    }

    /** Blurred, grey and muted. */
    public static CoverChoice usual() {
        return new CoverChoice(LookForm.GREY, 40, true);
    }

    /** This one, with no less cover in anything than the floor says. */
    public CoverChoice over(CoverChoice floor) {
        LookForm least = first.compareTo(floor.first) > 0 ? floor.first : first;
        return new CoverChoice(least, Math.max(blur, floor.blur), muted || floor.muted);
    }

    /** Whether it covers no less, in anything, than the floor says. */
    public boolean holds(CoverChoice floor) {
        return equals(over(floor));
    }
}
