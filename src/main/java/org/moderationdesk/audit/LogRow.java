package org.moderationdesk.audit;

import org.moderationdesk.decisions.DecisionFact;
import org.moderationdesk.quality.QualityState;

/**
 * One decision as the list shows it.
 *
 * @param quality as far as who looks may know it
 */
public record LogRow(DecisionFact fact, QualityState quality) {
    /** Whether it stays hidden who decided, until somebody has said which of two answers holds. */
    public boolean hidesName() {
        return hidesName(quality);
    }

    static boolean hidesName(QualityState quality) {
        return quality == QualityState.DIFFERS;
    }
}
