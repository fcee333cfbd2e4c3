package org.moderationdesk.transparency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.transparency.Figure.What;

/** Counts, and keeps times for their median. For one thread. */
final class Tally {
    private final Map<Key, List<Long>> times =
            new TreeMap<>(Comparator.comparing(Key::what).thenComparing(Key::of).thenComparing(Key::state));
    private final Map<Key, Long> counts =
            new TreeMap<>(Comparator.comparing(Key::what).thenComparing(Key::of).thenComparing(Key::state));

    private record Key(What what, String of, String state) {}

    void count(What what, String of, String state) {
        long unused = counts.merge(new Key(what, of, state), 1L, Long::sum);
    }

    /** @param took in milliseconds; less than nothing counts as nothing */
    void count(What what, String of, String state, long took) {
        count(what, of, state);
        times.computeIfAbsent(new Key(what, of, state), _ -> new ArrayList<>()).add(Math.max(0, took));
    }

    /** In the order of what is counted, then by name. */
    List<Figure> figures() {
        return counts.entrySet().stream()
                .map(entry -> new Figure(
                        entry.getKey().what(),
                        entry.getKey().of(),
                        entry.getKey().state(),
                        entry.getValue(),
                        median(times.getOrDefault(entry.getKey(), List.of()))))
                .toList();
    }

    private static @Nullable Duration median(List<Long> of) {
        if (of.isEmpty()) {
            return null;
        }
        List<Long> sorted = of.stream().sorted().toList();
        int middle = sorted.size() / 2;
        long at = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return Duration.ofMillis(at);
    }
}
