package org.moderationdesk.quality.view;

import org.moderationdesk.guidelines.Book;
import org.moderationdesk.quality.Coverages;
import org.moderationdesk.quality.Differences;
import org.moderationdesk.quality.Replies;
import org.moderationdesk.quality.Sampling;
import org.moderationdesk.quality.SamplingPlans;
import org.moderationdesk.quality.SecondReviews;
import org.moderationdesk.review.Review;
import org.moderationdesk.review.view.ApartCase;

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
    /** What leads plan with. */
    public record Planning(SamplingPlans plans, Sampling sampling, Coverages coverages) {}

    Book book() {
        return means.tools().book();
    }
}
