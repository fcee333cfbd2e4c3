package org.moderationdesk.decisions;

import java.time.Instant;

/**
 * A decision that is in the store, or what an act has made of one.
 *
 * @param releaseAt until then it can be undone, and nothing of it goes out but emergencies
 */
public record Recorded(String decisionId, DecisionState state, Instant releaseAt) {}
