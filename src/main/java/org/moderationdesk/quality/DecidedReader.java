package org.moderationdesk.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.Section;
import org.moderationdesk.guidelines.SectionCode;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.Reach;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.quality.Decided.StoredDecision;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads decisions with what a plan asks of them. Escalations are left out: who decides what they escalate is drawn. */
final class DecidedReader {
    private static final String COLUMNS = """
        select d.id, d.case_id, d.item_id, d.item_version, d.edition, d.person, d.at, d.body, d.event_seq, f.section,
               exists (select 1 from open_case c where c.item_id = d.item_id and c.child_safety = true) as hidden
          from decision d
          left join decision_fact f on f.decision_id = d.id
        """;
    private static final String STANDING = """
           and d.outcome <> 'ESCALATE' and d.state in ('IN_EFFECT', 'AWAITING_SECOND')
           and not exists (select 1 from difference_resolution f where f.replacement = d.id)
        """;
    // The ids first, in the order of an index: with the rest beside them H2 sorts all that is left at each page.
    private static final String AFTER = """
        select d.id
          from decision d
         where d.at >= :from and (d.at > :from or d.id > :id) and d.at < :until
        """ + STANDING + """
         order by d.at, d.id
         fetch first :limit rows only
        """;
    private static final String NAMED = COLUMNS + " where d.id in (<ids>)";
    private static final String BY_ID = COLUMNS + " where d.id = :id and d.outcome <> 'ESCALATE'";
    private static final String ANY = COLUMNS + " where d.id = :id";
    private static final String YES = """
        select decision_id, rule from decision_answer where decision_id in (<ids>) and answer = 'YES' order by decision_id, rule
        """;
    private static final String ORDINAL = """
        select count(*)
          from (select 1 as one from decision where person = :person and at <= :at fetch first :most rows only) d
        """;
    private static final String FIRST =
            "select at from decision where person = :person order by person, at fetch first 1 row only";

    private final Handle handle;
    private final StoredItems items;
    private final Book book;
    private final Map<String, Long> manySince = new HashMap<>();
    private final Map<String, Long> firstAt = new HashMap<>();

    DecidedReader(Handle handle, StoredItems items, Book book) {
        this.handle = handle;
        this.items = items;
        this.book = book;
    }

    /** Decisions made after this one, in their order, with what the plan asks for. */
    List<StoredDecision> after(Instant from, String id, Instant until, int limit) {
        List<String> ids = handle.createQuery(AFTER)
                .bind("from", from.toEpochMilli())
                .bind("id", id)
                .bind("until", until.toEpochMilli())
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
        if (ids.isEmpty()) {
            return List.of();
        }
        List<StoredDecision> found = handle.createQuery(NAMED)
                .bindList("ids", ids)
                .map((row, _) -> row(row))
                .list();
        found.sort(Comparator.comparing(StoredDecision::at).thenComparing(StoredDecision::id));
        return withAnswers(found);
    }

    Optional<StoredDecision> find(String id) {
        return find(BY_ID, id);
    }

    /** The same, escalations too. */
    Optional<StoredDecision> any(String id) {
        return find(ANY, id);
    }

    private Optional<StoredDecision> find(String sql, String id) {
        return withAnswers(handle.createQuery(sql)
                        .bind("id", id)
                        .map((row, _) -> row(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** Whether the decision is in effect, or waits to be. */
    boolean stands(String id) {
        return handle.createQuery("select state from decision where id = ?")
                .bind(0, id)
                .mapTo(String.class)
                .findOne()
                .filter(state -> state.equals("IN_EFFECT") || state.equals("AWAITING_SECOND"))
                .isPresent();
    }

    Decided read(StoredDecision stored, SamplingPlan plan) {
        JsonNode body = JsonMapper.shared().readTree(stored.body());
        boolean asksWhoIsNew =
                plan.newReviewers().decisions() > 0 || plan.newReviewers().days() > 0;
        return new Decided(
                stored,
                section(book, stored.yes(), stored.named()),
                "LOW".equals(body.path("confidence").asString("")),
                stored.hidden() || body.path("childSafety").asBoolean(false),
                plan.risk().reach() > 0 ? views(stored) : 0,
                asksWhoIsNew ? ordinal(stored, plan.newReviewers().decisions()) : Integer.MAX_VALUE,
                asksWhoIsNew ? days(stored) : Integer.MAX_VALUE);
    }

    /** Of the gravest clause that was answered "yes"; without one, what its reports named first. */
    static String section(Book book, List<ClauseCode> yes, String named) {
        return yes.stream()
                .map(ClauseCode::section)
                .max(Comparator.comparing((SectionCode code) -> severity(book, code))
                        .thenComparing(Comparator.reverseOrder()))
                .map(SectionCode::value)
                .orElse(named);
    }

    private static Severity severity(Book book, SectionCode code) {
        return book.section(code).map(Section::severity).orElse(Severity.LOW);
    }

    private long views(StoredDecision stored) {
        return items.version(handle, stored.itemId(), stored.itemVersion())
                .map(Item::reach)
                .map(Reach::views)
                .orElse(0L);
    }

    /** Asked of a person until they have made more than that many: from then on they are new no more. */
    private int ordinal(StoredDecision stored, int most) {
        Long since = manySince.get(stored.person());
        if (since != null && since <= stored.at().toEpochMilli()) {
            return Integer.MAX_VALUE;
        }
        int counted = handle.createQuery(ORDINAL)
                .bind("person", stored.person())
                .bind("at", stored.at().toEpochMilli())
                .bind("most", most + 1)
                .mapTo(Integer.class)
                .one();
        if (counted > most) {
            manySince.put(stored.person(), stored.at().toEpochMilli());
            return Integer.MAX_VALUE;
        }
        return counted;
    }

    private int days(StoredDecision stored) {
        long first = firstAt.computeIfAbsent(stored.person(), person -> handle.createQuery(FIRST)
                .bind("person", person)
                .mapTo(Long.class)
                .one());
        return Math.toIntExact(
                Duration.between(Instant.ofEpochMilli(first), stored.at()).toDays());
    }

    private List<StoredDecision> withAnswers(List<StoredDecision> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        Map<String, List<ClauseCode>> yes = handle
                .createQuery(YES)
                .bindList("ids", bare.stream().map(StoredDecision::id).toList())
                .map((row, _) -> Map.entry(row.getString("decision_id"), new ClauseCode(row.getString("rule"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        var whole = new ArrayList<StoredDecision>();
        for (StoredDecision one : bare) {
            whole.add(new StoredDecision(
                    one.id(),
                    one.caseId(),
                    one.itemId(),
                    one.itemVersion(),
                    one.edition(),
                    one.person(),
                    one.at(),
                    one.body(),
                    one.eventSeq(),
                    one.named(),
                    one.hidden(),
                    yes.getOrDefault(one.id(), List.of())));
        }
        return whole;
    }

    private static StoredDecision row(ResultSet row) throws SQLException {
        return new StoredDecision(
                row.getString("id"),
                row.getLong("case_id"),
                row.getString("item_id"),
                row.getInt("item_version"),
                row.getString("edition"),
                row.getString("person"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("body"),
                row.getLong("event_seq"),
                Objects.requireNonNullElse(row.getString("section"), ""),
                row.getBoolean("hidden"),
                List.of());
    }
}
