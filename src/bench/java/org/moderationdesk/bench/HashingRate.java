package org.moderationdesk.bench;

import java.util.Map;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.base.Sha256;

/** Canonical form and hash of a log entry of ordinary size: what verify can never be faster than on one core. */
final class HashingRate implements Benchmark {
    private static final int ENTRIES = 300_000;
    private static final double BUDGET = 100_000;

    @Override
    public String name() {
        return "hashing-rate";
    }

    @Override
    public Map<String, Object> measure() {
        chain(ENTRIES / 3);
        long start = System.nanoTime();
        String head = chain(ENTRIES);
        double perSecond = ENTRIES / ((System.nanoTime() - start) / 1e9);
        return Map.of(
                "entries",
                ENTRIES,
                "entriesPerSecond",
                Math.round(perSecond),
                "ofVerifyBudget",
                Math.round(perSecond / BUDGET * 100) / 100.0,
                "head",
                head);
    }

    private static String chain(int entries) {
        String previous = "";
        for (int i = 0; i < entries; i++) {
            String body = CanonicalJson.write(Map.of(
                    "entry",
                    i,
                    "kind",
                    "DECIDED",
                    "item",
                    "item-" + i,
                    "clause",
                    "5.3.3",
                    "at",
                    "2026-11-22T10:15:30Z",
                    "answers",
                    Map.of("5.3.1", "NO", "5.3.2", "NO", "5.3.3", "YES"),
                    "token",
                    7));
            previous = Sha256.of(previous + body);
        }
        return previous;
    }
}
