package org.moderationdesk.decisions;

/**
 * A decision that a second person is to answer.
 *
 * @param emergency whether something of it has gone out at once, and is approved afterwards
 */
public record AwaitedDecision(DecisionLine line, boolean childSafety, boolean emergency) {}
