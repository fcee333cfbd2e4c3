package org.moderationdesk.practice;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.guidelines.ClauseCode;

/**
 * What may be answered to an item, and why.
 *
 * @param accepted the answers that are right, the one that the key stands for first; each a decision by the rules
 * @param counts which fields count for this item; the others neither gain nor lose anything
 * @param why in a few sentences
 * @param lookFor what would have told
 * @param clause the one that the item is about; null where it is about none
 * @param agreed the trainers who stand for this key, first the one who wrote it
 */
public record AnswerKey(
        List<Proposal> accepted,
        Set<Field> counts,
        Told why,
        Told lookFor,
        Difficulty difficulty,
        @Nullable ClauseCode clause,
        List<String> agreed) {
    public AnswerKey {
        if (accepted.isEmpty()) {
            throw new IllegalArgumentException("a key accepts an answer");
        }
        accepted = List.copyOf(accepted);
        counts = Set.copyOf(counts);
        agreed = List.copyOf(agreed);
    }

    /** The answer that the key stands for. */
    public Proposal first() {
        return accepted.getFirst();
    }
}
