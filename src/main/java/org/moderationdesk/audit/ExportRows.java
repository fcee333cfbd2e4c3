package org.moderationdesk.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.decisions.ReferralState;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.items.CaseReport;
import org.moderationdesk.items.DeskFormat;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.log.LoggedEvent;
import org.moderationdesk.log.StoredEvents;
import org.moderationdesk.queue.CaseArchive;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Rights;

/**
 * Where the rows of an export come from. Child-safety cases and what was decided on them are left out for a person
 * without the clearance.
 */
public final class ExportRows {
    private static final Set<String> TOOK_EFFECT =
            Set.of(DecisionState.IN_EFFECT.name(), DecisionState.REPLACED.name());
    private static final Set<String> GOES_OUT = Set.of(ReferralState.QUEUED.name());

    private final CaseArchive cases;
    private final StoredItems items;
    private final StoredDecisions decisions;
    private final StoredEvents events;

    public ExportRows(CaseArchive cases, StoredItems items, StoredDecisions decisions, StoredEvents events) {
        this.cases = cases;
        this.items = items;
        this.decisions = decisions;
        this.events = events;
    }

    /** The columns of a CSV export; JSON Lines hold every field there is. */
    static List<String> columns(Exported what) {
        return switch (what) {
            case CASES ->
                List.of(
                        "case",
                        "item",
                        "kind",
                        "state",
                        "queue",
                        "sections",
                        "severity",
                        "openedAt",
                        "dueAt",
                        "closedAt",
                        "reports",
                        "language",
                        "region",
                        "claimedBy",
                        "excerpt");
            case DECISIONS ->
                List.of(
                        "decision",
                        "case",
                        "item",
                        "version",
                        "edition",
                        "outcome",
                        "answers",
                        "exception",
                        "reach",
                        "account",
                        "referrals",
                        "noReferral",
                        "escalateTo",
                        "evidence",
                        "rationale",
                        "confidence",
                        "difficult",
                        "person",
                        "at",
                        "releaseAt",
                        "state",
                        "replaces");
            case EVENTS -> List.of("seq", "at", "kind", "person", "case", "item", "body", "hash");
            case MEASURES ->
                List.of(
                        "id",
                        "measure",
                        "state",
                        "decision",
                        "item",
                        "account",
                        "until",
                        "expiresAt",
                        "releaseAt",
                        "at",
                        "person");
        };
    }

    void stream(Exporter.Order order, Person viewer, Instant now, Consumer<Map<String, ?>> out) {
        switch (order.what()) {
            case CASES -> cases.stream(viewer, order.from(), order.to(), row -> out.accept(caseRow(order, row)));
            case DECISIONS -> decisions(order, viewer, now, out);
            case EVENTS -> {
                Set<String> hidden = cases.hiddenItems(viewer);
                long unused = events.stream(order.from(), order.to(), event -> {
                    if (event.itemId() == null || !hidden.contains(event.itemId())) {
                        out.accept(event(event));
                    }
                });
            }
            case MEASURES ->
                decisions(order, viewer, now, decision -> measures(decision).forEach(measure -> {
                    var row = new TreeMap<String, Object>(measure);
                    row.put("decision", decision.get("decision"));
                    row.put("person", decision.get("person"));
                    row.put("at", decision.get("at"));
                    out.accept(row);
                }));
        }
    }

    private Map<String, ?> caseRow(Exporter.Order order, CaseRow row) {
        if (order.form() == ExportForm.CSV) {
            return flat(row);
        }
        ItemFile file = items.file(row.itemId()).orElseThrow();
        var line = new LinkedHashMap<String, Object>(DeskFormat.toMap(new FlaggedItem(
                file.item(),
                file.reports().stream()
                        .filter(report -> report.caseId() == row.id())
                        .map(CaseReport::report)
                        .toList())));
        line.put("case", flat(row));
        return line;
    }

    private static Map<String, Object> flat(CaseRow row) {
        var flat = new LinkedHashMap<String, Object>();
        flat.put("case", row.id());
        flat.put("item", row.itemId());
        flat.put("kind", row.kind().name());
        flat.put("state", row.state().name());
        flat.put("queue", row.queue());
        flat.put("sections", String.join(" ", row.sections()));
        flat.put("severity", row.severity().name());
        flat.put("openedAt", row.openedAt().toString());
        flat.put("dueAt", row.dueAt().toString());
        if (row.closedAt() != null) {
            flat.put("closedAt", row.closedAt().toString());
        }
        flat.put("reports", row.reports());
        if (row.language() != null) {
            flat.put("language", row.language());
        }
        if (row.region() != null) {
            flat.put("region", row.region());
        }
        if (row.claimedBy() != null) {
            flat.put("claimedBy", row.claimedBy());
        }
        flat.put("excerpt", row.excerpt());
        return flat;
    }

    private void decisions(
            Exporter.Order order, Person viewer, Instant now, Consumer<? super Map<String, Object>> out) {
        Set<String> hidden = cases.hiddenItems(viewer);
        decisions.stream(order.from(), order.to(), decision -> {
            boolean childSafety = Boolean.TRUE.equals(decision.get("childSafety"));
            if (Rights.sees(viewer, childSafety) && !hidden.contains(String.valueOf(decision.get("item")))) {
                var released = new TreeMap<String, Object>(decision);
                released.put("measures", released(measures(decision), TOOK_EFFECT, now));
                released.put("referralStates", released(effects(decision, "referralStates"), GOES_OUT, now));
                out.accept(released);
            }
        });
    }

    /** Nothing leaves the desk that can still be undone, waits for a second person, or never took effect. */
    private static List<Map<String, Object>> released(
            List<Map<String, Object>> effects, Set<String> states, Instant now) {
        return effects.stream()
                .filter(effect -> states.contains(String.valueOf(effect.get("state"))))
                .filter(effect ->
                        !Instant.parse(String.valueOf(effect.get("releaseAt"))).isAfter(now))
                .toList();
    }

    private static List<Map<String, Object>> measures(Map<String, Object> decision) {
        return effects(decision, "measures");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> effects(Map<String, Object> decision, String which) {
        return (List<Map<String, Object>>) decision.getOrDefault(which, List.of());
    }

    private static Map<String, Object> event(LoggedEvent event) {
        var row = new LinkedHashMap<String, Object>();
        row.put("seq", event.seq());
        row.put("at", event.at().toString());
        row.put("kind", event.kind().name());
        row.put("person", event.by());
        if (event.caseId() != null) {
            row.put("case", event.caseId());
        }
        if (event.itemId() != null) {
            row.put("item", event.itemId());
        }
        row.put("body", event.body());
        row.put("hash", event.hash());
        return row;
    }
}
