package org.moderationdesk.practice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Dialect;
import org.moderationdesk.db.Store;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Items that were copied from real ones, and go with them. */
public final class Copies {
    private static final String SOURCES =
            "select source_item from practice.item_source where set_id = ? and item_id = ?";
    private static final String ALL_SOURCES = "select distinct source_item from practice.item_source";
    private static final String COPIES = "select set_id, item_id from practice.item_source where source_item = ?";
    private static final String MARKED =
            "select count(*) from open_case where item_id = ? and (child_safety = true or sealed = true)";
    private static final String OF_SEALED = """
        select count(*)
          from item_media m
          join open_case c on c.item_id = m.item_id
         where m.sha256 = ? and (c.child_safety = true or c.sealed = true)
        """;
    private static final String ERASED = "select count(*) from erased where what = 'CONTENT' and subject = ?";
    private static final String KNOWN = "select count(*) from item where id = ?";
    private static final List<String> ERASE = List.of(
            "delete from practice.key_agreed where set_id = ? and item_id = ?",
            "delete from practice.item_key where set_id = ? and item_id = ?",
            "delete from practice.set_item where set_id = ? and item_id = ?",
            "delete from practice.item_source where set_id = ? and item_id = ?");
    private static final List<String> ERASE_OF_RUNS = List.of("""
        update practice.run_answer set body = null
         where item_id = ? and run_id in (select id from practice.run where set_id = ?)
        """, """
        delete from practice.run_draft
         where item_id = ? and run_id in (select id from practice.run where set_id = ?)
        """, """
        update practice.dispute set reason = '', ruling = null where item_id = ? and set_id = ?
        """, """
        update practice.note set words = ''
         where item_id = ? and run_id in (select id from practice.run where set_id = ?)
        """);
    private static final String FEWER = """
        update practice.set_version v
           set items = (select count(*)
                          from practice.set_item i
                         where i.set_id = v.set_id and i.since <= v.version and i.until > v.version)
         where v.set_id = ?
        """;

    private final Store store;

    public Copies(Store store) {
        this.store = store;
    }

    /** Whether what an item was copied from is still there, and not of child safety; true of what was not copied. */
    static boolean stand(Handle handle, String set, String item) {
        if (Dialect.of(handle).isShared()) {
            return handle.createQuery("select practice.source_stands(?, ?)")
                    .bind(0, set)
                    .bind(1, item)
                    .mapTo(Boolean.class)
                    .one();
        }
        return handle.createQuery(SOURCES).bind(0, set).bind(1, item).mapTo(String.class).list().stream()
                .allMatch(source -> mayBeCopied(handle, source));
    }

    /** Whether an item is there, not erased, and has no case of child safety and never had. */
    static boolean mayBeCopied(Handle handle, String item) {
        return count(handle, KNOWN, item) > 0 && count(handle, MARKED, item) == 0 && count(handle, ERASED, item) == 0;
    }

    /**
     * Whether a file may be shown to who practises: not where it is one of a case of child safety, however it came into a set.
     */
    static boolean mayFileBeShown(Handle handle, String sha256) {
        return count(handle, OF_SEALED, sha256) == 0;
    }

    private static int count(Handle handle, String sql, String item) {
        return handle.createQuery(sql).bind(0, item).mapTo(Integer.class).one();
    }

    /**
     * Erases the copies of what is gone, or has become a case of child safety; answers with how many.
     *
     * @param by who trains; on a shared store it is the store that erases
     */
    public int sweep(Person by, Instant now) {
        Rights.require(by, Right.TRAIN);
        List<String> sources = store.read(
                handle -> handle.createQuery(ALL_SOURCES).mapTo(String.class).list());
        List<String> gone = store.read(handle -> sources.stream()
                .filter(source -> Dialect.of(handle).isShared()
                        ? !handle.createQuery("select practice.may_be_copied(?)")
                                .bind(0, source)
                                .mapTo(Boolean.class)
                                .one()
                        : !mayBeCopied(handle, source))
                .toList());
        return gone.isEmpty()
                ? 0
                : store.write(handle -> gone.stream()
                        .mapToInt(source -> erase(handle, by.name(), now, source))
                        .sum());
    }

    /** In the transaction of what erased the source. */
    private static int erase(Handle handle, String by, Instant now, String source) {
        if (Dialect.of(handle).isShared()) {
            return handle.createQuery("select practice.erase_copies(?)")
                    .bind(0, source)
                    .mapTo(Integer.class)
                    .one();
        }
        List<String[]> copies = handle.createQuery(COPIES)
                .bind(0, source)
                .map((row, _) -> new String[] {row.getString(1), row.getString(2)})
                .list();
        for (String[] copy : copies) {
            ERASE.forEach(sql -> handle.execute(sql, copy[0], copy[1]));
            ERASE_OF_RUNS.forEach(sql -> handle.execute(sql, copy[1], copy[0]));
            handle.execute(FEWER, copy[0]);
            Journal.tell(handle, by, now, Journal.Act.COPY_ERASED, copy[0], Map.of("item", copy[1]));
        }
        return copies.size();
    }

    /** The log for acts that erase, so that copies go in the same transaction as what they were copied from. */
    public EventLog forErasing(EventLog log) {
        return new Following(log);
    }

    /** Does after each entry that tells of erasing what it asks of practice. */
    private record Following(EventLog log) implements EventLog {
        @Override
        public <T> T record(String by, Function<Act, T> action) {
            return log.record(by, act -> action.apply(new Follower(act)));
        }

        @Override
        public <T> T recordSoon(String by, Function<Act, T> action) {
            return log.recordSoon(by, act -> action.apply(new Follower(act)));
        }
    }

    /** Every act but that it erases copies as well. */
    private record Follower(Act act) implements Act {
        private static final String LOOKS = "LOOKS";

        @Override
        public Handle handle() {
            return act.handle();
        }

        @Override
        public void writeOne(String sql, @Nullable Object... values) {
            act.writeOne(sql, values);
        }

        @Override
        public void write(String sql, @Nullable Object... values) {
            act.write(sql, values);
        }

        @Override
        public String by() {
            return act.by();
        }

        @Override
        public Instant at() {
            return act.at();
        }

        @Override
        public long next() {
            return act.next();
        }

        @Override
        public long append(Entry entry) {
            long seq = act.append(entry);
            String item = entry.itemId();
            if (entry.kind() == EventKind.ERASED
                    && item != null
                    && !entry.facts().containsValue(LOOKS)) {
                int _ = erase(act.handle(), act.by(), act.at(), item);
            }
            return seq;
        }

        @Override
        public String keep(String personalText) {
            return act.keep(personalText);
        }
    }
}
