package org.moderationdesk.practice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.moderationdesk.db.Dialect;
import org.moderationdesk.staff.Person;

/** Answer keys, as they are stored. Who practises has none of them but through {@link #shown}. */
final class KeyRows {
    private static final String SOME = """
        select item_id, since, body, written_by
          from practice.item_key
         where set_id = :set and item_id in (<ids>) and since <= :version and until > :version
        """;
    private static final String AGREED = """
        select item_id, since, person from practice.key_agreed where set_id = :set and item_id in (<ids>) order by at, person
        """;
    private static final String MISSING = """
        select i.item_id
          from practice.set_item i
         where i.set_id = :set and i.since <= :version and i.until > :version
           and not exists (select 1
                             from practice.item_key k
                            where k.set_id = i.set_id and k.item_id = i.item_id
                              and k.since <= :version and k.until > :version)
         order by i.position
         fetch first 1 row only
        """;
    private static final String COUNT = """
        select count(*)
          from practice.item_key k
         where k.set_id = :set and k.since <= :version and k.until > :version
           and 1 + (select count(*)
                      from practice.key_agreed a
                     where a.set_id = k.set_id and a.item_id = k.item_id and a.since = k.since) >= :keepers
        """;
    private static final String NOT_AGREED = """
        select i.item_id
          from practice.set_item i
         where i.set_id = :set and i.since <= :version and i.until > :version
           and not exists (select 1
                             from practice.item_key k
                            where k.set_id = i.set_id and k.item_id = i.item_id
                              and k.since <= :version and k.until > :version
                              and 1 + (select count(*)
                                         from practice.key_agreed a
                                        where a.set_id = k.set_id and a.item_id = k.item_id and a.since = k.since)
                                  >= :keepers)
         order by i.position
         fetch first 1 row only
        """;
    private static final String DELETE = """
        delete from practice.item_key where set_id = :set and item_id in (<ids>) and since = :version
        """;
    private static final String DELETE_AGREED = """
        delete from practice.key_agreed where set_id = :set and item_id in (<ids>) and since = :version
        """;
    private static final String END = """
        update practice.item_key set until = :version where set_id = :set and item_id in (<ids>) and until > :version
        """;
    private static final String INSERT = """
        insert into practice.item_key (set_id, item_id, since, until, body, written_by, written_at)
        values (?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String AGREE =
            "insert into practice.key_agreed (set_id, item_id, since, person, at) values (?, ?, ?, ?, ?)";
    private static final String SINCE = """
        select item_id, since, written_by
          from practice.item_key
         where set_id = :set and item_id in (<ids>) and until > :version
        """;
    // The newest key of an answered item as it is in the run; the same that a shared store gives, to who may have it.
    private static final String SHOWN = """
        select i.item_id, k.body
          from practice.run r
          join practice.run_item i on i.run_id = r.id
          join practice.run_answer a on a.run_id = r.id and a.item_id = i.item_id
          join practice.set_item s
            on s.set_id = r.set_id and s.item_id = i.item_id and s.since <= r.version and s.until > r.version
          join practice.item_key k on k.set_id = s.set_id and k.item_id = s.item_id and k.since < s.until
         where r.id = ? and (cast(? as varchar) = '' or i.item_id = ?)
           and not exists (select 1
                             from practice.item_key l
                            where l.set_id = k.set_id and l.item_id = k.item_id and l.since < s.until
                              and l.since > k.since)
        """;
    private static final String ASKED = "item_id, body from practice.keys_shown(?, ?, ?)";

    private KeyRows() {}

    /** By item. */
    static Map<String, AnswerKey> some(Handle handle, String set, int version, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> agreed = new HashMap<>();
        handle.createQuery(AGREED)
                .bind("set", set)
                .bindList("ids", List.copyOf(ids))
                .map((row, _) -> Map.entry(row.getString(1) + " " + row.getInt(2), row.getString(3)))
                .forEach(one -> agreed.computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
                        .add(one.getValue()));
        Map<String, AnswerKey> found = new LinkedHashMap<>();
        handle.createQuery(SOME)
                .bind("set", set)
                .bind("version", version)
                .bindList("ids", List.copyOf(ids))
                .map((row, _) -> {
                    var who = new ArrayList<>(List.of(row.getString("written_by")));
                    who.addAll(agreed.getOrDefault(row.getString("item_id") + " " + row.getInt("since"), List.of()));
                    return Map.entry(row.getString("item_id"), KeyJson.stored(row.getString("body"), who));
                })
                .forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }

    /**
     * The newest keys of the answered items of a run, by item, as far as the store lets who asks have them.
     *
     * @param item only of this one; empty for all
     */
    static Map<String, AnswerKey> shown(Handle handle, String run, String item) {
        Map<String, AnswerKey> found = new HashMap<>();
        handle.createQuery(Dialect.of(handle).asked(SHOWN, ASKED))
                .bind(0, run)
                .bind(1, item)
                .bind(2, item)
                .map((row, _) -> Map.entry(row.getString(1), KeyJson.stored(row.getString(2), List.of())))
                .forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }

    /** The first item without a key. */
    static Optional<String> missing(Handle handle, String set, int version) {
        return handle.createQuery(MISSING)
                .bind("set", set)
                .bind("version", version)
                .mapTo(String.class)
                .findOne();
    }

    /** How many items have a key that enough trainers stand for. */
    static int count(Handle handle, String set, int version, int keepers) {
        return handle.createQuery(COUNT)
                .bind("set", set)
                .bind("version", version)
                .bind("keepers", keepers)
                .mapTo(Integer.class)
                .one();
    }

    /** The first item whose key too few trainers stand for. */
    static Optional<String> notAgreed(Handle handle, String set, int version, int keepers) {
        return handle.createQuery(NOT_AGREED)
                .bind("set", set)
                .bind("version", version)
                .bind("keepers", keepers)
                .mapTo(String.class)
                .findOne();
    }

    static void put(Handle handle, Person by, Instant at, String set, int version, List<KeyJson.Line> keys) {
        if (keys.isEmpty()) {
            return;
        }
        List<String> ids = keys.stream().map(KeyJson.Line::itemId).toList();
        remove(handle, set, version, Parts.there(ids, there(handle, set)));
        PreparedBatch rows = handle.prepareBatch(INSERT);
        for (KeyJson.Line one : keys) {
            String body = Json.kept(KeyJson.toMap(one.itemId(), Told.nothing(), one.key()), one.itemId());
            rows.add(set, one.itemId(), version, SetRow.OPEN, body, by.name(), at.toEpochMilli());
        }
        rows.execute();
    }

    static void remove(Handle handle, String set, int version, Collection<String> ids) {
        for (List<String> some : Parts.of(ids)) {
            for (String sql : List.of(DELETE_AGREED, DELETE, END)) {
                handle.createUpdate(sql)
                        .bind("set", set)
                        .bind("version", version)
                        .bindList("ids", some)
                        .execute();
            }
        }
    }

    private static Set<String> there(Handle handle, String set) {
        return handle.createQuery("select distinct item_id from practice.item_key where set_id = ?")
                .bind(0, set)
                .mapTo(String.class)
                .set();
    }

    /** Whoever stands for one of them already is refused. */
    static void agree(Handle handle, Person by, Instant at, String set, Set<String> ids) {
        Map<String, AnswerKey> keys = some(handle, set, SetRow.OPEN - 1, ids);
        PreparedBatch rows = handle.prepareBatch(AGREE);
        handle.createQuery(SINCE)
                .bind("set", set)
                .bind("version", SetRow.OPEN - 1)
                .bindList("ids", List.copyOf(ids))
                .map((row, _) -> Map.entry(row.getString("item_id"), row.getInt("since")))
                .list()
                .forEach(one -> {
                    AnswerKey key = keys.get(one.getKey());
                    if (key != null && key.agreed().contains(by.name())) {
                        throw new PracticeRefused(PracticeRefused.Why.AGREED, one.getKey());
                    }
                    rows.add(set, one.getKey(), one.getValue(), by.name(), at.toEpochMilli());
                });
        if (rows.size() < ids.size()) {
            throw new PracticeRefused(PracticeRefused.Why.NO_KEY, String.join(", ", ids));
        }
        rows.execute();
    }
}
