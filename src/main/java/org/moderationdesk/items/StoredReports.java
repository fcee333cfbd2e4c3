package org.moderationdesk.items;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the reports of an item, and how often those who made them were right. */
final class StoredReports {
    private static final int MOST = 5_000;

    static final String LAST_CASE = "select max(case_id) from report where item_id = :item";
    static final String OF_CASE = """
        select content, case_id, arrived_at
          from report
         where case_id = :case and item_id = :item
         order by case_id desc, arrived_at desc, id desc
         fetch first 5000 rows only
        """;
    private static final String EARLIER = """
        select content, case_id, arrived_at
          from report
         where item_id = :item and case_id <> :case
         order by arrived_at desc, id desc
         fetch first 5000 rows only
        """;
    private static final String SINCE = """
        select content, case_id, arrived_at
          from report
         where case_id = :case and arrived_at >= :since
         order by case_id, arrived_at, id
         fetch first 5000 rows only
        """;
    static final String IN_ALL = "select count(*) from report where item_id = :item";
    private static final String RECORD =
            "select decided, upheld from report_source where source = :source and reporter = :reporter";

    /** What was found of one item's reports. */
    record Found(List<CaseReport> reports, List<ReportGroup> groups, int inAll) {}

    Found of(Handle handle, String itemId, @Nullable Long openCase) {
        Long shownCase = openCase != null
                ? openCase
                : handle.createQuery(LAST_CASE)
                        .bind("item", itemId)
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(null);
        if (shownCase == null) {
            return new Found(List.of(), List.of(), 0);
        }
        List<CaseReport> now = read(handle, OF_CASE, itemId, shownCase, openCase);
        List<CaseReport> all = new ArrayList<>(now);
        all.addAll(read(handle, EARLIER, itemId, shownCase, openCase));
        int inAll = handle.createQuery(IN_ALL)
                .bind("item", itemId)
                .mapTo(Integer.class)
                .one();
        return new Found(
                all.subList(0, Math.min(MOST, all.size())), groups(now, new Records(handle)::oftenRight), inAll);
    }

    /** What had been reported by this moment; how often those who reported were right is not told. */
    Found at(Handle handle, String itemId, long caseId, Instant moment) {
        List<CaseReport> ofCase = before(read(handle, OF_CASE, itemId, caseId, caseId), moment);
        List<CaseReport> all = new ArrayList<>(ofCase);
        all.addAll(before(read(handle, EARLIER, itemId, caseId, caseId), moment));
        return new Found(all.subList(0, Math.min(MOST, all.size())), groups(ofCase, (_, _) -> null), all.size());
    }

    private static List<CaseReport> before(List<CaseReport> reports, Instant moment) {
        return reports.stream()
                .filter(report -> !report.arrivedAt().isAfter(moment))
                .toList();
    }

    /** Reports of an open case that arrived at or after this moment, oldest first. */
    List<CaseReport> since(Handle handle, long openCase, Instant since) {
        return handle.createQuery(SINCE)
                .bind("case", openCase)
                .bind("since", since.toEpochMilli())
                .map((row, _) -> new CaseReport(
                        StoredJson.report(row.getString("content")),
                        row.getLong("case_id"),
                        true,
                        Instant.ofEpochMilli(row.getLong("arrived_at"))))
                .list();
    }

    private static List<CaseReport> read(
            Handle handle, String sql, String itemId, long shownCase, @Nullable Long openCase) {
        return handle.createQuery(sql)
                .bind("item", itemId)
                .bind("case", shownCase)
                .map((row, _) -> new CaseReport(
                        StoredJson.report(row.getString("content")),
                        row.getLong("case_id"),
                        Objects.equals(openCase, row.getLong("case_id")),
                        Instant.ofEpochMilli(row.getLong("arrived_at"))))
                .list();
    }

    private static List<ReportGroup> groups(List<CaseReport> reports, Record record) {
        Map<List<Object>, List<Report>> grouped = new LinkedHashMap<>();
        for (CaseReport made : reports) {
            Report report = made.report();
            boolean users = report.source() == Report.Source.USER;
            String who = users || report.reporter() == null ? "" : report.reporter();
            String why = report.reason() == null ? "" : report.reason().strip();
            grouped.computeIfAbsent(List.of(why, report.source(), who), _ -> new ArrayList<>())
                    .add(report);
        }
        return grouped.values().stream()
                .map(group -> group(group, record))
                .sorted(Comparator.comparingInt(ReportGroup::count)
                        .reversed()
                        .thenComparing(ReportGroup::source)
                        .thenComparing(group -> Objects.requireNonNullElse(group.reason(), "")))
                .toList();
    }

    private static ReportGroup group(List<Report> group, Record record) {
        Report one = group.getFirst();
        var times = new TreeSet<>(group.stream().map(Report::at).toList());
        List<String> reporters = group.stream()
                .map(Report::reporter)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new ReportGroup(
                one.reason(),
                one.source(),
                reporters.size() == 1 ? reporters.getFirst() : null,
                times.first(),
                times.last(),
                group.size(),
                record.oftenRight(one.source(), reporters));
    }

    /** How often a source was right. */
    private interface Record {
        @Nullable
        Double oftenRight(Report.Source source, List<String> reporters);
    }

    /** The records of sources, each asked for once. The record of a kind of source stands under the empty reporter. */
    private static final class Records {
        private final Handle handle;
        private final Map<List<String>, Counts> asked = new LinkedHashMap<>();

        Records(Handle handle) {
            this.handle = handle;
        }

        @Nullable
        Double oftenRight(Report.Source source, List<String> reporters) {
            Counts sum = new Counts(0, 0);
            for (String reporter : reporters) {
                sum = sum.plus(of(source, reporter));
            }
            if (sum.decided() == 0) {
                sum = of(source, "");
            }
            return sum.decided() == 0 ? null : (double) sum.upheld() / sum.decided();
        }

        private Counts of(Report.Source source, String reporter) {
            return asked.computeIfAbsent(List.of(source.name(), reporter), _ -> handle.createQuery(RECORD)
                    .bind("source", source.name())
                    .bind("reporter", reporter)
                    .map((row, _) -> new Counts(row.getLong("decided"), row.getLong("upheld")))
                    .findOne()
                    .orElse(new Counts(0, 0)));
        }
    }

    private record Counts(long decided, long upheld) {
        Counts plus(Counts other) {
            return new Counts(decided + other.decided, upheld + other.upheld);
        }
    }
}
