package org.moderationdesk.quality;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a second review made of one decision, for who resolves differences. Whose the second answer is, it does not tell.
 *
 * @param state never {@link QualityState#NOT_SAMPLED}
 * @param fields in which the two differ, by the names that the log gives them; empty until they have been compared
 * @param ruling what was made of the difference; null while nothing was
 */
public record QualityCard(
        String reviewId,
        QualityState state,
        List<String> fields,
        @Nullable Ruling ruling) {
    public QualityCard {
        fields = List.copyOf(fields);
    }

    /** By whom it was resolved, and when. */
    public record Ruling(String by, Instant at) {}

    /** Whether the two answers can be seen side by side. */
    public boolean hasDifference() {
        return switch (state) {
            case DIFFERS, KEPT, OVERTURNED, CALIBRATION -> true;
            case NOT_SAMPLED, WAITING, AGREED -> false;
        };
    }

    /** Whether something has been made of the difference, that stands. */
    public boolean isResolved() {
        return state == QualityState.KEPT || state == QualityState.OVERTURNED;
    }
}
