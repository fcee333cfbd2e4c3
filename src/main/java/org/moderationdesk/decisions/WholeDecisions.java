package org.moderationdesk.decisions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.CanonicalJson;

/**
 * Reads decisions whole: the proposal with its free text, what was seen, what became of it. A text that was erased
 * reads {@value #ERASED}.
 */
final class WholeDecisions {
    static final String ERASED = "[erased]";

    private static final int PAGE = 200;
    private static final int AT_ONCE = 500;
    private static final String TEXTS = "select id, words from personal_text where id in (<ids>)";
    // Two plain ranges: H2 makes no start position of a comparison of two columns at once.
    private static final String SAME_MOMENT = "select " + DecisionRow.COLUMNS + """
         from decision
         where at = :at and id > :id
         order by at, id
         fetch first :limit rows only
        """;
    private static final String LATER = "select " + DecisionRow.COLUMNS + """
         from decision
         where at >= :from and at < :to
         order by at, id
         fetch first :limit rows only
        """;

    private final Handle handle;

    WholeDecisions(Handle handle) {
        this.handle = handle;
    }

    /** @param last where the next page begins after; null when there is none */
    record Page(
            List<Map<String, Object>> decisions, @Nullable DecisionKey last) {}

    Page page(@Nullable DecisionKey after, Instant from, Instant to) {
        List<DecisionRow> rows = new ArrayList<>();
        long start = from.toEpochMilli();
        if (after != null) {
            rows.addAll(handle.createQuery(SAME_MOMENT)
                    .bind("at", after.at().toEpochMilli())
                    .bind("id", after.id())
                    .bind("limit", PAGE)
                    .map((row, _) -> DecisionRow.read(row))
                    .list());
            start = after.at().toEpochMilli() + 1;
        }
        if (rows.size() < PAGE) {
            rows.addAll(handle.createQuery(LATER)
                    .bind("from", start)
                    .bind("to", to.toEpochMilli())
                    .bind("limit", PAGE - rows.size())
                    .map((row, _) -> DecisionRow.read(row))
                    .list());
        }
        @Nullable
        DecisionKey last = rows.size() < PAGE
                ? null
                : new DecisionKey(
                        Instant.ofEpochMilli(rows.getLast().at()),
                        rows.getLast().id());
        return new Page(of(rows), last);
    }

    /** What was proposed, with its free text. */
    Proposal proposal(DecisionRow row) {
        StoredBody body = StoredBody.read(row.body());
        Map<String, String> texts = texts(List.of(body));
        SortedMap<String, Object> map =
                ProposalJson.map(body.asProposal(), id -> id.isEmpty() ? "" : texts.getOrDefault(id, ERASED));
        return ProposalJson.readDraft(CanonicalJson.write(map)).proposal();
    }

    List<Map<String, Object>> of(List<DecisionRow> rows) {
        List<String> ids = rows.stream().map(DecisionRow::id).toList();
        Map<String, List<Object>> measures = new HashMap<>();
        MeasureRow.ofDecisions(handle, ids)
                .forEach(measure -> measures.computeIfAbsent(measure.decisionId(), _ -> new ArrayList<>())
                        .add(measure(measure)));
        Map<String, List<Object>> referrals = new HashMap<>();
        ReferralRow.ofDecisions(handle, ids).forEach(referral -> referrals
                .computeIfAbsent(referral.decisionId(), _ -> new ArrayList<>())
                .add(referral(referral)));
        List<StoredBody> bodies =
                rows.stream().map(row -> StoredBody.read(row.body())).toList();
        Map<String, String> texts = texts(bodies);
        List<Map<String, Object>> whole = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            DecisionRow row = rows.get(i);
            SortedMap<String, Object> map = decision(row, bodies.get(i), texts);
            map.put("measures", measures.getOrDefault(row.id(), List.of()));
            map.put("referralStates", referrals.getOrDefault(row.id(), List.of()));
            whole.add(map);
        }
        return whole;
    }

    private static SortedMap<String, Object> decision(DecisionRow row, StoredBody body, Map<String, String> texts) {
        SortedMap<String, Object> map =
                ProposalJson.map(body.asProposal(), id -> id.isEmpty() ? "" : texts.getOrDefault(id, ERASED));
        map.put("decision", row.id());
        map.put("case", row.caseId());
        map.put("person", row.person());
        map.put("state", row.state().name());
        map.put("at", time(row.at()));
        map.put("releaseAt", time(row.releaseAt()));
        if (row.replaces() != null) {
            map.put("replaces", row.replaces());
        }
        map.put("seen", body.seen());
        map.put("childSafety", body.childSafety());
        map.put(
                "settled",
                body.settled().stream()
                        .map(report -> Map.of("report", report.get(0), "upheld", report.get(1)))
                        .toList());
        return map;
    }

    private static SortedMap<String, Object> measure(MeasureRow row) {
        var map = new TreeMap<>(StoredBody.object(row.body()));
        map.put("id", row.id());
        map.put("measure", row.type().name());
        map.put("state", row.state().name());
        map.put("item", row.itemId());
        if (row.accountId() != null) {
            map.put("account", row.accountId());
        }
        map.put("releaseAt", time(row.releaseAt()));
        if (row.untilAt() != null) {
            map.put("until", time(row.untilAt()));
        }
        if (row.expiresAt() != null) {
            map.put("expiresAt", time(row.expiresAt()));
        }
        return map;
    }

    private static SortedMap<String, Object> referral(ReferralRow row) {
        var map = new TreeMap<String, Object>();
        map.put("id", row.id());
        map.put("to", row.target().name());
        map.put("threatToLife", row.threatToLife());
        map.put("state", row.state().name());
        map.put("releaseAt", time(row.releaseAt()));
        return map;
    }

    private Map<String, String> texts(List<StoredBody> bodies) {
        Set<String> wanted = new HashSet<>();
        for (StoredBody body : bodies) {
            ProposalJson.map(body.asProposal(), id -> {
                wanted.add(id);
                return id;
            });
        }
        List<String> ids = List.copyOf(wanted);
        Map<String, String> texts = new HashMap<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            handle.createQuery(TEXTS)
                    .bindList("ids", ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                    .map((row, _) -> Map.entry(row.getString("id"), row.getString("words")))
                    .forEach(entry -> texts.put(entry.getKey(), entry.getValue()));
        }
        return texts;
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
