package org.moderationdesk.practice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Long lists of ids in parts that one statement takes. */
final class Parts {
    private static final int MOST = 500;

    private Parts() {}

    static List<List<String>> of(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST) {
            parts.add(all.subList(from, Math.min(all.size(), from + MOST)));
        }
        return parts;
    }

    /** Those of them that are there. */
    static List<String> there(Collection<String> ids, Set<String> there) {
        return ids.stream().filter(there::contains).toList();
    }
}
