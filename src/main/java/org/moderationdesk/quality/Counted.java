package org.moderationdesk.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a dry run has counted so far. */
final class Counted {
    private final Draw draw;
    private final Map<Stratum, long[]> strata = new LinkedHashMap<>();
    private final Map<String, long[]> reviewers = new TreeMap<>();
    private long decisions;
    private long drawn;

    Counted(Draw draw) {
        this.draw = draw;
        draw.strata().forEach(stratum -> strata.put(stratum, new long[2]));
    }

    long decisions() {
        return decisions;
    }

    void add(Decided decided, Optional<Stratum> by) {
        decisions++;
        reviewers.computeIfAbsent(decided.stored().person(), _ -> new long[2])[0]++;
        strata.forEach((stratum, counts) -> counts[0] += draw.belongs(decided, stratum) ? 1 : 0);
        by.ifPresent(stratum -> drawn(decided, stratum));
    }

    void drawnOfWeek(Weeks.Drawn one) {
        drawn(one.decided(), one.stratum());
    }

    private void drawn(Decided decided, Stratum stratum) {
        drawn++;
        reviewers.computeIfAbsent(decided.stored().person(), _ -> new long[2])[1]++;
        strata.computeIfAbsent(stratum, _ -> new long[2])[1]++;
    }

    Sampled sampled(Instant from, Instant until, int seconds) {
        List<Sampled.OfStratum> byStratum = new ArrayList<>();
        strata.forEach((stratum, counts) -> byStratum.add(new Sampled.OfStratum(stratum, counts[0], counts[1])));
        List<Sampled.OfReviewer> byReviewer = new ArrayList<>();
        reviewers.forEach((name, counts) -> byReviewer.add(new Sampled.OfReviewer(name, counts[0], counts[1])));
        byReviewer.sort(Comparator.comparing(Sampled.OfReviewer::person));
        return new Sampled(from, until, decisions, drawn, byStratum, byReviewer, seconds);
    }
}
