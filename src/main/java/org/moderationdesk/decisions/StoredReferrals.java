package org.moderationdesk.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Store;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Rights;

/** The referrals that decisions asked for, as they stand. Any thread but the JavaFX one may call it. */
public final class StoredReferrals {
    private static final String NEWEST = "select " + ReferralRow.COLUMNS + """
         from referral
        """;
    private static final String IN_ORDER = " order by id desc fetch first ? rows only";
    private static final String ONE = "where id = ?";
    private static final String UNMARKED_ITEM = Clearance.unmarked("referral.item_id");
    private static final String UNMARKED = "where " + UNMARKED_ITEM;

    private final Store store;

    public StoredReferrals(Store store) {
        this.store = store;
    }

    /** The newest ones, without free text. */
    public List<ReferralLine> newest(int limit) {
        return store.read(handle -> newest(handle, "", limit));
    }

    /** The same, of decisions that this person may know of. */
    public List<ReferralLine> newest(Person viewer, int limit) {
        return store.read(handle -> {
            Set<String> blind = BlindItems.of(handle, viewer.name());
            return newest(handle, Rights.sees(viewer, true) ? "" : UNMARKED, limit).stream()
                    .filter(line -> !blind.contains(line.itemId()))
                    .toList();
        });
    }

    /** One of them, of a decision that this person may know of. */
    public Optional<ReferralLine> find(Handle handle, Person viewer, String id) {
        return handle.createQuery(NEWEST + ONE + (Rights.sees(viewer, true) ? "" : " and " + UNMARKED_ITEM))
                .bind(0, id)
                .map((row, _) -> line(ReferralRow.read(row)))
                .findOne()
                .filter(line -> !BlindItems.of(handle, viewer.name()).contains(line.itemId()));
    }

    private static List<ReferralLine> newest(Handle handle, String where, int limit) {
        return handle.createQuery(NEWEST + where + IN_ORDER)
                .bind(0, limit)
                .map((row, _) -> line(ReferralRow.read(row)))
                .list();
    }

    private static ReferralLine line(ReferralRow row) {
        return new ReferralLine(
                row.id(),
                row.target(),
                row.state(),
                row.itemId(),
                row.decisionId(),
                row.threatToLife(),
                Instant.ofEpochMilli(row.releaseAt()));
    }
}
