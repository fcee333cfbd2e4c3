package org.moderationdesk.quality.view;

import java.time.Instant;
import java.util.List;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.quality.Coverages;
import org.moderationdesk.quality.Differences;
import org.moderationdesk.quality.Replies;
import org.moderationdesk.quality.Sampling;
import org.moderationdesk.quality.SamplingPlans;
import org.moderationdesk.quality.SecondReviews;
import org.moderationdesk.review.Review;
import org.moderationdesk.review.view.ApartCase;
import org.moderationdesk.staff.Person;

/**
 * What the quality screen works with.
 *
 * @param means what a case is laid out with
 */
public record QualityDoors(
        SecondReviews seconds,
        Differences differences,
        Replies replies,
        Planning planning,
        Review review,
        ApartCase.Means means) {
    /** What leads plan with, and what else tells them how decisions go. */
    public record Planning(SamplingPlans plans, Sampling sampling, Coverages coverages, Known known) {
        /** Of a desk without cases whose answer is known. */
        public Planning(SamplingPlans plans, Sampling sampling, Coverages coverages) {
            this(plans, sampling, coverages, (_, _) -> List.of());
        }
    }

    /** How people answered cases whose answer was known, as far as a lead may know of those. Not for the JavaFX thread. */
    @FunctionalInterface
    public interface Known {
        /** By person, in the order of their names. */
        List<Answers> of(Person lead, Instant since);
    }

    /**
     * Of one person.
     *
     * @param several whether enough of them were not right to speak of it
     */
    public record Answers(String person, int answered, int right, boolean several) {}

    Book book() {
        return means.tools().book();
    }
}
