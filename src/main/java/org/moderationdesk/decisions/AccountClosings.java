package org.moderationdesk.decisions;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Rights;

/**
 * When this desk closed an account, for a time or for good: what is in effect, and nothing that one person may not know of.
 * Not for the JavaFX thread.
 */
public final class AccountClosings {
    private static final String OF_ITEM = """
        select m.type, m.release_at, m.until_at
          from measure m
          join item own on own.account_id = m.account_id
         where own.id = :item and m.state = 'IN_EFFECT' and m.release_at < :now
           and m.type in ('SUSPEND', 'BAN', 'DEVICE_BAN', 'REMOVE_UNDERAGE')
           and not exists (select 1
                             from second_review r
                            where r.second_person = :viewer and r.state = 'TAKEN' and r.item_id = m.item_id)
        """;

    private static final String UNMARKED = " and " + Clearance.unmarked("m.item_id");
    private static final String IN_ORDER = " order by m.release_at, m.id";

    private AccountClosings() {}

    /**
     * One closing.
     *
     * @param until when it ends; null for good
     */
    public record Closing(Instant from, @Nullable Instant until) {}

    /** Those of the account behind an item, the first one first. */
    public static List<Closing> ofItem(Handle handle, Person viewer, String itemId, Instant now) {
        boolean cleared = Rights.sees(viewer, true);
        return handle.createQuery(OF_ITEM + (cleared ? "" : UNMARKED) + IN_ORDER)
                .bind("item", itemId)
                .bind("now", now.toEpochMilli())
                .bind("viewer", viewer.name())
                .map((row, _) -> {
                    boolean forATime = MeasureType.valueOf(row.getString("type")) == MeasureType.SUSPEND;
                    Long until = row.getObject("until_at", Long.class);
                    return new Closing(
                            Instant.ofEpochMilli(row.getLong("release_at")),
                            forATime && until != null ? Instant.ofEpochMilli(until) : null);
                })
                .list();
    }
}
