package org.moderationdesk.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What one act erases of one subject, told in entries of kind ERASED that stay of a readable size. Rows are written with
 * {@link #seq} as their event_seq, told at once, and the whole is ended with {@link #end}. Lives inside its act.
 */
public final class Erasing {
    private static final int MOST_ROWS = 1_000;
    private static final String TEXTS_OF_ITEM = """
        select t.id, t.event_seq
          from event e
          join personal_text t on t.event_seq = e.seq
         where e.item_id = ?
         order by t.event_seq, t.id
        """;
    private static final String TEXT = "select id, event_seq from personal_text where id = ?";
    private static final String ERASE_TEXT = "delete from personal_text where id = ?";

    private final Act act;
    private final @Nullable String itemId;
    private final Map<String, ?> facts;
    private final List<RowState> rows = new ArrayList<>();

    /**
     * Begins.
     *
     * @param itemId the item it concerns, if one: who may not know of that may not know of the entry
     * @param facts why, and what: nothing personal
     */
    public Erasing(Act act, @Nullable String itemId, Map<String, ?> facts) {
        this.act = act;
        this.itemId = itemId;
        this.facts = Map.copyOf(facts);
    }

    public Handle handle() {
        return act.handle();
    }

    public Act act() {
        return act;
    }

    /** The number that the entry telling of the next row will have. */
    public long seq() {
        return act.next();
    }

    /** Tells of a row that has been changed or deleted. */
    public void tell(RowState row) {
        rows.add(row);
        if (rows.size() == MOST_ROWS) {
            end();
        }
    }

    /** Erases every personal text that entries about the item kept; answers with how many. */
    public int textsOfItem(String item) {
        return erase(handle().createQuery(TEXTS_OF_ITEM)
                .bind(0, item)
                .map(Kept::read)
                .list());
    }

    /** Erases one personal text, if it is still there. */
    public int text(String id) {
        return erase(handle().createQuery(TEXT).bind(0, id).map(Kept::read).list());
    }

    /** Appends what has not been told yet. */
    public void end() {
        if (!rows.isEmpty()) {
            act.append(new Entry(EventKind.ERASED, null, itemId, facts, rows));
            rows.clear();
        }
    }

    private int erase(List<Kept> texts) {
        for (Kept text : texts) {
            handle().execute(ERASE_TEXT, text.id());
            tell(new RowState(PersonalTexts.TABLE, text.id(), null, text.seq()));
        }
        return texts.size();
    }

    private record Kept(String id, long seq) {
        static Kept read(ResultSet row, Object context) throws SQLException {
            return new Kept(row.getString(1), row.getLong(2));
        }
    }
}
