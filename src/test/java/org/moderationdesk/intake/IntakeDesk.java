package org.moderationdesk.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.ItemWriter;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.queue.CaseWriter;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.settings.QueueSettings;

/** An intake on a store in memory, and a folder that files are imported from. */
public final class IntakeDesk implements AutoCloseable {
    private final Store store;
    private final Path folder;
    private final TestClock clock = new TestClock();
    private final EventLog log;
    private final MediaStore media;
    private final Intake intake;
    private final StoredItems items;

    public IntakeDesk(Path folder) {
        this(TestStore.create(), folder);
    }

    public IntakeDesk(Store store, Path folder) {
        this.store = store;
        this.folder = folder;
        this.log = new StoredEventLog(store, clock);
        this.media = new MediaStore(folder.resolve("desk-media"), store);
        var cases = new CaseWriter(new BookReader().read("2020-12"), QueueSettings.defaults());
        this.intake = new Intake(store, log, new Receiver(new ItemWriter(), cases, media), clock);
        this.items = new StoredItems(store, StoredQueue::openCases);
    }

    public ImportResult take(String... lines) {
        return take(ImportProgress.NONE, lines);
    }

    ImportResult take(ImportProgress progress, String... lines) {
        return take(write("import.jsonl", String.join("\n", lines)), progress);
    }

    public Intake intake() {
        return intake;
    }

    public ImportResult take(Path file, ImportProgress progress) {
        try {
            return intake.importFile(file, "anna", progress);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Path write(String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public ItemFile file(String item) {
        return items.file(item).orElseThrow();
    }

    StoredItems items() {
        return items;
    }

    MediaStore media() {
        return media;
    }

    TestClock clock() {
        return clock;
    }

    public Store store() {
        return store;
    }

    /** Closes the open case of the item as a decision does, as far as the item's own room can see. */
    void close(String item) {
        store.write(handle -> handle.execute(
                "update open_case set state = 'CLOSED', open_item = null, closed_at = 1 where open_item = ?", item));
    }

    String head() {
        return store.read(handle -> handle.createQuery("select seq || ' ' || hash from log_head")
                .mapTo(String.class)
                .one());
    }

    /** Every row of every table but the log, to see whether anything changed. */
    Map<String, List<Map<String, Object>>> rows() {
        return store.read(handle -> {
            Map<String, List<Map<String, Object>>> rows = new TreeMap<>();
            for (String table : List.of("account", "item", "item_version", "item_media", "report", "open_case")) {
                rows.put(
                        table,
                        handle.createQuery("select * from " + table + " order by event_seq, 1, 2")
                                .mapToMap()
                                .list());
            }
            return rows;
        });
    }

    long count(String table) {
        return store.read(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void close() {
        store.close();
    }
}
