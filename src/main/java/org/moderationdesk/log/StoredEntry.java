package org.moderationdesk.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** An entry as its row has it. */
record StoredEntry(
        long seq,
        long at,
        String kind,
        String person,
        @Nullable Long caseId,
        @Nullable String itemId,
        String body,
        String hash) {
    static final String COLUMNS = "seq, at, kind, person, case_id, item_id, body, hash";

    static StoredEntry of(ResultSet row) throws SQLException {
        long number = row.getLong(5);
        @Nullable Long caseId = row.wasNull() ? null : number;
        return new StoredEntry(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                caseId,
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }
}
