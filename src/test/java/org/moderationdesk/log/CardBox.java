package org.moderationdesk.log;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.moderationdesk.db.Store;

/** A projected table of the trials' own, written as a room writes its own. */
final class CardBox {
    static final ProjectedTable CARD = new ProjectedTable("card", "id", List.of("words", "amount", "open"));

    final EventLog log;
    private final Store store;

    CardBox(Store store, InstantSource clock) {
        this.store = store;
        this.log = new StoredEventLog(store, clock);
        store.write(handle -> handle.execute("""
            create table card (id varchar(20) primary key, words varchar(1000), amount bigint not null,
                open boolean not null, event_seq bigint not null);
            create index card_by_event on card (event_seq)
            """));
    }

    long add(String id, String words) {
        return log.record("anna", act -> {
            insert(act, id, words, 1);
            return act.append(entry(act, id, List.of(CARD.added(id, words, 1, true))));
        });
    }

    long change(String id, String words, long amount) {
        return log.record("bram", act -> {
            long was = seq(act, id);
            act.handle()
                    .execute(
                            "update card set words = ?, amount = ?, open = false, event_seq = ? where id = ?",
                            words,
                            amount,
                            act.next(),
                            id);
            return act.append(entry(act, id, List.of(CARD.changed(id, was, words, amount, false))));
        });
    }

    long remove(String id) {
        return log.record("anna", act -> {
            long was = seq(act, id);
            act.handle().execute("delete from card where id = ?", id);
            return act.append(entry(act, id, List.of(CARD.gone(id, was))));
        });
    }

    String note(String words) {
        return log.record("anna", act -> {
            String id = act.keep(words);
            act.append(entry(act, "none", List.of()));
            return id;
        });
    }

    /** Many acts, so that rows are new, changed, changed again and gone. */
    void fill(int cards) {
        for (int i = 0; i < cards; i++) {
            add("c" + i, "first words of " + i + " \"quoted\" \\ é\n𝄞");
            if (i % 2 == 0) {
                change("c" + i, "second words", i);
            }
            if (i % 6 == 0) {
                change("c" + i, "third words", i + 1);
            }
            if (i % 5 == 0) {
                note("a note on " + i);
            }
            if (i % 9 == 0) {
                remove("c" + i);
            }
        }
    }

    /** Something done behind the log's back. */
    void tamper(String sql, Object... arguments) {
        int rows = store.write(handle -> handle.execute(sql, arguments));
        if (rows == 0) {
            throw new IllegalStateException("nothing was tampered with");
        }
    }

    long seqOf(String id) {
        return store.read(handle -> handle.createQuery("select event_seq from card where id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .one());
    }

    private static void insert(Act act, String id, String words, long amount) {
        act.handle().execute("insert into card values (?, ?, ?, true, ?)", id, words, amount, act.next());
    }

    private static long seq(Act act, String id) {
        return act.handle()
                .createQuery("select event_seq from card where id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .one();
    }

    private static Entry entry(Act act, String id, List<RowState> rows) {
        return new Entry(
                EventKind.HANDED_OVER, act.next() % 3 == 0 ? null : act.next(), id, Map.of("note", "{\"}[\\"), rows);
    }
}
