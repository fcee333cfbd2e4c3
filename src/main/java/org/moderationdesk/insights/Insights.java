package org.moderationdesk.insights;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.queue.QueueAges;
import org.moderationdesk.wellbeing.BudgetShare;

/**
 * All figures of one moment.
 *
 * @param at when they were made
 * @param total decisions that there are at all, in any period, queue and region
 * @param waiting referrals that wait for a second person; authorities with none are absent
 * @param exposure by name; empty for who may not know
 * @param choices what else can be asked about
 */
public record Insights(
        Instant at,
        Scope scope,
        int total,
        QueueAges ages,
        WorkFigures work,
        QualityFigures quality,
        Map<ReferralTarget, WaitingReferrals> waiting,
        List<BudgetShare> exposure,
        Choices choices) {
    public Insights {
        waiting = Map.copyOf(waiting);
        exposure = List.copyOf(exposure);
    }

    /** Queues and regions to choose from, by name. */
    public record Choices(List<String> queues, List<String> regions) {
        public Choices {
            queues = List.copyOf(queues);
            regions = List.copyOf(regions);
        }
    }

    public WaitingReferrals waiting(ReferralTarget target) {
        return waiting.getOrDefault(target, WaitingReferrals.NONE);
    }

    /** How often a blind second judgement in the period was the same, over all sections. */
    public HandleTime.Accuracy accuracy() {
        return quality.accuracy().values().stream().reduce(new HandleTime.Accuracy(0, 0), HandleTime.Accuracy::and);
    }

    /** Sections with enough decisions, the slowest first, each with how often a second judgement was the same. */
    public List<HandleTime> handleTimes() {
        return work.handled().stream()
                .map(one -> new HandleTime(
                        one.section(),
                        one.number(),
                        one.lowerMs(),
                        one.medianMs(),
                        one.upperMs(),
                        quality.accuracy().getOrDefault(one.section(), new HandleTime.Accuracy(0, 0))))
                .toList();
    }
}
