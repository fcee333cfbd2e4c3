package org.moderationdesk.practice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.decisions.CaseFacts;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.items.AccountFile;
import org.moderationdesk.items.CaseReport;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.items.Report;
import org.moderationdesk.items.ReportGroup;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.Priority;
import org.moderationdesk.review.Opened;
import org.moderationdesk.staff.Person;

/** Lays an item to practise on out as a case, which it is not. */
final class LaidOut {
    private static final String HELD = "select count(*) from media_key where sha256 = ?";

    private LaidOut() {}

    /** @param id by which the answer to it is known */
    static Opened of(
            Handle handle, PracticeItem item, SetTerms terms, Book book, Person person, Instant now, String id) {
        CaseFacts facts = PracticeFacts.of(item, terms.edition(), book, person, now);
        return Opened.past(
                row(item, facts, now), null, file(handle, item, now), List.of(), Proposal.empty(item.id()), facts, id);
    }

    private static CaseRow row(PracticeItem item, CaseFacts facts, Instant now) {
        Item shown = item.content().item();
        Instant due = facts.urgency().dueAt();
        return new CaseRow(
                item.position(),
                item.id(),
                shown.kind(),
                CaseRow.State.LEASED,
                PracticeFacts.QUEUE,
                PracticeFacts.named(item.content()),
                facts.urgency().severity(),
                "",
                shown.language(),
                shown.region(),
                item.content().reports().size(),
                now,
                due,
                null,
                new Priority(List.of(), due),
                false,
                false,
                facts.pinnedEdition(),
                facts.person().name());
    }

    private static ItemFile file(Handle handle, PracticeItem item, Instant now) {
        Item shown = item.content().item();
        List<Report> reports = item.content().reports();
        return new ItemFile(
                shown,
                List.of(shown.version()),
                now,
                reports.stream()
                        .map(report -> new CaseReport(report, item.position(), true, report.at()))
                        .toList(),
                groups(reports),
                reports.size(),
                shown.media().stream().map(file -> state(handle, file)).toList(),
                Optional.ofNullable(shown.author())
                        .map(author -> new AccountFile(author, List.of()))
                        .orElse(null),
                List.of());
    }

    private static MediaFile.State state(Handle handle, MediaFile file) {
        if (file.sha256() == null) {
            return file.path() == null ? MediaFile.State.NOT_NAMED : MediaFile.State.MISSING;
        }
        boolean held = handle.createQuery(HELD)
                        .bind(0, file.sha256())
                        .mapTo(Integer.class)
                        .one()
                > 0;
        return held && Copies.mayFileBeShown(handle, file.sha256()) ? MediaFile.State.STORED : MediaFile.State.MISSING;
    }

    private static List<ReportGroup> groups(List<Report> reports) {
        Map<String, List<Report>> alike = new LinkedHashMap<>();
        reports.forEach(report -> alike.computeIfAbsent(
                        report.source() + " " + report.reason()
                                + (report.source() == Report.Source.USER ? "" : " " + report.reporter()),
                        _ -> new ArrayList<>())
                .add(report));
        return alike.values().stream().map(LaidOut::group).toList();
    }

    private static ReportGroup group(List<Report> alike) {
        Report one = alike.getFirst();
        return new ReportGroup(
                one.reason(),
                one.source(),
                alike.size() == 1 ? one.reporter() : null,
                alike.stream().map(Report::at).min(Instant::compareTo).orElseThrow(),
                alike.stream().map(Report::at).max(Instant::compareTo).orElseThrow(),
                alike.size(),
                null);
    }
}
