package org.moderationdesk.log;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Finds personal texts by their age, for what is kept no longer than it must be. */
public final class OldTexts {
    private static final String OLDER = """
        select t.id, t.event_seq, e.item_id
          from personal_text t
          join event e on e.seq = t.event_seq
         where t.event_seq >= :seq and (t.event_seq > :seq or t.id > :id) and e.at < :before
         order by t.event_seq, t.id
         fetch first :limit rows only
        """;

    private OldTexts() {}

    /**
     * A personal text.
     *
     * @param seq the entry that kept it
     * @param itemId the item that the entry concerns, if one
     */
    public record OldText(String id, long seq, @Nullable String itemId) {}

    /** Texts kept before a moment, oldest first, behind the one that is named by its entry and id. */
    public static List<OldText> before(Handle handle, Instant moment, long afterSeq, String afterId, int limit) {
        return handle.createQuery(OLDER)
                .bind("seq", afterSeq)
                .bind("id", afterId)
                .bind("before", moment.toEpochMilli())
                .bind("limit", limit)
                .map((row, _) -> new OldText(row.getString(1), row.getLong(2), row.getString(3)))
                .list();
    }
}
