package org.moderationdesk.calibration;

import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.HiddenTests;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.decisions.StoredDecisions;

/**
 * The rooms that calibration works with.
 *
 * @param replacing null where decisions are not replaced from here
 * @param tests which no session is about
 */
public record CalibrationRooms(
        StoredDecisions decisions,
        Rules rules,
        BlindCases blind,
        @Nullable Replacing replacing,
        HiddenTests tests) {
    /** Of a desk without hidden tests. */
    public CalibrationRooms(StoredDecisions decisions, Rules rules, BlindCases blind, @Nullable Replacing replacing) {
        this(decisions, rules, blind, replacing, HiddenTests.NONE);
    }
}
