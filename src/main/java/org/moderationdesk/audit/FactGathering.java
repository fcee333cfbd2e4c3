package org.moderationdesk.audit;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.moderationdesk.decisions.DecisionFact;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.decisions.MeasureType;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.quality.QualityState;

/** Gathers decisions into columns, in the order of the log. One thread at a time. */
final class FactGathering {
    private final FactDictionaries words = FactDictionaries.empty();
    private FactColumns columns = FactColumns.empty();
    private RowsById rows = RowsById.empty();
    private int size;
    private boolean inOrder = true;

    /** A newer one, or one that is known already and may have another state. */
    void take(DecisionFact fact) {
        if (size == 0 || fact.seq() > Integer.toUnsignedLong(columns.seq[size - 1])) {
            add(fact);
        } else {
            become(fact.seq(), fact.state());
        }
    }

    private void become(long seq, DecisionState state) {
        int row = view().row(seq);
        if (row >= 0) {
            columns.state[row] = (byte) state.ordinal();
        }
    }

    /** Whether a decision on one of these items is among them. */
    boolean tellsOf(Set<String> items) {
        for (int row = 0; !items.isEmpty() && row < size; row++) {
            if (items.contains(columns.item(row))) {
                return true;
            }
        }
        return false;
    }

    /** The state of a decision in quality review; of one that is not among these, nothing. */
    void become(String decisionId, QualityState state) {
        UUID id = UUID.fromString(decisionId);
        int row = rows.find(columns, size, id.getMostSignificantBits(), id.getLeastSignificantBits());
        if (row >= 0) {
            columns.quality[row] = (byte) state.ordinal();
        }
    }

    private void add(DecisionFact fact) {
        if (size == columns.room()) {
            columns = columns.larger();
        }
        int row = size;
        inOrder &= row == 0 || columns.at[row - 1] <= fact.at();
        columns.seq[row] = FactColumns.unsigned(fact.seq());
        columns.at[row] = fact.at();
        UUID id = UUID.fromString(fact.decisionId());
        columns.idHigh[row] = id.getMostSignificantBits();
        columns.idLow[row] = id.getLeastSignificantBits();
        columns.dueSeconds[row] = FactColumns.seconds(fact.at(), fact.dueAt());
        columns.openedSeconds[row] = FactColumns.seconds(fact.at(), fact.openedAt());
        columns.activeMs[row] = (int) Math.clamp(fact.activeMs(), 0L, Integer.MAX_VALUE);
        columns.caseId[row] = FactColumns.unsigned(fact.caseId());
        columns.clauses[row] = words.clauses().code(fact.clauses());
        columns.person[row] = words.people().narrow(fact.person());
        columns.section[row] = words.sections().narrow(fact.section());
        columns.language[row] = words.languages().narrow(fact.language());
        columns.region[row] = words.regions().narrow(fact.region());
        columns.queue[row] = words.queues().narrow(fact.queue());
        columns.measures[row] =
                bits(fact.measures(), word -> MeasureType.valueOf(word).ordinal());
        columns.referrals[row] =
                bits(fact.referrals(), word -> ReferralTarget.valueOf(word).ordinal());
        columns.outcome[row] = (byte) fact.outcome().ordinal();
        columns.ground[row] = (byte) words.grounds().code(fact.ground());
        columns.kind[row] = (byte) fact.kind().ordinal();
        columns.severity[row] = (byte) fact.severity().ordinal();
        columns.confidence[row] =
                (byte) (fact.confidence() == null ? 0 : fact.confidence().ordinal() + 1);
        columns.state[row] = (byte) fact.state().ordinal();
        columns.flags[row] = FactColumns.flags(fact);
        columns.putItem(row, fact.itemId());
        rows = rows.with(columns, row);
        size++;
    }

    private static char bits(String codes, ToIntFunction<String> bit) {
        if (codes.isEmpty()) {
            return 0;
        }
        return (char) Arrays.stream(codes.split(" "))
                .mapToInt(code -> 1 << bit.applyAsInt(code))
                .reduce(0, (one, other) -> one | other);
    }

    /** All so far. */
    DecisionFacts view() {
        return new DecisionFacts(columns, words, rows, size, inOrder);
    }
}
