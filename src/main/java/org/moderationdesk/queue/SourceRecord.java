package org.moderationdesk.queue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.Report;

/**
 * How often those who report were right, and what a report of theirs therefore weighs. The record of a kind of source
 * as a whole stands under the empty reporter.
 */
final class SourceRecord {
    private static final String OF = """
        select s.source, s.reporter, s.decided, s.upheld
          from unnest(?, ?) as wanted(source, reporter)
          join report_source s on s.source = wanted.source and s.reporter = wanted.reporter
        """;

    private final Map<Who, Share> shares = new HashMap<>();

    private SourceRecord() {}

    /** The records of all that these reports come from. */
    static SourceRecord of(Handle handle, List<Report> reports) {
        List<Who> wanted = Stream.concat(
                        reports.stream().map(Who::of),
                        Stream.of(Report.Source.values()).map(source -> new Who(source.name(), "")))
                .distinct()
                .toList();
        var records = new SourceRecord();
        handle.createQuery(OF)
                .bindArray(0, String.class, column(wanted, Who::source))
                .bindArray(1, String.class, column(wanted, Who::reporter))
                .map((rows, _) -> Map.entry(
                        new Who(rows.getString(1), rows.getString(2)), new Share(rows.getLong(3), rows.getLong(4))))
                .forEach(found -> records.shares.put(found.getKey(), found.getValue()));
        return records;
    }

    /** What the report weighs, in thousandths: 1,000 for a person of whom nothing is known. */
    long weight(Report report) {
        int kind =
                switch (report.source()) {
                    case USER -> 1;
                    case CLASSIFIER, APPEAL -> 2;
                    case TRUSTED_FLAGGER, STAFF -> 3;
                    case HASH_MATCH -> 4;
                    case AUTHORITY -> 5;
                };
        Who who = Who.of(report);
        Share share = shares.getOrDefault(who, shares.getOrDefault(new Who(who.source(), ""), Share.UNKNOWN));
        return Math.round(kind * 2_000 * share.right());
    }

    private static Object[] column(List<Who> wanted, Function<Who, String> of) {
        return wanted.stream().map(of).toArray();
    }

    private record Who(String source, String reporter) {
        static Who of(Report report) {
            @Nullable String reporter = report.reporter();
            return new Who(report.source().name(), reporter == null ? "" : reporter);
        }
    }

    /** Half right as long as nothing is known; then ever closer to what was found. */
    private record Share(long decided, long upheld) {
        static final Share UNKNOWN = new Share(0, 0);

        double right() {
            return (upheld + 1.0) / (decided + 2.0);
        }
    }
}
