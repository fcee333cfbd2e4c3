package org.moderationdesk.queue;

import org.jspecify.annotations.Nullable;

/**
 * What a flagged item did to the queue.
 *
 * @param caseId the open case that the new reports belong to; null where the item has none and nothing new was reported
 * @param opened whether the case is new
 * @param merged reports added to a case that was open already
 */
public record CaseChange(@Nullable Long caseId, boolean opened, int merged) {}
