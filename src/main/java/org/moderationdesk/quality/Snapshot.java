package org.moderationdesk.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.decisions.ChildSafety;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.SectionCode;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.CaseReport;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.StoredItems;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a case as it was when the first person claimed it: what has come since, the first decision above all, is not in
 * it, nor what that made of the case.
 */
final class Snapshot {
    private static final String CLAIMED = """
        select at
          from event
         where item_id = :item and seq < :seq and case_id = :case and kind in ('CLAIMED', 'HANDED_OVER')
         order by item_id desc, seq desc
         fetch first 1 row only
        """;
    private static final String ARRIVED =
            "select arrived_at from item_version where item_id = :item and version = :version";
    private static final String CASE = """
        select kind, severity, sections, language, region, opened_at, child_safety, sealed
          from open_case
         where id = ?
        """;
    private static final String EARLIER_ANSWERS = """
        select a.rule
          from decision d
          join decision_answer a on a.decision_id = d.id and a.answer in ('YES', 'UNSURE')
         where d.case_id = :case and d.at < :seen and d.id <> :id
        """;

    private final Handle handle;
    private final StoredItems items;
    private final Book book;

    Snapshot(Handle handle, StoredItems items, Book book) {
        this.handle = handle;
        this.items = items;
        this.book = book;
    }

    CaseAsItWas of(Decided.StoredDecision decision, Instant now, int dueDays) {
        long seenAt = seenAt(decision);
        Set<SectionCode> sections = new HashSet<>();
        Set<String> codes = new HashSet<>();
        for (CaseReport report : items.reportsSince(handle, decision.caseId(), Instant.EPOCH)) {
            if (report.arrivedAt().toEpochMilli() <= seenAt) {
                codes.addAll(report.report().sections());
            }
        }
        codes.forEach(code -> book.sectionNamed(code).ifPresent(sections::add));
        ChildSafety.Mark mark = mark(decision, seenAt, codes);
        String queue =
                JsonMapper.shared().readTree(decision.body()).path("queue").asString("");
        return handle.createQuery(CASE)
                .bind(0, decision.caseId())
                .map((row, _) -> new CaseAsItWas(
                        decision.caseId(),
                        decision.itemId(),
                        decision.itemVersion(),
                        decision.edition(),
                        ItemKind.valueOf(row.getString("kind")),
                        queue,
                        Severity.values()[row.getInt("severity")],
                        known(row.getString("sections"), codes, sections),
                        row.getString("language"),
                        row.getString("region"),
                        row.getLong("opened_at"),
                        seenAt,
                        now.plus(Duration.ofDays(dueDays)).toEpochMilli(),
                        row.getBoolean("child_safety") && mark != ChildSafety.Mark.NONE,
                        row.getBoolean("sealed") && mark == ChildSafety.Mark.SEALED))
                .one();
    }

    /** The last claim before the decision; or when the version that was decided about came, where that was later. */
    private long seenAt(Decided.StoredDecision decision) {
        long claimed = handle.createQuery(CLAIMED)
                .bind("item", decision.itemId())
                .bind("case", decision.caseId())
                .bind("seq", decision.eventSeq())
                .mapTo(Long.class)
                .findOne()
                .orElse(decision.at().toEpochMilli());
        long arrived = handle.createQuery(ARRIVED)
                .bind("item", decision.itemId())
                .bind("version", decision.itemVersion())
                .mapTo(Long.class)
                .findOne()
                .orElse(claimed);
        return Math.max(claimed, arrived);
    }

    private ChildSafety.Mark mark(Decided.StoredDecision decision, long seenAt, Collection<String> codes) {
        Set<SectionCode> named = new HashSet<>();
        for (String code : codes) {
            // A code that the book lacks marks a case by the section that it begins with, as it did when it came in.
            SectionCode.parse(code.length() > 3 && !code.contains(" ") ? first(code) : code)
                    .ifPresent(named::add);
        }
        handle.createQuery(EARLIER_ANSWERS)
                .bind("case", decision.caseId())
                .bind("seen", seenAt)
                .bind("id", decision.id())
                .mapTo(String.class)
                .forEach(rule -> named.add(new ClauseCode(rule).section()));
        return ChildSafety.of(named);
    }

    private static String first(String code) {
        int dot = code.indexOf('.');
        return dot > 0 && code.length() > dot + 1 ? code.substring(0, dot + 2) : code;
    }

    private static List<String> known(String shown, Set<String> codes, Set<SectionCode> sections) {
        return Arrays.stream(shown.split(" ", -1))
                .filter(code -> !code.isEmpty())
                .filter(code -> codes.contains(code)
                        || SectionCode.parse(code).filter(sections::contains).isPresent())
                .toList();
    }
}
