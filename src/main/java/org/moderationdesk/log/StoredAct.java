package org.moderationdesk.log;

import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Ids;
import org.moderationdesk.db.GatheredWrites;
import org.moderationdesk.db.StoreException;

/** An act on the store. Entries gather and go to the store in batches. */
final class StoredAct implements Act {
    private static final int BATCH = 1_000;
    private static final int FEW = 3;
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String INSERT = """
        insert into event (seq, at, kind, person, case_id, item_id, body, hash)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String INSERT_TEXT =
            "insert into personal_text (id, salt, words, event_seq) values (?, ?, ?, ?)";
    private static final String MOVE_HEAD = "update log_head set seq = ?, hash = ? where id = 1";

    private final Handle handle;
    private final GatheredWrites writes;
    private final String by;
    private final Instant at;
    private final List<Written> waiting = new ArrayList<>();
    private final List<List<String>> personal = new ArrayList<>();
    private final LogHead before;
    private LogHead head;
    private boolean over;

    StoredAct(Handle handle, String by, Instant at, LogHead head) {
        this.handle = handle;
        this.writes = new GatheredWrites(handle);
        this.by = by;
        this.at = at;
        this.before = head;
        this.head = head;
    }

    @Override
    public Handle handle() {
        writes.send();
        return handle;
    }

    @Override
    public void writeOne(String sql, @Nullable Object... values) {
        writes.one(sql, values);
    }

    @Override
    public void write(String sql, @Nullable Object... values) {
        writes.any(sql, values);
    }

    @Override
    public String by() {
        return by;
    }

    @Override
    public Instant at() {
        return at;
    }

    @Override
    public long next() {
        return head.seq() + 1;
    }

    @Override
    public long append(Entry entry) {
        if (over) {
            throw new IllegalStateException("the act is over");
        }
        String body = EntryBody.write(next(), this, entry, personal);
        personal.clear();
        head = new LogHead(next(), EntryBody.hash(head.hash(), body));
        waiting.add(new Written(head.seq(), entry, body, head.hash()));
        if (waiting.size() == BATCH) {
            flush();
        }
        return head.seq();
    }

    @Override
    public String keep(String personalText) {
        byte[] random = new byte[SALT_BYTES];
        RANDOM.nextBytes(random);
        String salt = HexFormat.of().formatHex(random);
        String id = Ids.next(at);
        writes.one(INSERT_TEXT, id, salt, personalText, next());
        personal.add(List.of(id, PersonalTexts.saltedHash(salt, personalText)));
        return id;
    }

    /** Writes what still waits, and moves the log's head. */
    void end() {
        if (!personal.isEmpty()) {
            throw new IllegalStateException("personal text was kept and no entry told of it");
        }
        over = true;
        if (waiting.size() > FEW) {
            flush();
        } else {
            waiting.forEach(written -> writes.one(INSERT, values(written)));
        }
        if (head.seq() != before.seq()) {
            writes.one(MOVE_HEAD, head.seq(), head.hash());
        }
        writes.send();
    }

    private void flush() {
        writes.send();
        // Plain JDBC: an import writes thousands of entries an act.
        try (PreparedStatement batch = handle.getConnection().prepareStatement(INSERT)) {
            for (Written written : waiting) {
                int column = 1;
                for (Object value : values(written)) {
                    batch.setObject(column++, value);
                }
                batch.addBatch();
            }
            batch.executeBatch();
        } catch (SQLException failed) {
            throw StoreException.wordless(failed);
        }
        waiting.clear();
    }

    private @Nullable Object[] values(Written written) {
        Entry entry = written.entry();
        return new @Nullable Object[] {
            written.seq(),
            at.toEpochMilli(),
            entry.kind().name(),
            by,
            entry.caseId(),
            entry.itemId(),
            written.body(),
            written.hash()
        };
    }

    private record Written(long seq, Entry entry, String body, String hash) {}
}
