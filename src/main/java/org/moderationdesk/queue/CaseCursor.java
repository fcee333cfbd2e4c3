package org.moderationdesk.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.PageKey;

/** Walks the cases of one state and queue in one order, chunk by chunk along the index. Lives inside one read. */
final class CaseCursor {
    private static final int LARGEST_CHUNK = 2_000;

    private final Handle handle;
    private final Track track;
    private final ArrayDeque<CaseRow> read = new ArrayDeque<>();
    private @Nullable PageKey from;
    private int chunk;
    private boolean ended;

    /** @param chunk how many rows to read at first; each further chunk is larger */
    CaseCursor(Handle handle, Track track, @Nullable PageKey from, int chunk) {
        this.handle = handle;
        this.track = track;
        this.from = from;
        this.chunk = chunk;
    }

    /** The next case, not yet taken; null at the end. */
    @Nullable
    CaseRow peek() {
        if (read.isEmpty() && !ended) {
            fill();
        }
        return read.peek();
    }

    void take() {
        read.remove();
    }

    private void fill() {
        List<CaseRow> rows = new ArrayList<>();
        @Nullable PageKey key = from;
        if (key != null) {
            rows.addAll(handle.createQuery(track.sql().ties())
                    .bind(0, track.state().name())
                    .bind(1, track.queue())
                    .bind(2, key.value())
                    .bind(3, key.id())
                    .bind(4, chunk)
                    .map((result, _) -> CaseTable.read(result).row(result.getString(CaseTable.HOLDER)))
                    .list());
        }
        if (rows.size() < chunk) {
            rows.addAll(rest(key, chunk - rows.size()));
        }
        ended = rows.size() < chunk;
        read.addAll(rows);
        if (!rows.isEmpty()) {
            from = track.ordering().key(rows.getLast());
        }
        chunk = Math.min(LARGEST_CHUNK, chunk * 4);
    }

    private List<CaseRow> rest(@Nullable PageKey key, int limit) {
        var query = handle.createQuery(
                        key == null ? track.sql().first() : track.sql().beyond())
                .bind(0, track.state().name())
                .bind(1, track.queue());
        if (key == null) {
            query.bind(2, limit);
        } else {
            query.bind(2, key.value()).bind(3, limit);
        }
        return query.map((result, _) -> CaseTable.read(result).row(result.getString(CaseTable.HOLDER)))
                .list();
    }

    /** What a cursor walks along. */
    record Track(CaseRow.State state, String queue, Ordering ordering, boolean forward) {
        /** The same way, walked to its beginning. */
        Track backward() {
            return new Track(state, queue, ordering, false);
        }

        CaseSql sql() {
            return CaseSql.of(ordering, forward, state == CaseRow.State.LEASED);
        }
    }
}
