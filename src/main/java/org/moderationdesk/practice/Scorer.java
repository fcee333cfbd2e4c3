package org.moderationdesk.practice;

import java.util.List;

/** Says what a run is worth. Pure: the same answers and keys always give the same score. Safe for any thread. */
public interface Scorer {
    /** @param items every answered item of the run, in the order in which they were shown */
    Score score(ScoringRules rules, List<Reviewed> items);

    /**
     * The same, where some items have no answer: they are worth nothing, and their keys are not looked at for that.
     *
     * @param unanswered how many, besides those that are given
     */
    Score score(ScoringRules rules, List<Reviewed> items, int unanswered);

    /** Whether it was answered wholly as one of the accepted answers, in every field that counts. */
    boolean isRight(Reviewed item);
}
