package org.moderationdesk.agreement;

import java.util.Map;

/**
 * How far two judgements of the same thing agree.
 *
 * @param raw the share of pairs that are the same
 * @param kappa beyond chance, where the first and the second each have habits of their own (J. Cohen, 1960)
 * @param alpha beyond chance, whoever was first (K. Krippendorff, 2011)
 * @param prevalence which share of all judgements each category has; categories nobody chose are absent. A rare category
 *     makes kappa and alpha low though few pairs differ, so it belongs beside them
 * @param number of pairs
 * @param differing how many of them are not the same
 */
public record Agreement<C>(
        Figure raw, Figure kappa, Figure alpha, Map<C, Double> prevalence, int number, int differing) {
    public Agreement {
        prevalence = Map.copyOf(prevalence);
    }
}
