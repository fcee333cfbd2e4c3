package org.moderationdesk.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.Clearance;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.quality.QualityRefused.Why;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Differences that were resolved, for the two whose judgements they were, and what these say to it: once each. Team leads
 * see all of it. Not for the JavaFX thread; safe for any other.
 */
public final class Replies {
    private static final int MOST = 200;
    private static final String RESOLVED = """
        select f.review_id, f.verdict, f.person as lead, f.at, f.replacement, coalesce(t.words, '') as note
          from difference_resolution f
          join quality_draw d on d.review_id = f.review_id
          join second_answer a on a.review_id = f.review_id
          left join personal_text t on t.id = f.note
         where f.verdict in ('KEPT', 'OVERTURNED') and (:cleared = true or d.child_safety = false and %s)
           and not exists (select 1
                             from second_review mine
                            where mine.item_id = f.item_id and mine.state = 'TAKEN' and mine.second_person = :me)
        """.formatted(Clearance.unmarked("d.item_id"));
    private static final String BY_TIME =
            " and f.at >= :since order by f.at desc, f.review_id desc fetch first :most rows only";
    private static final String MINE = " and (d.first_person = :me or a.person = :me)" + BY_TIME;
    private static final String ALL = BY_TIME;
    private static final String ONE =
            " and f.review_id = :review and (:lead = true or d.first_person = :me or a.person = :me)";

    private final Store store;
    private final EventLog log;
    private final QualityRooms rooms;

    /** What the row says. */
    private record Row(
            String reviewId,
            Differences.Verdict verdict,
            String lead,
            Instant at,
            @Nullable String replacement,
            String note) {
        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("review_id"),
                    Differences.Verdict.valueOf(row.getString("verdict")),
                    row.getString("lead"),
                    Instant.ofEpochMilli(row.getLong("at")),
                    row.getString("replacement"),
                    row.getString("note"));
        }
    }

    public Replies(Store store, EventLog log, QualityRooms rooms) {
        this.store = store;
        this.log = log;
        this.rooms = rooms;
    }

    /** Resolved differences in which one of the two judgements is this person's, newest first, at most 200. */
    public List<Resolved> of(Person person, Instant since) {
        Rights.require(person, Right.DECIDE);
        return list(person, MINE, since);
    }

    /** All that were resolved and that this lead may know of, newest first, at most 200. */
    public List<Resolved> all(Person lead, Instant since) {
        Rights.require(lead, Right.RESOLVE_DIFFERENCE);
        return list(lead, ALL, since);
    }

    /** One of them, for a lead or one of its two. */
    public Optional<Resolved> find(Person person, String reviewId) {
        Rights.require(person, Right.DECIDE);
        return store.read(handle -> find(handle, person, reviewId));
    }

    /**
     * Says something to it, as one of the two and once.
     *
     * @param words kept as a personal text
     * @throws QualityRefused when it is not theirs, they have replied, or say nothing
     */
    public Resolved reply(Person person, String reviewId, String words) {
        Rights.require(person, Right.DECIDE);
        if (words.isBlank()) {
            throw new QualityRefused(Why.REPLY_EMPTY, reviewId);
        }
        return log.record(person.name(), act -> {
            Resolved found = find(act.handle(), person, reviewId)
                    .filter(one -> isOneOf(one, person))
                    .orElseThrow(() -> new QualityRefused(Why.NO_SUCH_REVIEW, reviewId));
            if (!found.mayReply()) {
                throw new QualityRefused(Why.REPLIED_ALREADY, reviewId);
            }
            write(act, found, words);
            return find(act.handle(), person, reviewId).orElseThrow();
        });
    }

    private static void write(Act act, Resolved found, String words) {
        String kept = act.keep(words);
        var row = new ReplyRow(
                found.reviewId(), act.by(), found.itemId(), act.at().toEpochMilli(), kept);
        long caseId = ReviewRow.find(act.handle(), found.reviewId())
                .orElseThrow()
                .what()
                .caseId();
        act.append(new Entry(
                EventKind.QUALITY_REPLIED,
                caseId,
                found.itemId(),
                Map.of("review", found.reviewId(), "words", kept),
                List.of(row.insert(act))));
    }

    private List<Resolved> list(Person person, String tail, Instant since) {
        return store.read(handle -> {
            List<Row> rows = handle.createQuery(RESOLVED + tail)
                    .bind("cleared", Rights.sees(person, true))
                    .bind("me", person.name())
                    .bind("since", since.toEpochMilli())
                    .bind("most", MOST)
                    .map((row, _) -> Row.read(row))
                    .list();
            var found = new ArrayList<Resolved>();
            for (Row row : rows) {
                resolved(handle, row, person).ifPresent(found::add);
            }
            return found;
        });
    }

    private Optional<Resolved> find(Handle handle, Person person, String reviewId) {
        return handle.createQuery(RESOLVED + ONE)
                .bind("cleared", Rights.sees(person, true))
                .bind("lead", Rights.has(person, Right.RESOLVE_DIFFERENCE))
                .bind("me", person.name())
                .bind("review", reviewId)
                .map((row, _) -> Row.read(row))
                .findOne()
                .flatMap(row -> resolved(handle, row, person));
    }

    private Optional<Resolved> resolved(Handle handle, Row row, Person person) {
        Optional<DrawRow> drawn = DrawRow.find(handle, row.reviewId());
        Optional<AnswerRow> answer = AnswerRow.find(handle, row.reviewId());
        if (drawn.isEmpty() || answer.isEmpty()) {
            return Optional.empty();
        }
        DrawRow draw = drawn.get();
        Optional<Proposal> first = rooms.decisions().approvals().proposal(handle, draw.decisionId());
        List<Resolved.Reply> replies = ReplyRow.of(handle, row.reviewId());
        boolean one =
                draw.first().equals(person.name()) || answer.get().person().equals(person.name());
        boolean said = replies.stream().anyMatch(reply -> reply.person().equals(person.name()));
        Proposal second = answer.get().proposal(handle);
        return first.map(made -> new Resolved(
                row.reviewId(),
                draw.decisionId(),
                draw.itemId(),
                draw.section(),
                draw.first(),
                answer.get().person(),
                made,
                second,
                fields(made, second),
                row.verdict(),
                row.lead(),
                row.at(),
                row.note(),
                row.replacement(),
                replies,
                one && !said));
    }

    private static boolean isOneOf(Resolved found, Person person) {
        return found.firstPerson().equals(person.name()) || found.secondPerson().equals(person.name());
    }

    private static Set<String> fields(Proposal first, Proposal second) {
        return Differing.between(first, second).stream().map(Enum::name).collect(Collectors.toSet());
    }
}
