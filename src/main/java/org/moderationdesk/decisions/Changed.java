package org.moderationdesk.decisions;

/**
 * A decision after an act on it.
 *
 * @param line as it now is
 * @param queue where its case waited when it was decided: an undone escalation goes back there
 * @param followUp whether an emergency referral of it has gone out and has to be followed up
 */
public record Changed(DecisionLine line, String queue, boolean followUp) {}
