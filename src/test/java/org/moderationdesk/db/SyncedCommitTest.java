package org.moderationdesk.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@link Store#write} has written is what a desk finds that opens the file after a kill, also where H2 puts it
 * into room that has become free. H2 2.5.252 fails this: its header then names the chunk before the last one.
 */
class SyncedCommitTest {
    private static final int SESSIONS = 6;
    private static final int WRITES = 6;

    @TempDir
    private Path home;

    @Test
    void theFileOfAKilledDeskHoldsTheLastWrite() throws Exception {
        var folder = new DeskFolder(home.resolve("desk"));
        try (Store store = door(folder).create().store()) {
            store.write(handle -> handle.execute("create table filler (id int primary key, words varchar(4000))"));
            fill(store);
        }
        int last = 0;
        for (int session = 0; session < SESSIONS; session++) {
            try (Store store = door(folder).open(new Unlock.Alone())) {
                int from = session * 600;
                store.write(handle -> handle.execute("delete from filler where id >= ? and id < ?", from, from + 600));
                for (int i = 0; i < WRITES; i++) {
                    int now = ++last;
                    store.write(handle -> change(handle, now));
                    assertThat(afterAKill(folder)).isEqualTo(now);
                }
            }
        }
    }

    /** More and less in turn: H2 announces room for as much as before, and then needs other room. */
    private static int change(Handle handle, int now) {
        int rows = now % 2 == 0 ? 1 : 60;
        int unused = handle.execute("update filler set words = words || '.' where id >= 3900 and id < 3900 + ?", rows);
        return handle.execute("update log_head set seq = ?", now);
    }

    private long afterAKill(DeskFolder folder) throws IOException, StoreRefused {
        var killed = new DeskFolder(home.resolve("killed"));
        OwnFiles.deleteTree(killed.home());
        OwnFiles.makeFolder(killed.store());
        Files.copy(folder.keyFile(), killed.keyFile());
        Files.copy(folder.storeFile(), killed.storeFile());
        try (Store store = door(killed).open(new Unlock.Alone())) {
            return store.read(handle -> handle.createQuery("select seq from log_head")
                    .mapTo(Long.class)
                    .one());
        }
    }

    private static void fill(Store store) {
        store.write(handle -> {
            var batch = handle.prepareBatch("insert into filler (id, words) values (?, ?)");
            for (int i = 0; i < 4_000; i++) {
                batch.add(i, Integer.toString(i).repeat(400));
            }
            return batch.execute().length;
        });
    }

    private static StoreDoor door(DeskFolder folder) {
        return new StoreDoor(folder, Clock.systemUTC());
    }
}
