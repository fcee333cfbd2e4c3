package org.moderationdesk.wellbeing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a person's day stands now, for the bar at the window's foot.
 *
 * @param used weighted time looked today
 * @param owed how much of a break must come before the next case; zero for none
 * @param rotatedUntil until when next cases are lighter by the team's rule; null while it does not apply
 * @param lighterNext whether they asked for a lighter next case
 * @param lifted who has lifted the wait at the whole budget for today, and why; null for nobody
 */
public record Standing(
        Duration used,
        Duration budget,
        Duration owed,
        @Nullable Instant rotatedUntil,
        boolean lighterNext,
        @Nullable GateLift lifted) {
    private static final double ATTENTION = 0.8;

    /** 1 for the whole budget; more beyond it. */
    public double share() {
        return (double) used.toMillis() / budget.toMillis();
    }

    /** Whether most of the budget is used. */
    public boolean isNearlyUsed() {
        return share() >= ATTENTION;
    }
}
