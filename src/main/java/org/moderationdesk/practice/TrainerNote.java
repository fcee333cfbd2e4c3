package org.moderationdesk.practice;

import java.time.Instant;

/**
 * What a trainer said to somebody about a run of theirs.
 *
 * @param person whose run it is
 * @param by who said it
 */
public record TrainerNote(String id, String runId, String person, String by, Instant at, String words) {}
