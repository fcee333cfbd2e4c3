package org.moderationdesk.insights;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.moderationdesk.agreement.BlindPair;
import org.moderationdesk.quality.BlindPairs;
import org.moderationdesk.quality.QualityState;
import org.moderationdesk.quality.QualityStates;
import org.moderationdesk.staff.Person;

/** Second reviews as the desk keeps them, for one person; reads what is new each time. Not for the JavaFX thread. */
public final class QualityReviews implements SecondReviews {
    private static final int AT_ONCE = 5_000;

    private final QualityStates states;
    private final BlindPairs pairs;
    private final Map<String, QualityState> known = new HashMap<>();
    private long through;

    public QualityReviews(QualityStates states, BlindPairs pairs) {
        this.states = states;
        this.pairs = pairs;
    }

    @Override
    public List<BlindPair> pairs(Person viewer, Instant from, Instant to) {
        return pairs.between(viewer, from, to);
    }

    @Override
    public synchronized List<Checked> checked(Person viewer, Instant since) {
        List<QualityStates.Marked> news;
        do {
            news = states.since(viewer, through, AT_ONCE);
            for (QualityStates.Marked marked : news) {
                known.put(marked.decisionId(), marked.state());
                through = marked.eventSeq();
            }
        } while (news.size() == AT_ONCE);
        return known.entrySet().stream()
                .filter(one -> isOver(one.getValue()))
                .map(one -> new Checked(decidedAt(one.getKey()), one.getValue() == QualityState.OVERTURNED))
                .filter(one -> one.decidedAt() >= since.toEpochMilli())
                .toList();
    }

    /** What differs and is not resolved has been checked, and nothing has been overturned so far. */
    private static boolean isOver(QualityState state) {
        return switch (state) {
            case AGREED, DIFFERS, KEPT, OVERTURNED, CALIBRATION -> true;
            case NOT_SAMPLED, WAITING -> false;
        };
    }

    /** Ids of decisions begin with the moment they were made (UUID version 7, RFC 9562). */
    static long decidedAt(String id) {
        return UUID.fromString(id).getMostSignificantBits() >>> 16;
    }
}
