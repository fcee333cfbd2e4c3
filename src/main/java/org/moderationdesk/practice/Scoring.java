package org.moderationdesk.practice;

import org.jdbi.v3.core.Handle;

/** Scores runs that are over by the newest keys, and keeps the score with the run. */
final class Scoring {
    private final Scorer scorer;

    Scoring(Scorer scorer) {
        this.scorer = scorer;
    }

    /** Of a run that is over; always true. */
    boolean score(Handle handle, Run run) {
        RunRows.score(
                handle,
                run.id(),
                worth(handle, run),
                SetRow.need(handle, run.setId()).newest().version());
        return true;
    }

    /**
     * What it is worth now, by the weights and the pass mark that it began under. What was not answered is worth nothing,
     * and its key is not looked at for that.
     */
    Score worth(Handle handle, Run run) {
        ScoringRules rules =
                SetRow.version(handle, run.setId(), run.version()).terms().scoring();
        return scorer.score(rules, new Answered(handle, run).all(), AnswerRows.unanswered(handle, run));
    }
}
