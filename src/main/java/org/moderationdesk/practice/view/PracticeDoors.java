package org.moderationdesk.practice.view;

import org.moderationdesk.guidelines.Book;
import org.moderationdesk.practice.AfterAnswer;
import org.moderationdesk.practice.Assignments;
import org.moderationdesk.practice.Practising;
import org.moderationdesk.practice.Results;
import org.moderationdesk.practice.Runs;
import org.moderationdesk.practice.Scorer;
import org.moderationdesk.practice.Sets;
import org.moderationdesk.review.view.ApartCase;

/**
 * What the practice screen works with.
 *
 * @param means what an item is laid out with
 */
public record PracticeDoors(Sets sets, Assignments assignments, Running running, Results results, ApartCase.Means means) {
    /** What a run is gone through with. */
    public record Running(Runs runs, Practising practising, AfterAnswer after, Scorer scorer) {}

    Book book() {
        return means.tools().book();
    }
}
