package org.moderationdesk.insights;

import java.util.List;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.guidelines.Severity;

/**
 * The decisions that a person may know of, column by column, oldest first: rows 0 to {@link #size} less one. A walk over
 * it makes no object a row. What has words has a code; {@code -1} is the code of a word that no row has.
 */
public interface DecidedRows {
    int size();

    /** A row no later than the first one decided at this moment, in milliseconds since 1970, or after it. */
    int firstAt(long moment);

    /** When it was decided, in milliseconds since 1970. */
    long at(int row);

    /** Whether it was undone: then it counts in no figure. */
    boolean undone(int row);

    Outcome outcome(int row);

    Severity severity(int row);

    boolean onTime(int row);

    /** Active work, in milliseconds. */
    int activeMs(int row);

    int section(int row);

    int queue(int row);

    int region(int row);

    /** Code of an exception's ground; 0 for none. */
    int ground(int row);

    boolean isReferred(int row, ReferralTarget target);

    /** The code of a section, such as "5.3"; empty where a decision has none. */
    String sectionWord(int code);

    /** The name of an {@link org.moderationdesk.guidelines.ExceptionGround}. */
    String groundWord(int code);

    int queueCode(String queue);

    int regionCode(String region);

    /** Regions that some row has, by name. */
    List<String> regions();
}
