package org.moderationdesk.review;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.log.Erasing;
import org.moderationdesk.log.ProjectedTable;

/** Finds looks that are kept no longer, and takes them out of the store, with unsent answers. */
public final class LookErasure {
    private static final String OLDER = """
        select id, item_id from look where id > ? and at < ? order by id fetch first ? rows only
        """;
    private static final String NOTE = "select note from sealed_look where look_id = ?";
    private static final String DRAFTS =
            "delete from draft where case_id in (select id from open_case where item_id = ? and state = 'CLOSED')";

    private LookErasure() {}

    public record OldLook(String id, String itemId) {}

    /** Looks that began before a moment, oldest first, behind the one that is named. */
    public static List<OldLook> before(Handle handle, Instant moment, String afterId, int limit) {
        return handle.createQuery(OLDER)
                .bind(0, afterId)
                .bind(1, moment.toEpochMilli())
                .bind(2, limit)
                .map((row, _) -> new OldLook(row.getString(1), row.getString(2)))
                .list();
    }

    /** Erases one look, what of a film it showed, and why it was taken. */
    public static void look(Erasing to, String id) {
        to.handle().createQuery(NOTE).bind(0, id).mapTo(String.class).findOne().ifPresent(to::text);
        gone(to, ReviewTables.SEALED_LOOK, "look_id", id);
        gone(to, ReviewTables.LOOK_SPAN, "look_id", id);
        gone(to, ReviewTables.LOOK, "id", id);
    }

    /** Unsent answers to closed cases of the item. */
    public static void drafts(Handle handle, String itemId) {
        handle.execute(DRAFTS, itemId);
    }

    private static void gone(Erasing to, ProjectedTable table, String key, String id) {
        String where = " from " + table.name() + " where " + key + " = ?";
        to.handle()
                .createQuery("select event_seq" + where)
                .bind(0, id)
                .mapTo(Long.class)
                .findOne()
                .ifPresent(was -> {
                    to.handle().execute("delete" + where, id);
                    to.tell(table.gone(id, was));
                });
    }
}
