package org.moderationdesk.calibration;

import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.ClauseCode;

/**
 * A decision that a lead can make a session about.
 *
 * @param clause the one that is read differently; null where it is offered for another reason
 */
public record Offered(
        Disputed disputed, boolean childSafety, @Nullable ClauseCode clause) {}
