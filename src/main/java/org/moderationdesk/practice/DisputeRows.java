package org.moderationdesk.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.staff.Person;

/** Questioned keys, and runs that were scored anew, as they are stored. */
final class DisputeRows {
    private static final String COLUMNS = """
        select id, run_id, set_id, item_id, person, at, reason, state, ruled_by, ruled_at, ruling, version
          from practice.dispute
        """;
    private static final String FIND = COLUMNS + " where id = ?";
    private static final String OPEN = COLUMNS + " where state = 'OPEN' order by state, at, id fetch first ? rows only";
    private static final String OF_SET = COLUMNS + " where set_id = ? order by set_id, at desc, id";
    private static final String OF_PERSON = COLUMNS + " where person = ? order by person, at desc, id";
    private static final String OF_RUN = COLUMNS + " where run_id = ? and item_id = ?";
    private static final String OPEN_OF =
            COLUMNS + " where set_id = ? and item_id = ? and person = ? and state = 'OPEN'";
    private static final String INSERT = """
        insert into practice.dispute (id, run_id, set_id, item_id, person, at, reason, state, version)
        values (?, ?, ?, ?, ?, ?, ?, 'OPEN', 0)
        """;
    private static final String RULE = """
        update practice.dispute set state = ?, ruled_by = ?, ruled_at = ?, ruling = ?, version = ?
         where id = ? and state = 'OPEN'
        """;
    private static final String RULE_ALL = """
        update practice.dispute set state = ?, ruled_by = ?, ruled_at = ?, ruling = ?, version = ?
         where set_id = ? and item_id = ? and state = 'OPEN'
        """;
    private static final String INSERT_RESCORED = """
        insert into practice.rescored (run_id, version, person, set_id, item_id, at, by_whom, why, was, passed, becomes, passes)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String RESCORED = """
        select run_id, version, person, set_id, item_id, at, by_whom, why, was, passed, becomes, passes
          from practice.rescored
         where person = ? and at >= ?
         order by person, at desc, run_id
        """;
    private static final String WITH_ITEM = """
        select r.id
          from practice.run r
          join practice.run_item i on i.run_id = r.id
         where r.set_id = ? and r.state = 'FINISHED' and i.item_id = ?
         order by r.started_at, r.id
        """;

    private DisputeRows() {}

    static Optional<Dispute> find(Handle handle, String id) {
        return handle.createQuery(FIND).bind(0, id).map((row, _) -> read(row)).findOne();
    }

    /** The oldest first. */
    static List<Dispute> open(Handle handle, int most) {
        return handle.createQuery(OPEN).bind(0, most).map((row, _) -> read(row)).list();
    }

    /** The newest first. */
    static List<Dispute> ofSet(Handle handle, String set) {
        return handle.createQuery(OF_SET)
                .bind(0, set)
                .map((row, _) -> read(row))
                .list();
    }

    /** The newest first. */
    static List<Dispute> ofPerson(Handle handle, String person) {
        return handle.createQuery(OF_PERSON)
                .bind(0, person)
                .map((row, _) -> read(row))
                .list();
    }

    static Optional<Dispute> ofRun(Handle handle, String run, String item) {
        return handle.createQuery(OF_RUN)
                .bind(0, run)
                .bind(1, item)
                .map((row, _) -> read(row))
                .findOne();
    }

    /** Whether this person questions the key of an item, and nobody has ruled on it. */
    static boolean openOf(Handle handle, String set, String item, String person) {
        return handle.createQuery(OPEN_OF)
                .bind(0, set)
                .bind(1, item)
                .bind(2, person)
                .map((row, _) -> read(row))
                .findFirst()
                .isPresent();
    }

    private static Dispute read(ResultSet row) throws SQLException {
        return new Dispute(
                row.getString("id"),
                row.getString("run_id"),
                row.getString("set_id"),
                row.getString("item_id"),
                row.getString("person"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("reason"),
                Dispute.State.valueOf(row.getString("state")),
                row.getString("ruled_by"),
                AssignmentRows.moment(row, "ruled_at"),
                row.getString("ruling"),
                row.getInt("version"));
    }

    static void insert(Handle handle, Dispute made) {
        handle.execute(
                INSERT,
                made.id(),
                made.runId(),
                made.setId(),
                made.itemId(),
                made.person(),
                made.at().toEpochMilli(),
                made.reason());
    }

    /** The key stays, for this one. */
    static boolean keep(Handle handle, Person by, Instant at, String id, String ruling) {
        return handle.execute(RULE, Dispute.State.KEPT.name(), by.name(), at.toEpochMilli(), ruling, 0, id) > 0;
    }

    /** The key is another: everybody who questions it has their answer. */
    static void change(Handle handle, Person by, Instant at, Dispute of, String ruling, int version) {
        handle.execute(
                RULE_ALL,
                Dispute.State.CHANGED.name(),
                by.name(),
                at.toEpochMilli(),
                ruling,
                version,
                of.setId(),
                of.itemId());
    }

    /** Runs that are over and have this item, the oldest first. */
    static List<String> runsWith(Handle handle, String set, String item) {
        return handle.createQuery(WITH_ITEM)
                .bind(0, set)
                .bind(1, item)
                .mapTo(String.class)
                .list();
    }

    static void insert(Handle handle, Rescored one) {
        handle.execute(
                INSERT_RESCORED,
                one.runId(),
                one.version(),
                one.person(),
                one.setId(),
                one.itemId(),
                one.at().toEpochMilli(),
                one.by(),
                one.why(),
                one.was(),
                one.passed(),
                one.becomes(),
                one.passes());
    }

    /** The newest first. */
    static List<Rescored> rescored(Handle handle, String person, Instant since) {
        return handle.createQuery(RESCORED)
                .bind(0, person)
                .bind(1, since.toEpochMilli())
                .map((row, _) -> new Rescored(
                        row.getString("run_id"),
                        row.getInt("version"),
                        row.getString("person"),
                        row.getString("set_id"),
                        row.getString("item_id"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("by_whom"),
                        row.getString("why"),
                        row.getInt("was"),
                        row.getBoolean("passed"),
                        row.getInt("becomes"),
                        row.getBoolean("passes")))
                .list();
    }
}
