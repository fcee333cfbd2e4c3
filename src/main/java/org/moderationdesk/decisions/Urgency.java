package org.moderationdesk.decisions;

import java.time.Instant;
import org.moderationdesk.guidelines.Severity;

/** How pressing a case is: what a decision on it was in time for. */
public record Urgency(Severity severity, Instant openedAt, Instant dueAt) {}
