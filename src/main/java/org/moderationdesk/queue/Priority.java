package org.moderationdesk.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    private static final Pattern STORED = Pattern.compile("\"(\\w+)\":(-?\\d+)");

    public Priority {
        fixed = List.copyOf(fixed);
    }

    /** What the list is sorted by: the fixed parts less the due time in hours since 1970, in thousandths. */
    public long rank() {
        return fixed.stream().mapToLong(Part::milliPoints).sum() - hours(dueAt);
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

    static Priority read(String stored, Instant dueAt) {
        return new Priority(
                values(stored).filter(part -> !part.name().equals(WEIGHT)).toList(), dueAt);
    }

    static long weight(String stored) {
        return values(stored)
                .filter(part -> part.name().equals(WEIGHT))
                .mapToLong(Part::milliPoints)
                .sum();
    }

    private static Stream<Part> values(String stored) {
        return STORED.matcher(stored).results().map(found -> new Part(found.group(1), Long.parseLong(found.group(2))));
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
     * @param name severity, reports, reach, growth, live, threat, minor, hash; due or late
     * @param milliPoints thousandths of a point
     */
    public record Part(String name, long milliPoints) {
        /** The reason in words, without its number. */
        public String words(Texts texts) {
            return texts.get("queue.part." + name);
        }
    }
}
