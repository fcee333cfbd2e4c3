package org.moderationdesk.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.staff.Person;

/** Hidden tests and their shares, as they are stored; a shared store shows them to who trains alone. */
final class HiddenRows {
    private static final String SHARES = "select queue, one_in, sets, seed, seen from practice.hidden_share";
    private static final String CHANGE = """
        update practice.hidden_share set one_in = ?, sets = ?, seen = 0, seed = ?, set_by = ?, set_at = ? where queue = ?
        """;
    private static final String INSERT_SHARE = """
        insert into practice.hidden_share (one_in, sets, seen, seed, set_by, set_at, queue) values (?, ?, 0, ?, ?, ?, ?)
        """;
    private static final String SEEN = "update practice.hidden_share set seen = seen + ? where queue = ? and seed = ?";
    private static final String TESTS = """
        select item_id, queue, set_id, version, practice_item, placed_at from practice.hidden_test
        """;
    private static final String INSERT = """
        insert into practice.hidden_test (item_id, queue, set_id, version, practice_item, placed_by, placed_at)
        select c.item_id, c.queue, cast(? as varchar), cast(? as int), cast(? as varchar), cast(? as varchar),
               cast(? as bigint)
          from open_case c
         where c.item_id = ? and c.state = 'WAITING'
           and not exists (select 1 from practice.hidden_test t
                            where t.item_id = c.item_id
                               or t.queue = c.queue and t.set_id = ? and t.practice_item = ?)
        """;

    private HiddenRows() {}

    /** A share and what its places are chosen by. */
    record Seeded(HiddenShare share, String seed) {}

    static List<Seeded> shares(Handle handle) {
        return handle.createQuery(SHARES + " order by queue")
                .map((row, _) -> new Seeded(
                        new HiddenShare(
                                row.getString("queue"),
                                row.getInt("one_in"),
                                ids(row.getString("sets")),
                                row.getLong("seen")),
                        row.getString("seed")))
                .list();
    }

    private static List<String> ids(String spaced) {
        return spaced.isBlank() ? List.of() : List.of(spaced.split(" "));
    }

    static void set(Handle handle, Person by, Instant at, HiddenShare share, String seed) {
        String sets = String.join(" ", share.sets());
        int changed = handle.execute(CHANGE, share.oneIn(), sets, seed, by.name(), at.toEpochMilli(), share.queue());
        if (changed == 0) {
            handle.execute(INSERT_SHARE, share.oneIn(), sets, seed, by.name(), at.toEpochMilli(), share.queue());
        }
    }

    static void seen(Handle handle, Seeded of, long more) {
        handle.execute(SEEN, more, of.share().queue(), of.seed());
    }

    /** Notes an item as a test where it has become a case, in whatever queue that came into. */
    static boolean insert(Handle handle, Person by, Instant at, String itemId, HiddenTest of) {
        return handle.execute(
                        INSERT,
                        of.setId(),
                        of.version(),
                        of.practiceItem(),
                        by.name(),
                        at.toEpochMilli(),
                        itemId,
                        of.setId(),
                        of.practiceItem())
                == 1;
    }

    /** An item of somebody else's by the same id makes an ordinary case of it. */
    static void forget(Handle handle, Collection<String> items) {
        for (List<String> some : Parts.of(items)) {
            handle.createUpdate("delete from practice.hidden_test where item_id in (<ids>)")
                    .bindList("ids", some)
                    .execute();
        }
    }

    /** The newest first. */
    static List<HiddenTest> newest(Handle handle, int most) {
        return handle.createQuery(TESTS + " order by placed_at desc, item_id desc fetch first ? rows only")
                .bind(0, most)
                .map((row, _) -> read(row))
                .list();
    }

    static Optional<HiddenTest> find(Handle handle, String itemId) {
        return handle.createQuery(TESTS + " where item_id = ?")
                .bind(0, itemId)
                .map((row, _) -> read(row))
                .findOne();
    }

    /** Which items of a set have been given to a queue. */
    static Set<String> given(Handle handle, String queue, String set) {
        return handle.createQuery("select practice_item from practice.hidden_test where queue = ? and set_id = ?")
                .bind(0, queue)
                .bind(1, set)
                .mapTo(String.class)
                .set();
    }

    static Set<String> leftOut(Handle handle) {
        return handle.createQuery("select item_id from practice.left_out")
                .mapTo(String.class)
                .set();
    }

    /** Items that the desk has. */
    static Set<String> known(Handle handle, Collection<String> items) {
        Set<String> known = new HashSet<>();
        for (List<String> some : Parts.of(items)) {
            known.addAll(handle.createQuery("select id from item where id in (<ids>)")
                    .bindList("ids", some)
                    .mapTo(String.class)
                    .list());
        }
        return known;
    }

    /** Decisions on these items that stand, the newest first. */
    static List<Decided> decided(Handle handle, Collection<String> items) {
        List<Decided> all = new ArrayList<>();
        for (List<String> some : Parts.of(items)) {
            all.addAll(handle.createQuery("""
                select d.id, d.item_id, d.person, d.state, d.release_at,
                       exists (select 1 from practice.hidden_dropped o where o.decision_id = d.id) as dropped
                  from decision d
                 where d.item_id in (<ids>) and d.state <> 'REVERSED'
                 order by d.at desc, d.id desc
                """)
                    .bindList("ids", some)
                    .map((row, _) -> new Decided(
                            row.getString("id"),
                            row.getString("item_id"),
                            row.getString("person"),
                            DecisionState.valueOf(row.getString("state")),
                            Instant.ofEpochMilli(row.getLong("release_at")),
                            row.getBoolean("dropped")))
                    .list());
        }
        return all;
    }

    /** @param dropped whether its effects have been */
    record Decided(String id, String itemId, String person, DecisionState state, Instant releaseAt, boolean dropped) {}

    /** Who has retired a test, by its item: whoever did knew what it is. */
    static Map<String, Set<String>> retired(Handle handle, Collection<String> items) {
        Map<String, Set<String>> all = new HashMap<>();
        for (List<String> some : Parts.of(items)) {
            handle.createQuery("""
                select subject, person from practice.journal where subject in (<ids>) and act = 'HIDDEN_RETIRED'
                """)
                    .bindList("ids", some)
                    .map((row, _) -> Map.entry(row.getString("subject"), row.getString("person")))
                    .forEach(one -> all.computeIfAbsent(one.getKey(), _ -> new HashSet<>())
                            .add(one.getValue()));
        }
        return all;
    }

    static void dropped(Handle handle, String decisionId, Instant at) {
        handle.execute(
                "insert into practice.hidden_dropped (decision_id, at) values (?, ?)", decisionId, at.toEpochMilli());
    }

    private static HiddenTest read(ResultSet row) throws SQLException {
        return new HiddenTest(
                row.getString("item_id"),
                row.getString("queue"),
                row.getString("set_id"),
                row.getInt("version"),
                row.getString("practice_item"),
                Instant.ofEpochMilli(row.getLong("placed_at")));
    }
}
