package org.moderationdesk.decisions;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.SectionCode;
import org.moderationdesk.items.Report;
import org.moderationdesk.log.Act;

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
        merge into report_source s
        using (select t.source, t.reporter, t.decided, t.upheld
                 from unnest(cast(? as varchar array), cast(? as varchar array), cast(? as bigint array),
                             cast(? as bigint array)) as t(source, reporter, decided, upheld)) n
           on s.source = n.source and s.reporter = n.reporter
         when matched then update set decided = s.decided + n.decided, upheld = s.upheld + n.upheld
         when not matched then insert (source, reporter, decided, upheld)
              values (n.source, n.reporter, n.decided, n.upheld)
        """;
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

    /** Who made these reports of an item, by the reports' ids. */
    static Map<String, Who> who(Handle handle, String itemId, List<String> reports) {
        Map<String, Who> found = new HashMap<>();
        for (int from = 0; from < reports.size(); from += AT_ONCE) {
            handle.createQuery(WHO)
                    .bind("item", itemId)
                    .bindList("ids", reports.subList(from, Math.min(reports.size(), from + AT_ONCE)))
                    .map((row, _) -> Map.entry(
                            row.getString("id"),
                            new Who(
                                    row.getString("source"),
                                    Objects.requireNonNullElse(row.getString("reporter"), ""))))
                    .forEach(made -> found.put(made.getKey(), made.getValue()));
        }
        return found;
    }

    /** Takes settled reports out of the counts again. */
    static void takeBack(Act act, String itemId, List<? extends List<?>> settled) {
        List<String> ids =
                settled.stream().map(report -> (String) report.get(0)).toList();
        count(act, who(act.handle(), itemId, ids), settled, -1);
    }

    /** The same, of the kinds of source as a whole alone: who reported keeps their record. */
    static void takeBackOfKinds(Act act, String itemId, List<? extends List<?>> settled) {
        List<String> ids =
                settled.stream().map(report -> (String) report.get(0)).toList();
        Map<String, Who> kinds = new HashMap<>();
        who(act.handle(), itemId, ids).forEach((id, who) -> kinds.put(id, new Who(who.source(), "")));
        count(act, kinds, settled, -1);
    }

    /**
     * Counts settled reports in, or out again.
     *
     * @param who made them; a report that is not there any more counts for nobody
     * @param settled as {@link #of} gives it
     * @param sign 1 or -1
     */
    static void count(Act act, Map<String, Who> who, List<? extends List<?>> settled, int sign) {
        Map<Who, long[]> counts = new LinkedHashMap<>();
        for (List<?> report : settled) {
            Who made = who.get((String) report.get(0));
            if (made != null) {
                boolean right = (Boolean) report.get(1);
                add(counts, new Who(made.source(), ""), right);
                if (!made.reporter().isEmpty()) {
                    add(counts, made, right);
                }
            }
        }
        if (!counts.isEmpty()) {
            act.write(
                    COUNT,
                    counts.keySet().stream().map(Who::source).toArray(String[]::new),
                    counts.keySet().stream().map(Who::reporter).toArray(String[]::new),
                    counts.values().stream().map(count -> sign * count[0]).toArray(Long[]::new),
                    counts.values().stream().map(count -> sign * count[1]).toArray(Long[]::new));
        }
    }

    private static void add(Map<Who, long[]> counts, Who who, boolean right) {
        long[] count = counts.computeIfAbsent(who, _ -> new long[2]);
        count[0]++;
        count[1] += right ? 1 : 0;
    }

    /** @param reporter empty where it is not known who it was, and for the kind of source as a whole */
    record Who(String source, String reporter) {}
}
