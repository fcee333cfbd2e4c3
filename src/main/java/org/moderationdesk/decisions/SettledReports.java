package org.moderationdesk.decisions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.SectionCode;
import org.moderationdesk.items.Report;

/**
 * Keeps how often those who report were right. A report is upheld when a clause is answered "yes" in a section that it
 * names, or, where it names none that the book knows, when any clause is. An escalation settles nothing. Each report
 * counts for its reporter, and under the empty reporter for its kind of source as a whole.
 *
 * <p>The counts follow from no event and are not projected; a decision that no longer settles its reports takes them
 * back.
 */
final class SettledReports {
    private static final String COUNT = """
        update report_source set decided = decided + ?, upheld = upheld + ?
         where source = ? and reporter = ?
        """;
    private static final String BEGIN =
            "insert into report_source (source, reporter, decided, upheld) values (?, ?, ?, ?)";
    private static final String WHO = """
        select id, source, reporter
          from report
         where item_id = :item and id in (<ids>)
        """;
    private static final int AT_ONCE = 500;

    private SettledReports() {}

    /** The reports that the decision settles, as [id, upheld]. */
    static List<List<Object>> of(Proposal proposal, List<Report> reports, Book book) {
        if (proposal.outcome() == Outcome.ESCALATE) {
            return List.of();
        }
        Set<SectionCode> broken = new HashSet<>(
                proposal.answered(Answer.YES).stream().map(ClauseCode::section).toList());
        return reports.stream()
                .map(report -> List.<Object>of(report.id(), upheld(report, broken, book)))
                .toList();
    }

    private static boolean upheld(Report report, Set<SectionCode> broken, Book book) {
        List<SectionCode> named = report.sections().stream()
                .flatMap(code -> book.sectionNamed(code).stream())
                .toList();
        return named.isEmpty() ? !broken.isEmpty() : named.stream().anyMatch(broken::contains);
    }

    /**
     * Counts settled reports in, or out again.
     *
     * @param settled as {@link #of} gives it
     * @param sign 1 or -1
     */
    static void count(Handle handle, String itemId, List<? extends List<?>> settled, int sign) {
        Map<Who, long[]> counts = new HashMap<>();
        for (int from = 0; from < settled.size(); from += AT_ONCE) {
            Map<String, Boolean> upheld = new HashMap<>();
            settled.subList(from, Math.min(settled.size(), from + AT_ONCE))
                    .forEach(report -> upheld.put((String) report.get(0), (Boolean) report.get(1)));
            handle.createQuery(WHO)
                    .bind("item", itemId)
                    .bindList("ids", List.copyOf(upheld.keySet()))
                    .map((row, _) -> {
                        String reporter = row.getString("reporter");
                        boolean right = upheld.getOrDefault(row.getString("id"), false);
                        add(counts, new Who(row.getString("source"), ""), right);
                        if (reporter != null && !reporter.isEmpty()) {
                            add(counts, new Who(row.getString("source"), reporter), right);
                        }
                        return right;
                    })
                    .list();
        }
        write(handle, counts, sign);
    }

    private static void add(Map<Who, long[]> counts, Who who, boolean right) {
        long[] count = counts.computeIfAbsent(who, _ -> new long[2]);
        count[0]++;
        count[1] += right ? 1 : 0;
    }

    private static void write(Handle handle, Map<Who, long[]> counts, int sign) {
        if (counts.isEmpty()) {
            return;
        }
        List<Map.Entry<Who, long[]>> entries = new ArrayList<>(counts.entrySet());
        int[] met;
        try (PreparedBatch batch = handle.prepareBatch(COUNT)) {
            for (var entry : entries) {
                Who who = entry.getKey();
                batch.add(sign * entry.getValue()[0], sign * entry.getValue()[1], who.source(), who.reporter());
            }
            met = batch.execute();
        }
        for (int i = 0; i < met.length; i++) {
            if (met[i] == 0) {
                Who who = entries.get(i).getKey();
                long[] count = entries.get(i).getValue();
                handle.execute(BEGIN, who.source(), who.reporter(), sign * count[0], sign * count[1]);
            }
        }
    }

    private record Who(String source, String reporter) {}
}
