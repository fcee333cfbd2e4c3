package org.moderationdesk.practice;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.FlaggedItem;

/**
 * What is changed in a set, all at once.
 *
 * @param terms null to leave them
 * @param put items to add, or to put in the place of those with the same id
 * @param keys of items that are there or are added
 * @param removed ids of items that are no longer in it
 */
public record Changes(@Nullable SetTerms terms, List<Put> put, List<KeyJson.Line> keys, Set<String> removed) {
    public Changes {
        put = List.copyOf(put);
        keys = List.copyOf(keys);
        removed = Set.copyOf(removed);
    }

    public static Changes ofTerms(SetTerms terms) {
        return new Changes(terms, List.of(), List.of(), Set.of());
    }

    public static Changes ofItems(List<Put> put, List<KeyJson.Line> keys) {
        return new Changes(null, put, keys, Set.of());
    }

    public static Changes ofKey(String itemId, Told title, AnswerKey key) {
        return new Changes(null, List.of(), List.of(new KeyJson.Line(itemId, title, key)), Set.of());
    }

    public static Changes without(Set<String> items) {
        return new Changes(null, List.of(), List.of(), items);
    }

    /**
     * An item that is put into a set.
     *
     * @param content whose id is that of the item in the set
     * @param source what it was copied from; null for one of the set's own
     */
    public record Put(
            Told title, FlaggedItem content, @Nullable Source source) {}

    /** The item, and the decision on it, that a copy was made of. */
    public record Source(String itemId, String decisionId) {}
}
