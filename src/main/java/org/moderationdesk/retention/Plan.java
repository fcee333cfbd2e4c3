package org.moderationdesk.retention;

import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What goes, or has gone, class by class.
 *
 * @param classes every class there is
 */
public record Plan(SortedMap<DataClass, OfClass> classes) {
    /**
     * What goes of one class.
     *
     * @param days how long it is kept; null where no period is set, and all of it stays
     * @param goes how many: looks, texts, cases with reports, items, accounts
     * @param held how many would go but for a hold, by its reason
     */
    public record OfClass(@Nullable Integer days, long goes, Map<HoldKind, Long> held) {
        public OfClass {
            held = Map.copyOf(held);
        }

        public long heldInAll() {
            return held.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public long goes() {
        return classes.values().stream().mapToLong(OfClass::goes).sum();
    }
}
