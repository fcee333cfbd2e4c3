package org.moderationdesk.audit;

import org.moderationdesk.decisions.DecisionFact;
import org.moderationdesk.quality.QualityState;

/**
 * One decision as the list shows it.
 *
 * @param quality as far as who looks may know it
 */
public record LogRow(DecisionFact fact, QualityState quality) {}
