package org.moderationdesk.guidelines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads where something stands in the source text, and sees that codes and lines go forward. */
final class SourceParser {
    private static final int LAST_LINE = 99_999;

    private SourceParser() {}

    static Optional<Integer> line(Place place) {
        return place.number(1, LAST_LINE);
    }

    /** Lines that only go forward. */
    static List<Integer> lines(Place place) {
        List<Integer> lines = new ArrayList<>();
        for (Place item : place.items()) {
            line(item).ifPresent(line -> {
                goesForward(item, lines.isEmpty() ? null : lines.getLast(), line);
                lines.add(line);
            });
        }
        return lines;
    }

    static SourceLines source(Place place) {
        int heading = line(place.at("headingLine")).orElse(0);
        Place prose = place.at("proseLines");
        List<Integer> proseLines = lines(prose);
        return new SourceLines(
                heading, proseLines, lineIfAny(place.at("referralLine")), lineIfAny(place.at("intentLine")));
    }

    /** Faults a line that lies before the one above it. */
    static void goesForward(Place place, @Nullable Integer above, int line) {
        if (above != null && line < above) {
            place.fault("line " + line + " lies before line " + above + " above it");
        }
    }

    /** Faults a code that repeats the one above it or should have stood before it. */
    static <T extends Comparable<T>> void follows(Place place, @Nullable T above, T code) {
        if (above == null) {
            return;
        }
        int order = above.compareTo(code);
        if (order == 0) {
            place.fault(code + " stands twice");
        } else if (order > 0) {
            place.fault(code + " stands after " + above);
        }
    }

    private static @Nullable Integer lineIfAny(Place place) {
        return place.present() ? line(place).orElse(null) : null;
    }
}
