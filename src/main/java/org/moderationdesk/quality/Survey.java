package org.moderationdesk.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.quality.Decided.StoredDecision;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Rights;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the decisions of a period for a dry run, a million in seconds: from their narrow rows, in the order of the log, a
 * page at a time. What it says of a decision is what {@link DecidedReader} says, but for what only a draw needs.
 */
final class Survey {
    private static final int READ_AT_ONCE = 20_000;
    private static final String EXTENT = """
        select coalesce(min(seq), 0) as first, count(*) as amount
          from decision_fact
         where at >= :from and at < :until and outcome <> 'ESCALATE' and state in ('IN_EFFECT', 'AWAITING_SECOND')
        """;
    private static final String PAGE = """
        select f.seq, f.decision_id, f.case_id, f.item_id, f.person, f.at, f.section, f.clauses, f.confidence,
               f.child_safety, %s as content
          from decision_fact f%s
         where f.seq > :seq and f.at >= :from and f.at < :until and f.outcome <> 'ESCALATE'
           and f.state in ('IN_EFFECT', 'AWAITING_SECOND')
         order by f.seq
         fetch first :limit rows only
        """;
    private static final String WITHOUT_REACH = PAGE.formatted("''", "");
    private static final String WITH_REACH = PAGE.formatted("v.content", """

          join decision d on d.id = f.decision_id
          left join item_version v on v.item_id = d.item_id and v.version = d.item_version
        """);
    private static final String HIDDEN = "select distinct item_id from open_case where child_safety = true";
    private static final String REPLACING =
            "select replacement from difference_resolution where replacement is not null";
    private static final String FIRST_ONES =
            "select at from decision where person = :person order by person, at fetch first :most rows only";

    private final Book book;
    private final SamplingPlan plan;
    private final Person lead;
    private final Period period;
    private final Extent extent;
    private final Set<String> hidden;
    private final Set<String> replacing;
    private final Map<String, long[]> firstOnes = new HashMap<>();
    private final Map<String, List<ClauseCode>> clauses = new HashMap<>();

    Survey(Handle handle, Book book, SamplingPlan plan, Person lead, Period period) {
        this.book = book;
        this.plan = plan;
        this.lead = lead;
        this.period = period;
        extent = handle.createQuery(EXTENT)
                .bind("from", period.from().toEpochMilli())
                .bind("until", period.until().toEpochMilli())
                .map((row, _) -> new Extent(row.getLong("first"), row.getLong("amount")))
                .one();
        hidden = handle.createQuery(HIDDEN).mapTo(String.class).set();
        replacing = handle.createQuery(REPLACING).mapTo(String.class).set();
    }

    /** From its first moment up to, and without, its last. */
    record Period(Instant from, Instant until) {}

    private record Extent(long first, long amount) {}

    /**
     * Some of the decisions.
     *
     * @param read how many rows it took, those included that are left out
     * @param last where to go on; -1 at the end
     */
    record Page(List<Decided> decided, int read, long last) {}

    /** How many decisions there are at most. */
    long amount() {
        return extent.amount();
    }

    /** Where the first page begins. */
    long begin() {
        return extent.first() - 1;
    }

    Page after(Handle handle, long seq) {
        List<Decided> read = handle.createQuery(plan.risk().reach() > 0 ? WITH_REACH : WITHOUT_REACH)
                .bind("seq", seq)
                .bind("from", period.from().toEpochMilli())
                .bind("until", period.until().toEpochMilli())
                .bind("limit", READ_AT_ONCE)
                .setFetchSize(READ_AT_ONCE)
                .map((row, _) -> decided(row))
                .list();
        long last = read.size() < READ_AT_ONCE ? -1 : read.getLast().stored().eventSeq();
        List<Decided> shown = read.stream()
                .filter(one -> Rights.sees(lead, one.childSafety()) && !replacing.contains(one.id()))
                .map(one -> asksWhoIsNew() ? withAge(handle, one) : one)
                .toList();
        return new Page(shown, read.size(), last);
    }

    private Decided decided(ResultSet row) throws SQLException {
        String item = row.getString("item_id");
        List<ClauseCode> yes = clauses.computeIfAbsent(row.getString("clauses"), Survey::codes);
        String named = Objects.requireNonNullElse(row.getString("section"), "");
        String content = row.getString("content");
        boolean childSafety = row.getBoolean("child_safety") || hidden.contains(item);
        var stored = new StoredDecision(
                row.getString("decision_id"),
                row.getLong("case_id"),
                item,
                0,
                "",
                row.getString("person"),
                Instant.ofEpochMilli(row.getLong("at")),
                "",
                row.getLong("seq"),
                named,
                childSafety,
                yes);
        return new Decided(
                stored,
                DecidedReader.section(book, yes, named),
                "LOW".equals(row.getString("confidence")),
                childSafety,
                content == null || content.isEmpty() ? 0 : views(content),
                Integer.MAX_VALUE,
                Integer.MAX_VALUE);
    }

    private static List<ClauseCode> codes(String separated) {
        return Arrays.stream(separated.split(" ", -1))
                .filter(code -> !code.isEmpty())
                .map(ClauseCode::new)
                .toList();
    }

    private boolean asksWhoIsNew() {
        return plan.newReviewers().decisions() > 0 || plan.newReviewers().days() > 0;
    }

    private Decided withAge(Handle handle, Decided one) {
        int most = plan.newReviewers().decisions();
        long[] first =
                firstOnes.computeIfAbsent(
                        one.stored().person(), person -> handle
                                .createQuery(FIRST_ONES)
                                .bind("person", person)
                                .bind("most", most + 1)
                                .mapTo(Long.class)
                                .list()
                                .stream()
                                .mapToLong(Long::longValue)
                                .toArray());
        long at = one.stored().at().toEpochMilli();
        int ordinal = 0;
        while (ordinal < first.length && first[ordinal] <= at) {
            ordinal++;
        }
        return new Decided(
                one.stored(),
                one.section(),
                one.lowConfidence(),
                one.childSafety(),
                one.views(),
                ordinal > most ? Integer.MAX_VALUE : ordinal,
                first.length == 0
                        ? Integer.MAX_VALUE
                        : Math.toIntExact(Duration.ofMillis(at - first[0]).toDays()));
    }

    /** Without reading the rest: what is written in texts is no name of a field. */
    private static long views(String content) {
        try (JsonParser parser = JsonMapper.shared().createParser(content)) {
            if (parser.nextToken() != JsonToken.START_OBJECT || !isAt(parser, "reach")) {
                return 0;
            }
            return parser.currentToken() == JsonToken.START_OBJECT && isAt(parser, "views")
                    ? parser.getValueAsLong(0)
                    : 0;
        }
    }

    /** Goes on to the value of this field of the object that the parser is in. */
    private static boolean isAt(JsonParser parser, String field) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean found = parser.currentName().equals(field);
            parser.nextToken();
            if (found) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }
}
