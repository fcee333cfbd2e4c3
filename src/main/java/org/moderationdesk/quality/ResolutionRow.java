package org.moderationdesk.quality;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;

/**
 * A row of the table {@code difference_resolution}. Times in milliseconds since 1970.
 *
 * @param verdict a {@link Differences.Verdict} by its name, or {@link #UNDONE}
 * @param note id of the personal text
 * @param replacement the decision that took the first one's place
 */
record ResolutionRow(
        String reviewId,
        String itemId,
        String person,
        String verdict,
        long at,
        @Nullable String note,
        @Nullable String replacement) {
    private static final String BY_REVIEW = """
        select review_id, item_id, person, verdict, at, note, replacement, event_seq
          from difference_resolution
         where review_id = ?
        """;
    private static final String INSERT = """
        insert into difference_resolution (review_id, item_id, person, verdict, at, note, replacement, event_seq)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String UPDATE = """
        update difference_resolution
           set person = ?, verdict = ?, at = ?, note = ?, replacement = ?, event_seq = ?
         where review_id = ? and event_seq = ?
        """;

    /** What it was resolved to was taken back. */
    static final String UNDONE = "UNDONE";

    /**
     * A row as it stands.
     *
     * @param eventSeq the entry that told of it last
     */
    record Stood(ResolutionRow row, long eventSeq) {}

    static Optional<Stood> find(Handle handle, String reviewId) {
        return handle.createQuery(BY_REVIEW)
                .bind(0, reviewId)
                .map((row, _) -> new Stood(
                        new ResolutionRow(
                                row.getString("review_id"),
                                row.getString("item_id"),
                                row.getString("person"),
                                row.getString("verdict"),
                                row.getLong("at"),
                                row.getString("note"),
                                row.getString("replacement")),
                        row.getLong("event_seq")))
                .findOne();
    }

    /** Writes it; what had been sent to calibration, or was taken back, is resolved a second time. */
    static RowState put(Act act, ResolutionRow row) {
        @Nullable
        Object[] values =
                new @Nullable Object[] {row.itemId, row.person, row.verdict, row.at, row.note, row.replacement};
        var before = find(act.handle(), row.reviewId);
        if (before.isEmpty()) {
            act.handle()
                    .execute(
                            INSERT,
                            row.reviewId,
                            row.itemId,
                            row.person,
                            row.verdict,
                            row.at,
                            row.note,
                            row.replacement,
                            act.next());
            return QualityTables.RESOLUTION.added(row.reviewId, values);
        }
        long was = before.get().eventSeq();
        Rows.one(act.handle()
                .execute(
                        UPDATE,
                        row.person,
                        row.verdict,
                        row.at,
                        row.note,
                        row.replacement,
                        act.next(),
                        row.reviewId,
                        was));
        return QualityTables.RESOLUTION.changed(row.reviewId, was, values);
    }
}
