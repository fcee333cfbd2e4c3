package org.moderationdesk.referrals;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;

/**
 * A row of the table {@code filing_file}.
 *
 * @param media SHA-256 of the file
 * @param details SHA-256 of the document about it
 */
record FilingFile(String filingId, int place, String itemId, String media, String details) {
    private static final String INSERT =
            "insert into filing_file (filing_id, place, item_id, media, details, event_seq) values (?, ?, ?, ?, ?, ?)";
    private static final String OF = """
        select filing_id, place, item_id, media, details from filing_file where filing_id = ? order by filing_id, place
        """;

    RowState insert(Act act) {
        act.writeOne(INSERT, filingId, place, itemId, media, details, act.next());
        return ReferralTables.FILE.added(filingId + " " + place, itemId, media, details);
    }

    /** In the order in which they go out. */
    static List<FilingFile> of(Handle handle, String filingId) {
        return handle.createQuery(OF)
                .bind(0, filingId)
                .map((row, _) -> new FilingFile(
                        row.getString("filing_id"),
                        row.getInt("place"),
                        row.getString("item_id"),
                        row.getString("media"),
                        row.getString("details")))
                .list();
    }
}
