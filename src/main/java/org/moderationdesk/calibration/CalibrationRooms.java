package org.moderationdesk.calibration;

import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.decisions.StoredDecisions;

/**
 * The rooms that calibration works with.
 *
 * @param replacing null where decisions are not replaced from here
 */
public record CalibrationRooms(
        StoredDecisions decisions,
        Rules rules,
        BlindCases blind,
        @Nullable Replacing replacing) {}
