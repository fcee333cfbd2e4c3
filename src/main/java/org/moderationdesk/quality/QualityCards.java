package org.moderationdesk.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Store;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Tells of single decisions what a second review made of them. Any thread but the JavaFX one may ask. */
public final class QualityCards {
    private static final String OF = """
        select q.review_id, q.state, f.person, f.at
          from decision_quality q
          left join difference_resolution f on f.review_id = q.review_id
         where q.decision_id = :decision and q.state <> 'NOT_SAMPLED'
           and not exists (select 1
                             from second_review mine
                            where mine.item_id = q.item_id and mine.state = 'TAKEN' and mine.second_person = :me)
        """;

    private final Store store;
    private final Comparing comparing;

    public QualityCards(Store store, QualityRooms rooms) {
        this.store = store;
        this.comparing = new Comparing(rooms);
    }

    /**
     * Of the decision with this id.
     *
     * @return empty for one that nobody reviewed twice, that concerns child safety of which this lead may not know, or
     *     whose item they review blind
     * @throws org.moderationdesk.staff.RightRefused without {@link Right#RESOLVE_DIFFERENCE}
     */
    public Optional<QualityCard> of(Person lead, String decisionId) {
        Rights.require(lead, Right.RESOLVE_DIFFERENCE);
        return store.read(handle -> handle.createQuery(OF)
                .bind("decision", decisionId)
                .bind("me", lead.name())
                .map((row, _) -> read(row))
                .findOne()
                .flatMap(found -> DrawRow.find(handle, found.reviewId())
                        .filter(draw -> draw.isSeenBy(handle, lead))
                        .map(draw -> compared(handle, found, draw))));
    }

    private static QualityCard read(ResultSet row) throws SQLException {
        var state = QualityState.valueOf(row.getString("state"));
        @Nullable String by = row.getString("person");
        // What was undone leaves a row too, that says who undid it.
        boolean stands = by != null
                && switch (state) {
                    case KEPT, OVERTURNED, CALIBRATION -> true;
                    case NOT_SAMPLED, WAITING, AGREED, DIFFERS -> false;
                };
        QualityCard.@Nullable Ruling ruling =
                by == null || !stands ? null : new QualityCard.Ruling(by, Instant.ofEpochMilli(row.getLong("at")));
        return new QualityCard(row.getString("review_id"), state, List.of(), ruling);
    }

    private QualityCard compared(Handle handle, QualityCard card, DrawRow draw) {
        if (!card.hasDifference()) {
            return card;
        }
        List<String> fields =
                Differing.between(comparing.first(handle, draw), comparing.second(handle, card.reviewId())).stream()
                        .map(Enum::name)
                        .toList();
        return new QualityCard(card.reviewId(), card.state(), fields, card.ruling());
    }
}
