package org.moderationdesk.decisions;

import java.util.EnumSet;
import java.util.Set;

/**
 * What may be decided in the queue that a case is in: no bans in triage, say.
 *
 * @param outcomes those that can be chosen
 * @param measures what can be done to the account
 */
public record Allowed(Set<Outcome> outcomes, Set<AccountMeasure.Type> measures) {
    public Allowed {
        outcomes = Set.copyOf(outcomes);
        measures = Set.copyOf(measures);
    }

    public static Allowed everything() {
        return new Allowed(EnumSet.allOf(Outcome.class), EnumSet.allOf(AccountMeasure.Type.class));
    }

    /** Everything but these. */
    public static Allowed allBut(Set<Outcome> outcomes, Set<AccountMeasure.Type> measures) {
        Set<Outcome> others = EnumSet.allOf(Outcome.class);
        others.removeAll(outcomes);
        Set<AccountMeasure.Type> rest = EnumSet.allOf(AccountMeasure.Type.class);
        rest.removeAll(measures);
        return new Allowed(others, rest);
    }

    /** Outcomes that cannot be chosen. */
    public Set<Outcome> refusedOutcomes() {
        Set<Outcome> refused = EnumSet.allOf(Outcome.class);
        refused.removeAll(outcomes);
        return refused;
    }

    /** What cannot be done to the account. */
    public Set<AccountMeasure.Type> refusedMeasures() {
        Set<AccountMeasure.Type> refused = EnumSet.allOf(AccountMeasure.Type.class);
        refused.removeAll(measures);
        return refused;
    }
}
