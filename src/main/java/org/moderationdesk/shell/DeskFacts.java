package org.moderationdesk.shell;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the status bar tells of the desk, as last asked.
 *
 * @param decisionsToday recorded since midnight
 * @param awaiting decisions that wait for a second person
 * @param awaitingSince when the oldest of them was proposed
 */
public record DeskFacts(
        long decisionsToday, long awaiting, @Nullable Instant awaitingSince) {}
