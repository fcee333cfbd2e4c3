package org.moderationdesk.practice.view;

import java.util.List;
import org.moderationdesk.practice.Reviewed;
import org.moderationdesk.practice.ScoringRules;

/** Tells a run in figures. Not for the JavaFX thread. */
@FunctionalInterface
interface FiguresOf {
    /** @param unanswered how many items of the run have no answer */
    Figures of(ScoringRules rules, List<Reviewed> items, int unanswered);
}
