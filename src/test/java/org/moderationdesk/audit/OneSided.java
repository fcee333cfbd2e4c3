package org.moderationdesk.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was read at one of two desks and not at the other. */
public final class OneSided {
    private OneSided() {}

    /** By room, what is read on one side alone. */
    public static Map<String, List<String>> of(Map<String, List<String>> seen, Map<String, List<String>> expected) {
        Map<String, List<String>> all = new TreeMap<>();
        var rooms = new TreeSet<>(expected.keySet());
        rooms.addAll(seen.keySet());
        rooms.forEach(room -> {
            List<String> lines = expected.getOrDefault(room, List.of());
            List<String> found = seen.getOrDefault(room, List.of());
            if (!found.equals(lines)) {
                List<String> more = new ArrayList<>(found);
                lines.forEach(more::remove);
                List<String> less = new ArrayList<>(lines);
                found.forEach(less::remove);
                less.forEach(line -> more.add("missing: " + line));
                all.put(room, more);
            }
        });
        return all;
    }
}
