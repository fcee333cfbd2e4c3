package org.moderationdesk.practice.scoring;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.practice.Field;
import org.moderationdesk.practice.Reviewed;

/**
 * What one answer is worth, against the accepted answer that it comes nearest to.
 *
 * @param against that answer; the one that the key stands for where there is no answer
 * @param parts for each field that counts, from 0 for wholly different to 1 for the same
 * @param worth from 0 to 1, by the weights of the set
 */
public record ItemScore(
        Reviewed reviewed, Proposal against, Map<Field, Double> parts, double worth, Set<Severe> severe) {
    public ItemScore {
        parts = Map.copyOf(parts);
        severe = Set.copyOf(severe);
    }

    public boolean isAnswered() {
        return reviewed.answer() != null;
    }

    /** Whether every field that counts is wholly right. */
    public boolean isRight() {
        return isAnswered() && parts.values().stream().allMatch(part -> part >= 1);
    }

    /** Whether this field counts and is wholly right. */
    public boolean isRight(Field field) {
        return isAnswered() && parts.getOrDefault(field, 0.0) >= 1;
    }

    public boolean counts(Field field) {
        return parts.containsKey(field);
    }

    /**
     * What to tell of the key beside the answer: the accepted answer with the same outcome where there is one, else the one
     * that the key stands for.
     */
    public Proposal told() {
        return against.outcome() == given() ? against : reviewed.key().first();
    }

    public @Nullable Outcome expected() {
        return told().outcome();
    }

    public @Nullable Outcome given() {
        return reviewed.answer() == null ? null : reviewed.answer().proposal().outcome();
    }
}
