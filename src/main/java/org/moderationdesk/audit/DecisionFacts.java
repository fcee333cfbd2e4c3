package org.moderationdesk.audit;

import java.time.Instant;
import java.util.Optional;
import org.moderationdesk.decisions.Confidence;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.decisions.MeasureType;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.quality.QualityState;

/**
 * Every decision that a person may know of, column by column in memory, in the order of the log: rows 0 to
 * {@link #size} less one, oldest first. Nothing here makes an object a row, so a walk over a million rows takes
 * milliseconds. What is of child safety is not in it for who has no clearance.
 *
 * <p>One instance stays as it is, but for {@link #state} and {@link #quality}, which may become newer ones under
 * a reader. Newer decisions
 * are in the next instance that {@link DecisionLog#facts} gives. Safe for any thread.
 */
public final class DecisionFacts {
    static final int ON_TIME = 1;
    static final int DIFFICULT = 2;
    static final int CHILD_SAFETY = 4;
    static final int REPLACES = 8;

    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final DecisionState[] STATES = DecisionState.values();
    private static final Severity[] SEVERITIES = Severity.values();
    private static final ItemKind[] KINDS = ItemKind.values();
    private static final Confidence[] CONFIDENCES = Confidence.values();
    private static final QualityState[] QUALITIES = QualityState.values();

    private final FactColumns columns;
    private final FactDictionaries words;
    private final RowsById rows;
    private final int size;
    private final boolean inOrder;

    /** @param inOrder whether the times rise with the rows */
    DecisionFacts(FactColumns columns, FactDictionaries words, RowsById rows, int size, boolean inOrder) {
        this.columns = columns;
        this.words = words;
        this.rows = rows;
        this.size = size;
        this.inOrder = inOrder;
    }

    public int size() {
        return size;
    }

    /** The words behind the codes. */
    public FactDictionaries words() {
        return words;
    }

    /**
     * The first row decided at this moment or later. Exact where no clock was ever set back between two decisions;
     * else it may be earlier than that row, so rows must still be asked for their {@link #at}.
     */
    public int firstAt(Instant moment) {
        if (!inOrder) {
            return 0;
        }
        long at = moment.toEpochMilli();
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (columns.at[middle] < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The row of the decision that this entry tells of, or a negative number. */
    public int row(long seq) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = seq(middle);
            if (found == seq) {
                return middle;
            }
            if (found < seq) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** The row of the decision whose id has these halves, or a negative number. */
    public int row(long idHigh, long idLow) {
        return rows.find(columns, size, idHigh, idLow);
    }

    /** The number of the entry that tells of the decision: its key. */
    public long seq(int row) {
        return Integer.toUnsignedLong(columns.seq[row]);
    }

    /** When it was decided, in milliseconds since 1970. */
    public long at(int row) {
        return columns.at[row];
    }

    /** When it was due, in milliseconds since 1970, exact to the second. */
    public long dueAt(int row) {
        return columns.at[row] + columns.dueSeconds[row] * 1_000L;
    }

    /** When the case was opened, in milliseconds since 1970, exact to the second. */
    public long openedAt(int row) {
        return columns.at[row] + columns.openedSeconds[row] * 1_000L;
    }

    /** Whether it came in time, exact to the millisecond. */
    public boolean onTime(int row) {
        return has(row, ON_TIME);
    }

    /** How long it took with the window in focus and input going on, in milliseconds, 24 days at most. */
    public int activeMs(int row) {
        return columns.activeMs[row];
    }

    /** {@link java.util.UUID#getMostSignificantBits} of the decision's id. */
    public long idHigh(int row) {
        return columns.idHigh[row];
    }

    /** {@link java.util.UUID#getLeastSignificantBits} of the decision's id. */
    public long idLow(int row) {
        return columns.idLow[row];
    }

    public long caseId(int row) {
        return Integer.toUnsignedLong(columns.caseId[row]);
    }

    /** The item's id; makes a text, so not for walks. */
    public String item(int row) {
        return columns.item(row);
    }

    /**
     * Who decided, a code of {@link FactDictionaries#people}; 0 while that stays hidden, as {@link LogRow#hidesName} says: what
     * cannot be read in a row can neither be filtered, ordered nor searched by.
     */
    public int person(int row) {
        return LogRow.hidesName(quality(row)) ? 0 : columns.person[row];
    }

    /** The leading section, a code of {@link FactDictionaries#sections}; 0 where there is none. */
    public int section(int row) {
        return columns.section[row];
    }

    /** What was answered "yes", a code of {@link FactDictionaries#clauses}: codes of clauses with spaces between. */
    public int clauses(int row) {
        return columns.clauses[row];
    }

    /** A code of {@link FactDictionaries#languages}; 0 where it is unknown. */
    public int language(int row) {
        return columns.language[row];
    }

    /** A code of {@link FactDictionaries#regions}; 0 where it is unknown. */
    public int region(int row) {
        return columns.region[row];
    }

    /** A code of {@link FactDictionaries#queues}. */
    public int queue(int row) {
        return columns.queue[row];
    }

    /** The ground of an exception or carve-out, a code of {@link FactDictionaries#grounds}; 0 where there is none. */
    public int ground(int row) {
        return Byte.toUnsignedInt(columns.ground[row]);
    }

    public Outcome outcome(int row) {
        return OUTCOMES[columns.outcome[row]];
    }

    public DecisionState state(int row) {
        return STATES[columns.state[row]];
    }

    /** That of the case when it was decided. */
    public Severity severity(int row) {
        return SEVERITIES[columns.severity[row]];
    }

    /** In quality review, as far as whose facts these are may know. */
    public QualityState quality(int row) {
        return QUALITIES[columns.quality[row]];
    }

    public ItemKind kind(int row) {
        return KINDS[columns.kind[row]];
    }

    /** How sure the person said to be. */
    public Optional<Confidence> confidence(int row) {
        int code = columns.confidence[row];
        return code == 0 ? Optional.empty() : Optional.of(CONFIDENCES[code - 1]);
    }

    /** 0 where the person said nothing, else 1 for low to 3 for high. */
    public int confidenceCode(int row) {
        return columns.confidence[row];
    }

    public boolean difficult(int row) {
        return has(row, DIFFICULT);
    }

    public boolean childSafety(int row) {
        return has(row, CHILD_SAFETY);
    }

    /** Whether it took the place of an earlier decision. */
    public boolean replaces(int row) {
        return has(row, REPLACES);
    }

    /** Whether it had this measure, in effect or not. */
    public boolean has(int row, MeasureType measure) {
        return (columns.measures[row] & 1 << measure.ordinal()) != 0;
    }

    /** One bit a {@link MeasureType}, by its ordinal. */
    public int measures(int row) {
        return columns.measures[row];
    }

    /** One bit a {@link ReferralTarget}, by its ordinal. */
    public int referrals(int row) {
        return columns.referrals[row];
    }

    public boolean isReferred(int row, ReferralTarget target) {
        return (columns.referrals[row] & 1 << target.ordinal()) != 0;
    }

    /** Bytes that these columns take in memory, words apart. */
    public long bytes() {
        return columns.bytes() + rows.bytes();
    }

    FactColumns columns() {
        return columns;
    }

    boolean inOrder() {
        return inOrder;
    }

    private boolean has(int row, int flag) {
        return (columns.flags[row] & flag) != 0;
    }
}
