package org.moderationdesk.practice;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ProposalJson;

/** The items of a run and what was answered to them, as they are stored. */
final class AnswerRows {
    private static final String NEXT = """
        select i.place, i.item_id, i.section
          from practice.run_item i
         where i.run_id = ? and i.place > ?
           and not exists (select 1 from practice.run_answer a where a.run_id = i.run_id and a.item_id = i.item_id)
         order by i.run_id, i.place
         fetch first 1 row only
        """;
    private static final String PLACE =
            "select place, item_id, section from practice.run_item where run_id = ? and item_id = ?";
    private static final String PAGE = """
        select place, item_id, section from practice.run_item
         where run_id = ? and place > ? order by run_id, place fetch first ? rows only
        """;
    private static final String OPEN_IN_SECTION = """
        select count(*)
          from practice.run_item i
         where i.run_id = ? and i.section = ?
           and not exists (select 1 from practice.run_answer a where a.run_id = i.run_id and a.item_id = i.item_id)
        """;
    private static final String ANSWERS = """
        select item_id, at, active_ms, body from practice.run_answer where run_id = :run and item_id in (<ids>)
        """;
    private static final String INSERT =
            "insert into practice.run_answer (run_id, item_id, at, active_ms, body) values (?, ?, ?, ?, ?)";
    private static final String DRAFT =
            "select active_ms, body from practice.run_draft where run_id = ? and item_id = ?";
    private static final String DELETE_DRAFT = "delete from practice.run_draft where run_id = ? and item_id = ?";
    private static final String DELETE_DRAFTS = "delete from practice.run_draft where run_id = ?";
    private static final String INSERT_DRAFT =
            "insert into practice.run_draft (run_id, item_id, active_ms, body) values (?, ?, ?, ?)";

    private static final String TIMES = """
        select active_ms from practice.run_answer where run_id = ? and body is not null order by active_ms
        """;
    private static final String IDS = "select item_id from practice.run_item where run_id = ?";
    private static final String OPEN = """
        select item_id from practice.run_item where run_id = :run
        except
        select item_id from practice.run_answer where run_id = :run
        """;
    private static final String THERE = "select distinct item_id from practice.set_item where set_id = ?";

    private AnswerRows() {}

    /** How many items of a run have no answer, without those that have been erased. */
    static int unanswered(Handle handle, Run run) {
        // Each read once and compared here: joined, a server that knows no sizes yet reads the set once for each item.
        Set<String> open = handle.createQuery(OPEN)
                .bind("run", run.id())
                .mapTo(String.class)
                .set();
        if (open.isEmpty()) {
            return 0;
        }
        open.retainAll(handle.createQuery(THERE)
                .bind(0, run.setId())
                .mapTo(String.class)
                .set());
        return open.size();
    }

    /** Where an item stands in a run. */
    record Place(int place, String itemId, String section) {}

    /** What is answered so far of an item. */
    record Draft(Proposal proposal, long activeMs) {}

    /** For how long somebody was at each answer, in milliseconds, ascending; without what has been erased. */
    static List<Long> times(Handle handle, String run) {
        return handle.createQuery(TIMES).bind(0, run).mapTo(Long.class).list();
    }

    /** Every item of a run. */
    static Set<String> items(Handle handle, String run) {
        return handle.createQuery(IDS).bind(0, run).mapTo(String.class).set();
    }

    /** The first one after this place that is not answered. */
    static Optional<Place> next(Handle handle, String run, int after) {
        return handle.createQuery(NEXT)
                .bind(0, run)
                .bind(1, after)
                .map((row, _) -> new Place(row.getInt(1), row.getString(2), row.getString(3)))
                .findOne();
    }

    static Optional<Place> place(Handle handle, String run, String item) {
        return handle.createQuery(PLACE)
                .bind(0, run)
                .bind(1, item)
                .map((row, _) -> new Place(row.getInt(1), row.getString(2), row.getString(3)))
                .findOne();
    }

    static List<Place> page(Handle handle, String run, int after, int limit) {
        return handle.createQuery(PAGE)
                .bind(0, run)
                .bind(1, after)
                .bind(2, limit)
                .map((row, _) -> new Place(row.getInt(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** How many of a section are not answered yet. */
    static int openIn(Handle handle, String run, String section) {
        return handle.createQuery(OPEN_IN_SECTION)
                .bind(0, run)
                .bind(1, section)
                .mapTo(Integer.class)
                .one();
    }

    /** By item. An answer to what has been erased since has no words any more, and is not among them. */
    static Map<String, GivenAnswer> answers(Handle handle, String run, List<String> items) {
        Map<String, GivenAnswer> found = new HashMap<>();
        for (List<String> some : Parts.of(items)) {
            handle.createQuery(ANSWERS + " and body is not null")
                    .bind("run", run)
                    .bindList("ids", some)
                    .map((row, _) -> new GivenAnswer(
                            row.getString("item_id"),
                            ProposalJson.readDraft(row.getString("body")).proposal(),
                            Instant.ofEpochMilli(row.getLong("at")),
                            row.getLong("active_ms")))
                    .forEach(one -> found.put(one.itemId(), one));
        }
        return found;
    }

    static void insert(Handle handle, String run, GivenAnswer answer) {
        handle.execute(
                INSERT,
                run,
                answer.itemId(),
                answer.at().toEpochMilli(),
                answer.activeMs(),
                body(answer.proposal(), answer.itemId()));
        handle.execute(DELETE_DRAFT, run, answer.itemId());
    }

    private static String body(Proposal proposal, String item) {
        String body = ProposalJson.write(proposal);
        if (body.length() > Json.LONGEST) {
            throw new PracticeRefused(PracticeRefused.Why.TOO_LONG, item);
        }
        return body;
    }

    static Optional<Draft> draft(Handle handle, String run, String item) {
        return handle.createQuery(DRAFT)
                .bind(0, run)
                .bind(1, item)
                .map((row, _) ->
                        new Draft(ProposalJson.readDraft(row.getString("body")).proposal(), row.getLong("active_ms")))
                .findOne();
    }

    static void keep(Handle handle, String run, String item, Draft draft) {
        handle.execute(DELETE_DRAFT, run, item);
        handle.execute(INSERT_DRAFT, run, item, draft.activeMs(), body(draft.proposal(), item));
    }

    static void forgetDrafts(Handle handle, String run) {
        handle.execute(DELETE_DRAFTS, run);
    }
}
