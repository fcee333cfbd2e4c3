package org.moderationdesk.cli;

import java.time.InstantSource;
import org.moderationdesk.quality.Coverages;
import org.moderationdesk.quality.Differences;
import org.moderationdesk.quality.Sampling;
import org.moderationdesk.quality.SamplingPlans;
import org.moderationdesk.quality.SecondReviews;

/**
 * What commands know of quality review.
 *
 * @param clock the desk's own
 */
public record QualityDoors(
        SamplingPlans plans,
        Sampling sampling,
        SecondReviews seconds,
        Differences differences,
        Coverages coverages,
        InstantSource clock) {}
