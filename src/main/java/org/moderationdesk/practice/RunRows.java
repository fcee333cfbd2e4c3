package org.moderationdesk.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Runs, as they are stored. */
final class RunRows {
    private static final String COLUMNS = """
        select id, assignment_id, set_id, version, person, attempt, state, seed, missed_of, time_shown, feedback,
               started_at, ended_at, paused_ms, items, answered, hundredths, right_items, severe, passed
          from practice.run
        """;
    private static final String FIND = COLUMNS + " where id = ?";
    private static final String OF_PERSON = COLUMNS + " where person = ? order by person, started_at desc, id desc";
    private static final String OF_SET = COLUMNS + """
         where set_id = ? and (started_at < ? or started_at = ? and id < ?)
         order by set_id, started_at desc, id desc
         fetch first ? rows only
        """;
    private static final String UNFINISHED =
            COLUMNS + " where person = ? and set_id = ? and state <> 'FINISHED' order by started_at desc";
    private static final String ATTEMPTS =
            "select coalesce(max(attempt), 0) from practice.run where person = ? and set_id = ?";
    private static final String OF_ASSIGNMENT =
            "select count(*) from practice.run where person = ? and assignment_id = ?";
    private static final String INSERT = """
        insert into practice.run (id, assignment_id, set_id, version, person, attempt, state, seed, missed_of, time_shown,
                                  feedback, started_at, paused_ms, items, answered)
        values (?, ?, ?, ?, ?, ?, 'RUNNING', ?, ?, ?, ?, ?, 0, ?, 0)
        """;
    private static final String INSERT_ITEM =
            "insert into practice.run_item (run_id, place, item_id, section) values (?, ?, ?, ?)";
    private static final String PAUSE =
            "update practice.run set state = 'PAUSED', paused_at = ? where id = ? and state = 'RUNNING'";
    private static final String RESUME = """
        update practice.run set state = 'RUNNING', paused_ms = paused_ms + greatest(? - paused_at, 0), paused_at = null
         where id = ? and state = 'PAUSED'
        """;
    private static final String ANSWERED =
            "update practice.run set answered = answered + 1 where id = ? and state = 'RUNNING'";
    private static final String FINISH =
            "update practice.run set state = 'FINISHED', ended_at = ?, paused_at = null where id = ? and state ="
                    + " 'RUNNING'";
    private static final String SCORE = """
        update practice.run set hundredths = ?, right_items = ?, severe = ?, passed = ?, scored_by = ? where id = ?
        """;

    private RunRows() {}

    static Optional<Run> find(Handle handle, String id) {
        return handle.createQuery(FIND).bind(0, id).map((row, _) -> read(row)).findOne();
    }

    /** The newest first. */
    static List<Run> ofPerson(Handle handle, String person) {
        return handle.createQuery(OF_PERSON)
                .bind(0, person)
                .map((row, _) -> read(row))
                .list();
    }

    /** The newest first, those before one that is known already. */
    static List<Run> ofSet(Handle handle, String set, @Nullable Run before, int limit) {
        long at = before == null ? Long.MAX_VALUE : before.startedAt().toEpochMilli();
        return handle.createQuery(OF_SET)
                .bind(0, set)
                .bind(1, at)
                .bind(2, at)
                .bind(3, before == null ? "" : before.id())
                .bind(4, limit)
                .map((row, _) -> read(row))
                .list();
    }

    static Optional<Run> unfinished(Handle handle, String person, String set) {
        return handle.createQuery(UNFINISHED)
                .bind(0, person)
                .bind(1, set)
                .map((row, _) -> read(row))
                .findFirst();
    }

    static int attempts(Handle handle, String person, String set) {
        return handle.createQuery(ATTEMPTS)
                .bind(0, person)
                .bind(1, set)
                .mapTo(Integer.class)
                .one();
    }

    static int ofAssignment(Handle handle, String person, String assignment) {
        return handle.createQuery(OF_ASSIGNMENT)
                .bind(0, person)
                .bind(1, assignment)
                .mapTo(Integer.class)
                .one();
    }

    private static Run read(ResultSet row) throws SQLException {
        int items = row.getInt("items");
        int hundredths = row.getInt("hundredths");
        Score score = row.wasNull()
                ? null
                : new Score(
                        hundredths, row.getInt("right_items"), items, row.getInt("severe"), row.getBoolean("passed"));
        return new Run(
                row.getString("id"),
                row.getString("assignment_id"),
                row.getString("set_id"),
                row.getInt("version"),
                row.getString("person"),
                row.getInt("attempt"),
                RunState.valueOf(row.getString("state")),
                row.getLong("seed"),
                row.getString("missed_of"),
                row.getBoolean("time_shown"),
                Feedback.valueOf(row.getString("feedback")),
                Instant.ofEpochMilli(row.getLong("started_at")),
                AssignmentRows.moment(row, "ended_at"),
                row.getLong("paused_ms"),
                items,
                row.getInt("answered"),
                score);
    }

    static void insert(Handle handle, Run run, List<ItemRows.Named> items) {
        handle.execute(
                INSERT,
                run.id(),
                run.assignmentId(),
                run.setId(),
                run.version(),
                run.person(),
                run.attempt(),
                run.order(),
                run.missedOf(),
                run.timeShown(),
                run.feedback().name(),
                run.startedAt().toEpochMilli(),
                run.items());
        PreparedBatch rows = handle.prepareBatch(INSERT_ITEM);
        int place = 0;
        for (ItemRows.Named item : items) {
            rows.add(run.id(), ++place, item.id(), item.section());
        }
        rows.execute();
    }

    static boolean pause(Handle handle, String id, Instant at) {
        return handle.execute(PAUSE, at.toEpochMilli(), id) > 0;
    }

    static boolean resume(Handle handle, String id, Instant at) {
        return handle.execute(RESUME, at.toEpochMilli(), id) > 0;
    }

    static boolean answered(Handle handle, String id) {
        return handle.execute(ANSWERED, id) > 0;
    }

    static boolean finish(Handle handle, String id, Instant at) {
        return handle.execute(FINISH, at.toEpochMilli(), id) > 0;
    }

    static void score(Handle handle, String id, Score score, int newest) {
        handle.execute(SCORE, score.hundredths(), score.right(), score.severe(), score.passed(), newest, id);
    }
}
