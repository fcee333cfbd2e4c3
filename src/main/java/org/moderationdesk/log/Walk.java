package org.moderationdesk.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;

/**
 * One walk over the log from its first entry: one thread reads the entries, one the rows, and the caller's holds them
 * against each other. Both readers see the store at the same moment, while people go on working.
 */
final class Walk {
    private static final int ENTRIES_A_BATCH = 512;
    private static final int CHARACTERS_A_BATCH = 1 << 20;
    private static final int ENTRIES_A_WINDOW = 4096;

    private final Store store;
    private final List<ProjectedTable> tables;
    private final EntryCheck check;
    private final Handoff<List<StoredEntry>> entries = new Handoff<>();
    private final Handoff<RowWindow> windows = new Handoff<>();
    private final List<Finding> strays = new ArrayList<>();
    private LogHead holds = LogHead.BEFORE_THE_FIRST;

    Walk(Store store, List<ProjectedTable> tables, EntryCheck check) {
        this.store = store;
        this.tables = tables;
        this.check = check;
    }

    /** How far the log holds, after the walk. */
    LogHead holds() {
        return holds;
    }

    /** The first thing that does not hold; null where all does. */
    @Nullable
    Finding run(Progress progress) {
        try (ExecutorService readers = Executors.newFixedThreadPool(2)) {
            try {
                LogHead head = begin(readers);
                Finding finding = entries(head, progress);
                return finding == null ? end(head) : finding;
            } finally {
                entries.abandon();
                windows.abandon();
            }
        }
    }

    /** Holds the log's head until both readers have their view of the store, so that the two views are one. */
    private LogHead begin(ExecutorService readers) {
        // One for each: a reader counts its own down also when it fails, and a quick one may do so twice.
        var entriesBegun = new CountDownLatch(1);
        var rowsBegun = new CountDownLatch(1);
        return store.writeSoon(handle -> {
            LogHead head = LogHead.hold(handle);
            readers.execute(() -> read(entries, entriesBegun, this::readEntries));
            readers.execute(() -> read(windows, rowsBegun, this::readRows));
            try {
                entriesBegun.await();
                rowsBegun.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return head;
        });
    }

    private <T> void read(Handoff<T> to, CountDownLatch begun, Reader reader) {
        try {
            store.snapshot(handle -> {
                LogHead head = LogHead.read(handle);
                begun.countDown();
                reader.read(handle, head);
                return head;
            });
            to.end();
        } catch (RuntimeException failed) {
            to.fail(failed);
        } finally {
            begun.countDown();
        }
    }

    private void readEntries(Handle handle, LogHead head) throws SQLException {
        String sql = "select " + StoredEntry.COLUMNS + " from event order by seq";
        try (PreparedStatement select = handle.getConnection().prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            var batch = new ArrayList<StoredEntry>();
            long characters = 0;
            while (row.next()) {
                StoredEntry entry = StoredEntry.of(row);
                batch.add(entry);
                characters += entry.body().length();
                if (batch.size() == ENTRIES_A_BATCH || characters > CHARACTERS_A_BATCH) {
                    entries.put(batch);
                    batch = new ArrayList<>();
                    characters = 0;
                }
            }
            entries.put(batch);
        }
    }

    private void readRows(Handle handle, LogHead head) throws SQLException {
        Connection connection = handle.getConnection();
        var readers = new ArrayList<RowReader>();
        readers.add(RowReader.ofPersonalTexts(connection));
        for (ProjectedTable table : tables) {
            readers.add(RowReader.of(connection, table));
        }
        for (long from = 1; from <= head.seq(); from += ENTRIES_A_WINDOW) {
            var window = new RowWindow(from + ENTRIES_A_WINDOW);
            for (RowReader reader : readers) {
                reader.read(from, window);
            }
            windows.put(window);
        }
        for (RowReader reader : readers) {
            reader.stray(head.seq()).ifPresent(strays::add);
            reader.close();
        }
    }

    private @Nullable Finding entries(LogHead head, Progress progress) {
        RowWindow window = new RowWindow(1);
        for (var batch = entries.take(); batch.isPresent(); batch = entries.take()) {
            for (StoredEntry entry : batch.get()) {
                if (entry.seq() != holds.seq() + 1) {
                    return Finding.of(holds.seq() + 1, "missing");
                }
                if (entry.seq() > head.seq()) {
                    return Finding.of(entry.seq(), "behindHead", Long.toString(head.seq()));
                }
                if (entry.seq() >= window.until()) {
                    window = windows.take().orElseThrow();
                }
                Finding finding = check.check(entry, holds.hash(), window.of(entry.seq()));
                if (finding != null) {
                    return finding;
                }
                holds = new LogHead(entry.seq(), entry.hash());
            }
            progress.pass(holds.seq(), head.seq());
        }
        return null;
    }

    private @Nullable Finding end(LogHead head) {
        if (holds.seq() < head.seq()) {
            return Finding.of(holds.seq() + 1, "endMissing", Long.toString(head.seq()));
        }
        if (!holds.hash().equals(head.hash())) {
            return Finding.of(holds.seq(), "head");
        }
        Optional<RowWindow> none = windows.take();
        if (none.isPresent()) {
            throw new IllegalStateException("a window behind the end");
        }
        return strays.stream().findFirst().orElse(null);
    }

    /** Reads in the one view and hands over. */
    private interface Reader {
        void read(Handle handle, LogHead head) throws SQLException;
    }
}
