package org.moderationdesk.retention;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.items.CaseReport;
import org.moderationdesk.items.DeskFormat;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.Report;
import org.moderationdesk.items.StoredItems;

/**
 * Chooses, of what the desk holds, what belongs to one person and to nobody else: only fields that are named here leave
 * the desk. Not among them: who reported and in which words, comments of others, who works here, notes on cases, referrals.
 */
final class HeldOfPerson {
    private static final Set<String> OF_ITEM = Set.of(
            "id",
            "kind",
            "version",
            "text",
            "language",
            "region",
            "postedAt",
            "url",
            "media",
            "transcript",
            "onScreenText",
            "live",
            "reach",
            "signals",
            "extra");
    private static final List<String> OF_DECISION =
            List.of("decision", "at", "edition", "version", "outcome", "answers", "reach", "rationale", "state");
    private static final List<String> OF_MEASURE = List.of("measure", "state", "releaseAt", "until", "expiresAt");

    private final StoredItems items;
    private final StoredDecisions decisions;
    private final WrittenBeside beside;

    HeldOfPerson(AccessExport.Known known) {
        this.items = known.items();
        this.decisions = known.decisions();
        this.beside = known.beside();
    }

    /** One item of theirs, with what was reported and decided of it. */
    Map<String, @Nullable Object> item(String itemId) {
        Optional<ItemFile> file = items.file(itemId);
        var object = new LinkedHashMap<String, @Nullable Object>();
        file.ifPresent(known -> {
            Map<String, Object> line = DeskFormat.toMap(new FlaggedItem(known.item(), List.of()));
            var content = new LinkedHashMap<String, Object>(line);
            content.keySet().retainAll(OF_ITEM);
            object.put("item", content);
            List<Map<String, @Nullable Object>> reports = new ArrayList<>();
            for (CaseReport report : known.reports()) {
                reports.add(reportOnThem(report.report()));
            }
            object.put("reports", reports);
        });
        List<Map<String, Object>> decided = new ArrayList<>();
        decisions.wholeOfItem(itemId).forEach(decision -> decided.add(decision(decision)));
        object.put("decisions", decided);
        List<Map<String, Object>> notes = beside.about(itemId);
        if (!notes.isEmpty()) {
            object.put("practiceNotes", notes);
        }
        return object;
    }

    /** What they reported of somebody else's item, in their own words. */
    List<Map<String, @Nullable Object>> reportsBy(String itemId, String accountId) {
        List<Map<String, @Nullable Object>> theirs = new ArrayList<>();
        items.file(itemId).ifPresent(file -> file.reports().stream()
                .map(CaseReport::report)
                .filter(report -> accountId.equals(report.reporter()))
                .forEach(report -> {
                    var object = reportOnThem(report);
                    object.put("item", itemId);
                    object.put("reason", report.reason());
                    object.put("note", report.note());
                    theirs.add(object);
                }));
        return theirs;
    }

    private static Map<String, @Nullable Object> reportOnThem(Report report) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("at", report.at().toString());
        object.put("source", report.source().name());
        object.put("sections", report.sections());
        return object;
    }

    @SuppressWarnings("unchecked") // written by the decisions room
    private static Map<String, Object> decision(Map<String, ?> whole) {
        var object = new LinkedHashMap<String, Object>();
        for (String field : OF_DECISION) {
            Object value = whole.get(field);
            if (value != null) {
                object.put(field, value);
            }
        }
        if (whole.get("exception") instanceof Map<?, ?> exception && exception.get("ground") != null) {
            object.put("exception", exception.get("ground"));
        }
        List<Map<String, Object>> measures = new ArrayList<>();
        if (whole.get("measures") instanceof List<?> taken) {
            for (Object one : taken) {
                var measure = new LinkedHashMap<>((Map<String, Object>) one);
                measure.keySet().retainAll(OF_MEASURE);
                measures.add(measure);
            }
        }
        object.put("measures", measures);
        return object;
    }
}
