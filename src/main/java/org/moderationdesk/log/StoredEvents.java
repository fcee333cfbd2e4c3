package org.moderationdesk.log;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Store;

/** Reads the log for people: what happened to one item, or all of it for an export. Safe for any thread. */
public final class StoredEvents {
    private static final String SELECT = "select " + StoredEntry.COLUMNS + " from event ";
    private static final String OF_ITEM =
            SELECT + "where item_id = :item order by item_id, seq desc fetch first :limit rows only";
    private static final String WITHIN = SELECT + "where seq > 0 and at >= ? and at < ? order by seq";

    private final Store store;

    public StoredEvents(Store store) {
        this.store = store;
    }

    /** The latest entries of the item, newest first. */
    public List<LoggedEvent> ofItem(String itemId, int limit) {
        return store.read(handle -> handle.createQuery(OF_ITEM)
                .bind("item", itemId)
                .bind("limit", limit)
                .map((row, _) -> LoggedEvent.of(StoredEntry.of(row)))
                .list());
    }

    /** All entries of the item, newest first. */
    public List<LoggedEvent> ofItem(String itemId) {
        return ofItem(itemId, Integer.MAX_VALUE);
    }

    /** The entry of this number. */
    public Optional<LoggedEvent> at(long seq) {
        return store.read(handle -> handle.createQuery(SELECT + "where seq = :seq")
                .bind("seq", seq)
                .map((row, _) -> LoggedEvent.of(StoredEntry.of(row)))
                .findOne());
    }

    /** Gives the hash of every entry, in their order and one at a time, as the log is at one moment. */
    public void hashes(Consumer<String> to) {
        store.snapshot(handle -> {
            try (PreparedStatement select = handle.getConnection()
                            .prepareStatement("select hash from event where seq > 0 order by seq");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    to.accept(row.getString(1));
                }
            }
            return this;
        });
    }

    /** How many entries the log has. */
    public long count() {
        return store.read(handle -> handle.createQuery("select seq from log_head where id = 1")
                .mapTo(Long.class)
                .one());
    }

    /** The personal text under this id; empty once it was erased. */
    public Optional<String> personalText(String id) {
        return store.read(handle -> handle.createQuery("select words from personal_text where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne());
    }

    /**
     * Gives all entries from one moment until before another, in their order and one at a time, and returns how many.
     * They are those of one moment, whatever people do meanwhile.
     */
    public long stream(Instant from, Instant until, Consumer<LoggedEvent> to) {
        return store.snapshot(handle -> stream(handle, from, until, to));
    }

    /** The same, of all entries there are. */
    public long stream(Consumer<LoggedEvent> to) {
        return stream(Instant.ofEpochMilli(Long.MIN_VALUE), Instant.ofEpochMilli(Long.MAX_VALUE), to);
    }

    private static long stream(Handle handle, Instant from, Instant until, Consumer<LoggedEvent> to)
            throws SQLException {
        try (PreparedStatement select = handle.getConnection().prepareStatement(WITHIN)) {
            select.setLong(1, from.toEpochMilli());
            select.setLong(2, until.toEpochMilli());
            long count = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    to.accept(LoggedEvent.of(StoredEntry.of(row)));
                    count++;
                }
            }
            return count;
        }
    }
}
