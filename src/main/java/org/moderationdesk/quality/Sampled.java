package org.moderationdesk.quality;

import java.time.Instant;
import java.util.List;

/**
 * What a plan draws of the decisions of a period, or would draw. A decision counts in every stratum that it belongs to,
 * and is drawn by the first of them that draws it.
 *
 * @param from first moment looked at
 * @param until up to, and without, this one
 * @param decisions how many were looked at
 * @param drawn how many of them were drawn, or would be
 * @param strata in the order in which they are asked; those without a decision too
 * @param reviewers whose decisions they are, by name
 * @param seconds how many people could make second reviews
 */
public record Sampled(
        Instant from,
        Instant until,
        long decisions,
        long drawn,
        List<OfStratum> strata,
        List<OfReviewer> reviewers,
        int seconds) {
    public Sampled {
        strata = List.copyOf(strata);
        reviewers = List.copyOf(reviewers);
    }

    /** How many decisions belong to a stratum, and how many it draws. */
    public record OfStratum(Stratum stratum, long decisions, long drawn) {}

    /** How many decisions a person made, and how many of these are drawn. */
    public record OfReviewer(String person, long decisions, long drawn) {}
}
