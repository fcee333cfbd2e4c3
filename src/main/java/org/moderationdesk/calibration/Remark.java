package org.moderationdesk.calibration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said of a case once its answers lay side by side.
 *
 * @param seat of who said it; null for a lead who was not asked
 * @param words empty where they were erased
 */
public record Remark(String id, @Nullable Seat seat, Instant at, String words) {
    /** What a remark holds at most, in characters. */
    public static final int LONGEST = 500;
}
