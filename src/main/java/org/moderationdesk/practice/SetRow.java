package org.moderationdesk.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.practice.PracticeRefused.Why;

/** A set and its newest version, as they are stored. */
record SetRow(String id, int number, SetState state, SetVersion newest) {
    /** The end of what has none yet. */
    static final int OPEN = Integer.MAX_VALUE;

    private static final String INSERT = """
        insert into practice.practice_set (id, number, state, newest, shipped, made_by, made_at)
        select ?, coalesce(max(number), 0) + 1, 'DRAFT', 1, cast(? as varchar), ?, ? from practice.practice_set
        """;
    private static final String INSERT_VERSION = """
        insert into practice.set_version (set_id, version, body, items, made_by, made_at, why) values (?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String UPDATE_VERSION =
            "update practice.set_version set body = ?, items = ? where set_id = ? and version = ?";
    private static final String NEXT =
            "update practice.practice_set set newest = newest + 1 where id = ? and newest = ? and state <> 'ARCHIVED'";
    private static final String STATE = "update practice.practice_set set state = ? where id = ? and state = ?";
    private static final String COLUMNS = """
        select s.id, s.number, s.state, v.version, v.body, v.items, v.made_by, v.made_at, v.why
          from practice.practice_set s
          join practice.set_version v on v.set_id = s.id
        """;
    private static final String ALL = COLUMNS + " where v.version = s.newest order by s.number desc";
    private static final String FIND = COLUMNS + " where v.version = s.newest and s.id = ?";
    private static final String NUMBERED = COLUMNS + " where v.version = s.newest and s.number = ?";
    private static final String SHIPPED = COLUMNS + " where v.version = s.newest and s.shipped = ?";
    private static final String VERSIONS = COLUMNS + " where s.id = ? order by v.version desc";
    private static final String VERSION = COLUMNS + " where s.id = ? and v.version = ?";

    static List<SetRow> all(Handle handle) {
        return handle.createQuery(ALL).map((row, _) -> read(row)).list();
    }

    static Optional<SetRow> find(Handle handle, String id) {
        return one(handle, FIND, id);
    }

    static Optional<SetRow> shipped(Handle handle, String name) {
        return one(handle, SHIPPED, name);
    }

    static Optional<SetRow> numbered(Handle handle, int number) {
        return one(handle, NUMBERED, number);
    }

    /** @throws PracticeRefused when there is none */
    static SetRow need(Handle handle, String id) {
        return find(handle, id).orElseThrow(() -> new PracticeRefused(Why.UNKNOWN_SET, id));
    }

    private static Optional<SetRow> one(Handle handle, String sql, Object by) {
        return handle.createQuery(sql).bind(0, by).map((row, _) -> read(row)).findOne();
    }

    /** The newest first. */
    static List<SetVersion> versions(Handle handle, String id) {
        return handle.createQuery(VERSIONS)
                .bind(0, id)
                .map((row, _) -> read(row).newest())
                .list();
    }

    static SetVersion version(Handle handle, String id, int version) {
        return handle.createQuery(VERSION)
                .bind(0, id)
                .bind(1, version)
                .map((row, _) -> read(row).newest())
                .findOne()
                .orElseThrow(() -> new PracticeRefused(Why.UNKNOWN_SET, id));
    }

    private static SetRow read(ResultSet row) throws SQLException {
        String id = row.getString("id");
        SetTerms terms = TermsJson.read(row.getString("body"), "terms", "");
        return new SetRow(
                id,
                row.getInt("number"),
                SetState.valueOf(row.getString("state")),
                new SetVersion(
                        id,
                        row.getInt("version"),
                        terms,
                        row.getInt("items"),
                        row.getString("made_by"),
                        Instant.ofEpochMilli(row.getLong("made_at")),
                        Json.told(row.getString("why"))));
    }

    static void insert(Handle handle, SetVersion first, @Nullable String shipped) {
        handle.execute(
                INSERT, first.setId(), shipped, first.madeBy(), first.madeAt().toEpochMilli());
        insertVersion(handle, first);
    }

    private static void insertVersion(Handle handle, SetVersion version) {
        handle.execute(
                INSERT_VERSION,
                version.setId(),
                version.version(),
                CanonicalJson.write(TermsJson.toMap(version.terms())),
                version.items(),
                version.madeBy(),
                version.madeAt().toEpochMilli(),
                Json.write(version.why()));
    }

    /** A version after the newest. */
    void next(Handle handle, SetVersion version) {
        if (handle.execute(NEXT, id, newest.version()) == 0) {
            throw new PracticeRefused(Why.WRONG_STATE, number);
        }
        insertVersion(handle, version);
    }

    /** The version of a draft is written over. */
    void rewrite(Handle handle, SetTerms terms, int items) {
        handle.execute(UPDATE_VERSION, CanonicalJson.write(TermsJson.toMap(terms)), items, id, newest.version());
    }

    void become(Handle handle, SetState next) {
        if (handle.execute(STATE, next.name(), id, state.name()) == 0) {
            throw new PracticeRefused(Why.WRONG_STATE, number);
        }
    }
}
