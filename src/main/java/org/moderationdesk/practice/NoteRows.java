package org.moderationdesk.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What trainers said, as it is stored. */
final class NoteRows {
    private static final String COLUMNS = "select id, run_id, item_id, person, by_whom, at, words from practice.note";
    private static final String OF_RUN = COLUMNS + " where run_id = ? order by run_id, at, id";
    private static final String OF_PERSON = COLUMNS + " where person = ? and at >= ? order by person, at desc, id";
    private static final String INSERT =
            "insert into practice.note (id, run_id, item_id, person, by_whom, at, words) values (?, ?, ?, ?, ?, ?, ?)";

    private NoteRows() {}

    /** The oldest first. */
    static List<TrainerNote> ofRun(Handle handle, String run) {
        return handle.createQuery(OF_RUN)
                .bind(0, run)
                .map((row, _) -> read(row))
                .list();
    }

    /** Those to a person since a moment, the newest first. */
    static List<TrainerNote> ofPerson(Handle handle, String person, Instant since) {
        return handle.createQuery(OF_PERSON)
                .bind(0, person)
                .bind(1, since.toEpochMilli())
                .map((row, _) -> read(row))
                .list();
    }

    private static TrainerNote read(ResultSet row) throws SQLException {
        return new TrainerNote(
                row.getString("id"),
                row.getString("run_id"),
                row.getString("item_id"),
                row.getString("person"),
                row.getString("by_whom"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("words"));
    }

    static void insert(Handle handle, TrainerNote one) {
        handle.execute(
                INSERT,
                one.id(),
                one.runId(),
                one.itemId(),
                one.person(),
                one.by(),
                one.at().toEpochMilli(),
                one.words());
    }
}
