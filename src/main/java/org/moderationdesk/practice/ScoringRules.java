package org.moderationdesk.practice;

import java.util.EnumMap;
import java.util.Map;

/**
 * How a set is scored.
 *
 * @param weights of each field, 0 to 100; an absent one has none
 * @param passMark percent of the whole from which a run is passed, 0 to 100
 * @param severeFails whether one severe mistake fails a run whatever its score
 */
public record ScoringRules(Map<Field, Integer> weights, int passMark, boolean severeFails) {
    public ScoringRules {
        if (passMark < 0
                || passMark > 100
                || weights.values().stream().anyMatch(weight -> weight < 0 || weight > 100)) {
            throw new IllegalArgumentException("pass mark and weights are between 0 and 100");
        }
        weights = Map.copyOf(weights);
    }

    /** The outcome counts most, then the clauses. */
    public static ScoringRules usual() {
        var weights = new EnumMap<Field, Integer>(Field.class);
        weights.put(Field.OUTCOME, 40);
        weights.put(Field.CLAUSES, 25);
        weights.put(Field.EXCEPTION, 10);
        weights.put(Field.REFERRALS, 10);
        weights.put(Field.EVIDENCE, 10);
        weights.put(Field.ACCOUNT, 5);
        return new ScoringRules(weights, 80, true);
    }

    public int weight(Field field) {
        return weights.getOrDefault(field, 0);
    }
}
