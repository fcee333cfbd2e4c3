package org.moderationdesk.audit;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which decisions are asked for: those within the period that have, of every facet that is named, one of its values.
 *
 * @param chosen no facet without a value
 * @param words as typed: an item's or a person's name, or words of content and reasons; empty for none
 */
public record LogFilter(Period period, Map<Facet, SortedSet<String>> chosen, String words) {
    public LogFilter {
        var kept = new EnumMap<Facet, SortedSet<String>>(Facet.class);
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                kept.put(facet, new TreeSet<>(values));
            }
        });
        chosen = kept;
        words = words.strip();
    }

    public static LogFilter none() {
        return new LogFilter(Period.always(), Map.of(), "");
    }

    public boolean isNone() {
        return period.isAlways() && chosen.isEmpty() && words.isEmpty();
    }

    public boolean has(Facet facet, String value) {
        SortedSet<String> values = chosen.get(facet);
        return values != null && values.contains(value);
    }

    /** The same with this value asked for, or no longer. */
    public LogFilter put(Facet facet, String value, boolean wanted) {
        var values = new TreeSet<>(chosen.getOrDefault(facet, new TreeSet<>()));
        if (wanted) {
            values.add(value);
        } else {
            values.remove(value);
        }
        var other = new EnumMap<Facet, SortedSet<String>>(Facet.class);
        other.putAll(chosen);
        other.put(facet, values);
        return new LogFilter(period, other, words);
    }

    public LogFilter within(Period other) {
        return new LogFilter(other, chosen, words);
    }

    public LogFilter saying(String other) {
        return new LogFilter(period, chosen, other);
    }
}
