package org.moderationdesk.practice.scoring;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.practice.Field;

/**
 * How often which outcome was given where which was expected: of several that are accepted the one that was given, else the
 * one that the key stands for. What was not answered is not in it.
 *
 * @param counts by the outcome of the key, then by the one that was given; absent is none
 */
public record Confusion(Map<Outcome, Map<Outcome, Integer>> counts) {
    public Confusion {
        Map<Outcome, Map<Outcome, Integer>> copy = new EnumMap<>(Outcome.class);
        counts.forEach((expected, row) -> copy.put(expected, Map.copyOf(row)));
        counts = Map.copyOf(copy);
    }

    static Confusion of(List<ItemScore> items) {
        Map<Outcome, Map<Outcome, Integer>> counts = new EnumMap<>(Outcome.class);
        for (ItemScore item : items) {
            Outcome expected = item.expected();
            Outcome given = item.given();
            if (expected != null && given != null && item.counts(Field.OUTCOME)) {
                int _ = counts.computeIfAbsent(expected, _ -> new EnumMap<>(Outcome.class))
                        .merge(given, 1, Integer::sum);
            }
        }
        return new Confusion(counts);
    }

    public int count(Outcome expected, Outcome given) {
        return counts.getOrDefault(expected, Map.of()).getOrDefault(given, 0);
    }

    /** One row of it, in the order of the outcomes. */
    public List<Integer> row(Outcome expected) {
        List<Integer> row = new ArrayList<>();
        for (Outcome given : Outcome.values()) {
            row.add(count(expected, given));
        }
        return row;
    }

    public int total() {
        return counts.values().stream()
                .flatMap(row -> row.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }
}
