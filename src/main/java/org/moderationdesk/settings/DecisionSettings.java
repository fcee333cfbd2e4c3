package org.moderationdesk.settings;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How decisions work out (decision-rules: defaults).
 *
 * @param undoSeconds from decision to release of its effects
 * @param strikeDays after which a strike expires
 * @param strikes what each further active strike recommends, from the first on; the last holds for all beyond it
 * @param specialistQueues queues that a case can be escalated to
 */
public record DecisionSettings(
        int undoSeconds, int strikeDays, List<StrikeStep> strikes, List<String> specialistQueues) {
    public DecisionSettings {
        if (undoSeconds < 0 || strikeDays < 1 || strikes.isEmpty() || specialistQueues.isEmpty()) {
            throw new IllegalArgumentException("decision settings out of range");
        }
        strikes = List.copyOf(strikes);
        specialistQueues = List.copyOf(specialistQueues);
    }

    public static DecisionSettings defaults() {
        return new DecisionSettings(
                30,
                180,
                List.of(
                        new StrikeStep("STRIKE", 0),
                        new StrikeStep("STRIKE", 0),
                        new StrikeStep("SUSPEND", 7),
                        new StrikeStep("BAN", 0)),
                List.of("child-safety", "legal", "policy", "threats-to-life"));
    }

    public Duration undoWindow() {
        return Duration.ofSeconds(undoSeconds);
    }

    /**
     * One step of the strike table.
     *
     * @param measure an account measure by its name
     * @param days how long, for a suspension
     */
    public record StrikeStep(String measure, int days) {
        public StrikeStep {
            Objects.requireNonNull(measure, "measure");
        }
    }
}
