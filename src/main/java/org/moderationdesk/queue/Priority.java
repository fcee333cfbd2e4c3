package org.moderationdesk.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.base.Texts;

/**
 * How urgent a case is, as a sum of named parts in thousandths of a point. Every case gains one point an hour, so the
 * order between two cases never changes by time alone.
 *
 * @param fixed the parts that time does not change
 */
public record Priority(List<Part> fixed, Instant dueAt) {
    private static final String WEIGHT = "weight";
    private static final long MILLIS_PER_THOUSANDTH = 3_600;
    private static final Pattern STORED_WEIGHT = Pattern.compile("\"weight\":(\\d+)");

    public Priority {
        fixed = List.copyOf(fixed);
    }

    /** What the list is sorted by: the fixed parts less the due time in hours since 1970, in thousandths. */
    public long rank() {
        long sum = -hours(dueAt);
        for (Part part : fixed) {
            sum += part.milliPoints();
        }
        return sum;
    }

    /** The number shown, in thousandths of a point; always the sum of {@link #parts}. */
    public long points(Instant now) {
        return rank() + hours(now);
    }

    /** Every part, the largest first, time last. */
    public List<Part> parts(Instant now) {
        var all = new ArrayList<Part>(fixed);
        all.sort((one, other) -> Long.compare(other.milliPoints(), one.milliPoints()));
        all.add(new Part(now.isAfter(dueAt) ? "late" : "due", hours(now) - hours(dueAt)));
        return all;
    }

    /** The fixed parts as compact JSON, in which they lie in the store, with the weight of the reports so far. */
    String stored(long weight) {
        Map<String, Long> points = new LinkedHashMap<>();
        fixed.forEach(part -> points.put(part.name(), part.milliPoints()));
        points.put(WEIGHT, weight);
        return CanonicalJson.write(points);
    }

    /** Read for every case that a list looks at, therefore by hand. */
    static Priority read(String stored, Instant dueAt) {
        List<Part> parts = new ArrayList<>(8);
        for (int open = stored.indexOf('"'); open >= 0; ) {
            int colon = stored.indexOf(':', open);
            int end = stored.indexOf(',', colon);
            String name = stored.substring(open + 1, colon - 1);
            String points = stored.substring(colon + 1, end < 0 ? stored.length() - 1 : end);
            if (!name.equals(WEIGHT)) {
                parts.add(new Part(name, Long.parseLong(points)));
            }
            open = end < 0 ? -1 : end + 1;
        }
        return new Priority(parts, dueAt);
    }

    static long weight(String stored) {
        Matcher weight = STORED_WEIGHT.matcher(stored);
        return weight.find() ? Long.parseLong(weight.group(1)) : 0;
    }

    /** One fixed part; zero where the case has none of that name. */
    long part(String name) {
        return fixed.stream()
                .filter(part -> part.name().equals(name))
                .mapToLong(Part::milliPoints)
                .sum();
    }

    private static long hours(Instant time) {
        return Math.floorDiv(time.toEpochMilli(), MILLIS_PER_THOUSANDTH);
    }

    /**
     * One reason why a case is urgent.
     *
     * @param name severity, reports, reach, growth, live, threat, minor, hash, queue; due or late
     * @param milliPoints thousandths of a point
     */
    public record Part(String name, long milliPoints) {
        /** The reason in words, without its number. */
        public String words(Texts texts) {
            return texts.get("queue.part." + name);
        }
    }
}
