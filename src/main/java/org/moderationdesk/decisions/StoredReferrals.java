package org.moderationdesk.decisions;

import java.time.Instant;
import java.util.List;
import org.moderationdesk.db.Store;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Rights;

/** The referrals that decisions asked for, as they stand. Any thread but the JavaFX one may call it. */
public final class StoredReferrals {
    private static final String NEWEST = "select " + ReferralRow.COLUMNS + """
         from referral
        """;
    private static final String IN_ORDER = " order by id desc fetch first ? rows only";
    private static final String UNMARKED = "where " + Clearance.unmarked("referral.item_id");

    private final Store store;

    public StoredReferrals(Store store) {
        this.store = store;
    }

    /** The newest ones, without free text. */
    public List<ReferralLine> newest(int limit) {
        return newest("", limit);
    }

    /** The same, of decisions that this person may know of. */
    public List<ReferralLine> newest(Person viewer, int limit) {
        return newest(Rights.sees(viewer, true) ? "" : UNMARKED, limit);
    }

    private List<ReferralLine> newest(String where, int limit) {
        return store.read(handle -> handle.createQuery(NEWEST + where + IN_ORDER)
                .bind(0, limit)
                .map((row, _) -> line(ReferralRow.read(row)))
                .list());
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
