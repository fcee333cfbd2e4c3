package org.moderationdesk.decisions;

import java.time.Instant;

/** Where a page of decisions ended: the next one begins after it. Decisions are walked by time, then by id. */
public record DecisionKey(Instant at, String id) {}
