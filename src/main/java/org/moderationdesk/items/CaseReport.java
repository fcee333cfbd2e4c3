package org.moderationdesk.items;

import java.time.Instant;

/**
 * A report on an item as the store holds it.
 *
 * @param caseId the case that it opened or joined
 * @param open whether that case is still open
 * @param arrivedAt when the desk received it
 */
public record CaseReport(Report report, long caseId, boolean open, Instant arrivedAt) {}
