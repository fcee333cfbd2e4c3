package org.moderationdesk.quality;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.moderationdesk.quality.SamplingPlan.SectionShare;

/** Says which decisions a plan draws, and why; the same each time it is asked. */
final class Draw {
    private final SamplingPlan plan;
    private final Lot lot;

    Draw(SamplingPlan plan, Lot lot) {
        this.plan = plan;
        this.lot = lot;
    }

    /** Why a decision is drawn by itself; a number a week is drawn by {@link #ofWeek}. */
    Optional<Stratum> of(Decided decision) {
        if (plan.chapterEight() && decision.ofChapterEight()) {
            return Optional.of(Stratum.of(Stratum.Kind.CHAPTER_8));
        }
        if (isNew(decision)
                && wins(
                        decision,
                        Stratum.of(Stratum.Kind.NEW_REVIEWER),
                        plan.newReviewers().share())) {
            return Optional.of(Stratum.of(Stratum.Kind.NEW_REVIEWER));
        }
        for (SectionShare section : plan.sections()) {
            Stratum stratum = Stratum.ofSection(section.section());
            if (section.section().equals(decision.section()) && wins(decision, stratum, section.share())) {
                return Optional.of(stratum);
            }
        }
        Stratum risk = Stratum.of(Stratum.Kind.RISK);
        SamplingPlan.Risk weighed = plan.risk();
        double byReach = decision.views() >= weighed.views() ? weighed.reach() : 0;
        double byConfidence = decision.lowConfidence() ? weighed.lowConfidence() : 0;
        if (wins(decision, risk, Math.max(byReach, byConfidence))) {
            return Optional.of(risk);
        }
        Stratum random = Stratum.of(Stratum.Kind.RANDOM);
        return wins(decision, random, plan.random()) ? Optional.of(random) : Optional.empty();
    }

    /** Which of these decisions of one week make up the number that is drawn of a section. */
    List<Decided> ofWeek(SectionShare section, List<Decided> week) {
        Stratum stratum = Stratum.ofSection(section.section());
        return week.stream()
                .filter(decision -> decision.section().equals(section.section()))
                .sorted(Comparator.comparingDouble((Decided decision) -> lot.of(plan.version(), decision.id(), stratum))
                        .thenComparing(Decided::id))
                .limit(section.perWeek())
                .toList();
    }

    private boolean isNew(Decided decision) {
        return decision.ordinal() <= plan.newReviewers().decisions()
                || decision.days() < plan.newReviewers().days();
    }

    private boolean wins(Decided decision, Stratum stratum, double share) {
        return share > 0 && lot.of(plan.version(), decision.id(), stratum) < share / 100;
    }
}
