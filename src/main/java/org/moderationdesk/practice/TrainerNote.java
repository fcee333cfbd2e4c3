package org.moderationdesk.practice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a trainer said to somebody about a run of theirs.
 *
 * @param itemId about which item of it; null for the run as a whole
 * @param person whose run it is
 * @param by who said it
 */
public record TrainerNote(
        String id, String runId, @Nullable String itemId, String person, String by, Instant at, String words) {}
