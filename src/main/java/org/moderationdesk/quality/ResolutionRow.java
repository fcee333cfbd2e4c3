package org.moderationdesk.quality;

import org.jspecify.annotations.Nullable;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;

/**
 * A row of the table {@code difference_resolution}. Times in milliseconds since 1970.
 *
 * @param note id of the personal text
 * @param replacement the decision that took the first one's place
 */
record ResolutionRow(
        String reviewId,
        String itemId,
        String person,
        Differences.Verdict verdict,
        long at,
        @Nullable String note,
        @Nullable String replacement) {
    private static final String WAS = "select event_seq from difference_resolution where review_id = ?";
    private static final String INSERT = """
        insert into difference_resolution (review_id, item_id, person, verdict, at, note, replacement, event_seq)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String UPDATE = """
        update difference_resolution
           set person = ?, verdict = ?, at = ?, note = ?, replacement = ?, event_seq = ?
         where review_id = ? and event_seq = ?
        """;

    /** Writes it; what had been sent to calibration is resolved a second time. */
    static RowState put(Act act, ResolutionRow row) {
        @Nullable
        Object[] values =
                new @Nullable Object[] {row.itemId, row.person, row.verdict, row.at, row.note, row.replacement};
        var before = act.handle()
                .createQuery(WAS)
                .bind(0, row.reviewId)
                .mapTo(Long.class)
                .findOne();
        if (before.isEmpty()) {
            act.handle()
                    .execute(
                            INSERT,
                            row.reviewId,
                            row.itemId,
                            row.person,
                            row.verdict.name(),
                            row.at,
                            row.note,
                            row.replacement,
                            act.next());
            return QualityTables.RESOLUTION.added(row.reviewId, values);
        }
        long was = before.get();
        Rows.one(act.handle()
                .execute(
                        UPDATE,
                        row.person,
                        row.verdict.name(),
                        row.at,
                        row.note,
                        row.replacement,
                        act.next(),
                        row.reviewId,
                        was));
        return QualityTables.RESOLUTION.changed(row.reviewId, was, values);
    }
}
