package org.moderationdesk.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moderationdesk.review.view.Carried;

/**
 * What each person left in this window that their desk's store has not taken yet. Nobody is given what is another's. JavaFX
 * thread only.
 */
final class LeftHere {
    private final Map<Whose, Carried> all = new HashMap<>();

    private record Whose(String desk, String person) {}

    /** @param desk where the store is: what belongs to one desk is never written to another */
    Carried of(String desk, String person) {
        return all.computeIfAbsent(new Whose(desk, person), _ -> new Carried());
    }

    /** By name, who has answers here that would be lost with the window. */
    List<String> people() {
        return all.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> one.getKey().person())
                .distinct()
                .sorted()
                .toList();
    }
}
