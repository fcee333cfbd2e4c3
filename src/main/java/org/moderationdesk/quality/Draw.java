package org.moderationdesk.quality;

import java.util.ArrayList;
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

    /** Why a decision is drawn by itself; a number a week is drawn by {@link Weeks}. */
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
        if (wins(decision, risk, riskShare(decision))) {
            return Optional.of(risk);
        }
        Stratum random = Stratum.of(Stratum.Kind.RANDOM);
        return wins(decision, random, plan.random()) ? Optional.of(random) : Optional.empty();
    }

    /** By the lot of a number a week: the first ones are drawn. */
    Comparator<Decided> byLot(SectionShare section) {
        Stratum stratum = Stratum.ofSection(section.section());
        return Comparator.comparingDouble((Decided decision) -> lot.of(plan.version(), decision.id(), stratum))
                .thenComparing(Decided::id);
    }

    /** The strata of the plan, in the order in which they are asked. */
    List<Stratum> strata() {
        var all = new ArrayList<Stratum>();
        if (plan.chapterEight()) {
            all.add(Stratum.of(Stratum.Kind.CHAPTER_8));
        }
        if (plan.newReviewers().share() > 0) {
            all.add(Stratum.of(Stratum.Kind.NEW_REVIEWER));
        }
        plan.sections().stream()
                .filter(section -> section.share() > 0 || section.perWeek() > 0)
                .map(section -> Stratum.ofSection(section.section()))
                .forEach(all::add);
        if (plan.risk().reach() > 0 || plan.risk().lowConfidence() > 0) {
            all.add(Stratum.of(Stratum.Kind.RISK));
        }
        if (plan.random() > 0) {
            all.add(Stratum.of(Stratum.Kind.RANDOM));
        }
        return all;
    }

    /** Whether a decision belongs to a stratum of the plan, drawn or not. */
    boolean belongs(Decided decision, Stratum stratum) {
        return switch (stratum.kind()) {
            case CHAPTER_8 -> decision.ofChapterEight();
            case NEW_REVIEWER -> isNew(decision);
            case SECTION -> stratum.section().equals(decision.section());
            case RISK -> riskShare(decision) > 0;
            case RANDOM -> true;
            case ASKED -> false;
        };
    }

    SamplingPlan plan() {
        return plan;
    }

    private double riskShare(Decided decision) {
        SamplingPlan.Risk weighed = plan.risk();
        double byReach = decision.views() >= weighed.views() ? weighed.reach() : 0;
        double byConfidence = decision.lowConfidence() ? weighed.lowConfidence() : 0;
        return Math.max(byReach, byConfidence);
    }

    private boolean isNew(Decided decision) {
        return decision.ordinal() <= plan.newReviewers().decisions()
                || decision.days() < plan.newReviewers().days();
    }

    private boolean wins(Decided decision, Stratum stratum, double share) {
        return share > 0 && lot.of(plan.version(), decision.id(), stratum) < share / 100;
    }
}
