package org.moderationdesk.practice;

import java.time.Instant;

/**
 * A run that is worth something else since a key was changed.
 *
 * @param version of the set that changed it
 * @param why in the words of who changed it
 * @param was in hundredths of a percent
 * @param becomes in hundredths of a percent
 */
public record Rescored(
        String runId,
        int version,
        String person,
        String setId,
        String itemId,
        Instant at,
        String by,
        String why,
        int was,
        boolean passed,
        int becomes,
        boolean passes) {}
