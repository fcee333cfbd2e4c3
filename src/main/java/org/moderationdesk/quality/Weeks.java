package org.moderationdesk.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.moderationdesk.quality.SamplingPlan.SectionShare;

/** Gathers, of each week, the decisions that make up the number that a plan draws of a section a week. */
final class Weeks {
    private final Draw draw;
    private final Map<Key, PriorityQueue<Decided>> kept = new TreeMap<>();

    Weeks(Draw draw) {
        this.draw = draw;
    }

    private record Key(long week, boolean childSafety, String section) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byWeek = Long.compare(week, other.week);
            int bySafety = byWeek == 0 ? Boolean.compare(childSafety, other.childSafety) : byWeek;
            return bySafety == 0 ? section.compareTo(other.section) : bySafety;
        }
    }

    /** A decision that is drawn by itself does not count towards a number. */
    void add(Decided decided) {
        for (SectionShare section : draw.plan().sections()) {
            if (section.perWeek() > 0
                    && section.section().equals(decided.section())
                    && draw.of(decided).isEmpty()) {
                var key = new Key(Cursor.weekOf(decided.stored().at()), decided.childSafety(), section.section());
                var best = kept.computeIfAbsent(
                        key, _ -> new PriorityQueue<>(draw.byLot(section).reversed()));
                best.add(decided);
                if (best.size() > section.perWeek()) {
                    best.remove();
                }
            }
        }
    }

    /** Which are drawn, each with its stratum. */
    List<Drawn> drawn() {
        var all = new ArrayList<Drawn>();
        kept.forEach((key, best) -> {
            Stratum stratum = Stratum.ofSection(key.section());
            best.stream().sorted(best.comparator().reversed()).forEach(decided -> all.add(new Drawn(decided, stratum)));
        });
        return all;
    }

    record Drawn(Decided decided, Stratum stratum) {}
}
