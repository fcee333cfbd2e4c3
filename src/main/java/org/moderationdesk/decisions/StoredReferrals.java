package org.moderationdesk.decisions;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Store;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
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
    private final HiddenTests tests;

    /** Of a desk without hidden tests. */
    public StoredReferrals(Store store) {
        this(store, HiddenTests.NONE);
    }

    public StoredReferrals(Store store, HiddenTests tests) {
        this.store = store;
        this.tests = tests;
    }

    /** Whether it was decided on a hidden test, and so is never to leave the desk. */
    public boolean isOfATest(Handle handle, ReferralLine referral) {
        return tests.items(handle).contains(referral.itemId());
    }

    /** The newest ones, without free text. */
    public List<ReferralLine> newest(int limit) {
        return store.read(handle -> newest(handle, "", limit));
    }

    /** The same, of decisions that this person may know of; without those of tests, for who may know which those are. */
    public List<ReferralLine> newest(Person viewer, int limit) {
        return store.read(handle -> {
            Set<String> blind = new HashSet<>(BlindItems.of(handle, viewer.name()));
            // To whoever decides a test is a case, also where no server keeps that by itself.
            if (Rights.has(viewer, Right.TRAIN)
                    || Rights.has(viewer, Right.EXPORT) && !Rights.has(viewer, Right.DECIDE)) {
                blind.addAll(tests.items(handle));
            }
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
