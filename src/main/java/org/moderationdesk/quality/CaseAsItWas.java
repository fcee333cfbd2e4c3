package org.moderationdesk.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.ItemKind;

/**
 * A case as it was when the first person claimed it. Times in milliseconds since 1970.
 *
 * @param version of the item, that was decided about
 * @param sections that its reports named then
 * @param seenAt the moment that it is shown as at
 * @param dueAt when the second review is due
 * @param childSafety whether reports or earlier answers had said so by then
 */
record CaseAsItWas(
        long caseId,
        String itemId,
        int version,
        String edition,
        ItemKind kind,
        String queue,
        Severity severity,
        List<String> sections,
        @Nullable String language,
        @Nullable String region,
        long openedAt,
        long seenAt,
        long dueAt,
        boolean childSafety,
        boolean sealed) {
    CaseAsItWas {
        sections = List.copyOf(sections);
    }

    /** The same, due when its case was, and as sealed as it is by now. */
    CaseAsItWas known(long due, boolean sealedBy) {
        return new CaseAsItWas(
                caseId,
                itemId,
                version,
                edition,
                kind,
                queue,
                severity,
                sections,
                language,
                region,
                openedAt,
                seenAt,
                due,
                childSafety,
                sealedBy);
    }

    static CaseAsItWas read(ResultSet row) throws SQLException {
        String sections = row.getString("sections");
        return new CaseAsItWas(
                row.getLong("case_id"),
                row.getString("item_id"),
                row.getInt("item_version"),
                row.getString("edition"),
                ItemKind.valueOf(row.getString("kind")),
                row.getString("queue"),
                Severity.values()[row.getInt("severity")],
                sections.isEmpty() ? List.of() : Arrays.asList(sections.split(" ", -1)),
                row.getString("language"),
                row.getString("region"),
                row.getLong("opened_at"),
                row.getLong("seen_at"),
                row.getLong("due_at"),
                row.getBoolean("child_safety"),
                row.getBoolean("sealed"));
    }
}
