package org.moderationdesk.practice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.moderationdesk.db.Dialect;
import org.moderationdesk.db.Store;
import org.moderationdesk.retention.WrittenBeside;

/** What trainers said of copies of somebody's item, for whoever asks what the desk holds of them: when, and in which words. */
public final class NotesOnCopies implements WrittenBeside {
    private static final String ABOUT = """
        n.at, n.words
          from practice.item_source s
          join practice.run r on r.set_id = s.set_id
          join practice.note n on n.run_id = r.id and n.item_id = s.item_id
         where s.source_item = ? and n.words <> ''
         order by n.at, n.id
        """;
    private static final String ASKED = "at, words from practice.notes_about(?)";

    private final Store store;

    public NotesOnCopies(Store store) {
        this.store = store;
    }

    @Override
    public List<Map<String, Object>> about(String itemId) {
        return store.read(
                handle -> handle.createQuery("select " + (Dialect.of(handle).isShared() ? ASKED : ABOUT))
                        .bind(0, itemId)
                        .map((row, _) -> Map.<String, Object>of(
                                "at", Instant.ofEpochMilli(row.getLong(1)).toString(), "words", row.getString(2)))
                        .list());
    }
}
