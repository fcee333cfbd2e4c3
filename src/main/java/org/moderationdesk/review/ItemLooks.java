package org.moderationdesk.review;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.media.MediaSpan;
import org.moderationdesk.referrals.SeenHere;

/**
 * Looks at an item's files by everybody, of every case of it. A sealed file that was opened and of whose look nobody has
 * told the end since, as where the desk died, was perhaps never seen: that is no look.
 */
public final class ItemLooks implements SeenHere {
    private static final String OF_FILE = """
        select l.media, l.form, l.millis, s.from_ms, s.to_ms
          from look l
          left join look_span s on s.look_id = l.id
          left join sealed_look w on w.look_id = l.id
         where l.case_id in (select c.id from open_case c where c.item_id = ?) and l.item_id = ? and l.version = ?
           and l.media = ? and (w.look_id is null or w.event_seq <> l.event_seq)
         order by l.at, l.id
        """;

    @Override
    public List<Look> looks(Handle handle, String itemId, int version, int media) {
        return handle.createQuery(OF_FILE)
                .bind(0, itemId)
                .bind(1, itemId)
                .bind(2, version)
                .bind(3, media)
                .map((row, _) -> {
                    Long from = row.getObject("from_ms", Long.class);
                    return new Look(
                            row.getInt("media"),
                            LookForm.valueOf(row.getString("form")),
                            row.getLong("millis"),
                            from == null ? null : new MediaSpan(from, row.getLong("to_ms")));
                })
                .list();
    }
}
