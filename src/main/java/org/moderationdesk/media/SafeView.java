package org.moderationdesk.media;

import java.util.Objects;

/** How content of each severity opens: what one person likes, or the floor under that. */
public record SafeView(CoverChoice low, CoverChoice medium, CoverChoice high, CoverChoice critical) {
    public SafeView {
        Objects.requireNonNull(low);
        Objects.requireNonNull(medium);
        Objects.requireNonNull(high);
        Objects.requireNonNull(critical);
    }

    /** What a person has who has chosen nothing: the graver, the less is seen first. */
    public static SafeView defaults() {
        return new SafeView(
                CoverChoice.usual(),
                CoverChoice.usual(),
                new CoverChoice(LookForm.LOUPE, 40, true),
                new CoverChoice(LookForm.OUTLINE, 64, true));
    }

    /** The floor where the organisation has set none. */
    public static SafeView usualFloor() {
        CoverChoice usual = CoverChoice.usual();
        return new SafeView(usual, usual, usual, usual);
    }

    /** This one, with no less cover anywhere than the floor says. */
    public SafeView over(SafeView floor) {
        return new SafeView(
                low.over(floor.low), medium.over(floor.medium), high.over(floor.high), critical.over(floor.critical));
    }
}
