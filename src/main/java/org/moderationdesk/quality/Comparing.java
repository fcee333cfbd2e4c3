package org.moderationdesk.quality;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.RowState;
import org.moderationdesk.quality.QualityRefused.Why;

/** Compares a second answer with the first decision, and writes down whether they agree. */
final class Comparing {
    private static final String ANSWERED = """
        select id from second_review where state = 'ANSWERED' order by state, due_at, id fetch first ? rows only
        """;

    private final QualityRooms rooms;

    Comparing(QualityRooms rooms) {
        this.rooms = rooms;
    }

    /** Reviews that have been answered and not compared. */
    List<String> answered(Handle handle, int most) {
        return handle.createQuery(ANSWERED).bind(0, most).mapTo(String.class).list();
    }

    /**
     * Compares, unless somebody has done so. The answer must have been recorded before, in an act of its own: in one that
     * could still be taken back, who answers could try one answer after the other.
     *
     * @return how many were compared: 0 or 1
     */
    int compare(Act act, String reviewId) {
        Handle handle = act.handle();
        Optional<ReviewRow> found = ReviewRow.find(handle, reviewId).filter(row -> row.state() == Stage.ANSWERED);
        Optional<DrawRow> draw = DrawRow.find(handle, reviewId);
        if (found.isEmpty() || draw.isEmpty()) {
            return 0;
        }
        Set<Differing.Field> fields = Differing.between(first(handle, draw.get()), second(handle, reviewId));
        Stage stage = Differing.disagree(fields) ? Stage.DIFFERS : Stage.AGREED;
        // In this order: a shared store shows the rest to who answered only while the review stands at answered.
        var rows = List.of(put(act, draw.get(), stage), found.get().change(act, stage));
        var facts = Map.of(
                "review",
                reviewId,
                "state",
                stage,
                "fields",
                names(fields).stream().sorted().toList());
        long unused = append(act, EventKind.SECOND_COMPARED, found.get(), facts, rows);
        return 1;
    }

    Proposal first(Handle handle, DrawRow draw) {
        return rooms.decisions()
                .approvals()
                .proposal(handle, draw.decisionId())
                .orElseThrow(() -> new QualityRefused(Why.NO_SUCH_DECISION, draw.decisionId()));
    }

    Proposal second(Handle handle, String reviewId) {
        return AnswerRow.find(handle, reviewId)
                .orElseThrow(() -> new QualityRefused(Why.NO_SUCH_REVIEW, reviewId))
                .proposal(handle);
    }

    static RowState put(Act act, DrawRow draw, Stage stage) {
        return QualityRow.put(act, draw.decisionId(), draw.reviewId(), draw.itemId(), stage.ofDecision());
    }

    static long append(Act act, EventKind kind, ReviewRow row, Map<String, ?> facts, List<RowState> rows) {
        return act.append(new Entry(kind, row.what().caseId(), row.what().itemId(), facts, rows));
    }

    static Set<String> names(Set<Differing.Field> fields) {
        return fields.stream().map(Enum::name).collect(Collectors.toSet());
    }
}
