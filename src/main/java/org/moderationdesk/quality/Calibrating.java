package org.moderationdesk.quality;

import java.time.Instant;
import java.util.List;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.Clearance;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** The decisions that a second review differs from and that were sent to team calibration. Not for the JavaFX thread. */
public final class Calibrating {
    private static final int MOST = 1_000;
    private static final String WAITING = """
        select f.review_id, f.at, d.decision_id, d.item_id, d.section, d.child_safety
          from difference_resolution f
          join second_review r on r.id = f.review_id and r.state = 'CALIBRATION'
          join quality_draw d on d.review_id = f.review_id
         where not exists (select 1
                             from second_review mine
                            where mine.item_id = f.item_id and mine.state = 'TAKEN' and mine.second_person = :me)
         order by f.at desc, f.review_id desc
         fetch first :most rows only
        """;

    private final Store store;

    public Calibrating(Store store) {
        this.store = store;
    }

    /** What waits to be talked about, of what this lead may know of, the newest first, at most 1,000. */
    public List<Disputed> waiting(Person lead) {
        Rights.require(lead, Right.RESOLVE_DIFFERENCE);
        return store.read(handle -> handle
                .createQuery(WAITING)
                .bind("me", lead.name())
                .bind("most", MOST)
                .map((row, _) -> new Disputed(
                        row.getString("review_id"),
                        row.getString("decision_id"),
                        row.getString("item_id"),
                        row.getString("section"),
                        row.getBoolean("child_safety"),
                        Instant.ofEpochMilli(row.getLong("at"))))
                .list()
                .stream()
                .filter(one -> Clearance.sees(handle, lead, one.itemId(), one.childSafety()))
                .toList());
    }
}
