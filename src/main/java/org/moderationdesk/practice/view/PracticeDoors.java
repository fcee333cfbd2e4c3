package org.moderationdesk.practice.view;

import java.io.IOException;
import java.util.List;
import org.moderationdesk.base.Language;
import org.moderationdesk.decisions.DecisionFact;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.practice.AfterAnswer;
import org.moderationdesk.practice.Assignments;
import org.moderationdesk.practice.Certifying;
import org.moderationdesk.practice.Disputes;
import org.moderationdesk.practice.GroupMedians;
import org.moderationdesk.practice.Hidden;
import org.moderationdesk.practice.HiddenRetiring;
import org.moderationdesk.practice.Picking;
import org.moderationdesk.practice.PracticeExport;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.Practising;
import org.moderationdesk.practice.Reminders;
import org.moderationdesk.practice.Results;
import org.moderationdesk.practice.Runs;
import org.moderationdesk.practice.SetMedia;
import org.moderationdesk.practice.Sets;
import org.moderationdesk.practice.TrainerNotes;
import org.moderationdesk.practice.Viewing;
import org.moderationdesk.practice.scoring.PracticePapers;
import org.moderationdesk.practice.scoring.RunScorer;
import org.moderationdesk.review.view.ApartCase;
import org.moderationdesk.staff.People;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * What the practice screen works with.
 *
 * @param means what an item is laid out with
 */
public record PracticeDoors(
        Sets sets,
        Assignments assignments,
        Running running,
        Told told,
        Certifying certifying,
        Picks picks,
        People people,
        ApartCase.Means means,
        Out out,
        Testing testing) {
    /** What a run is gone through with. */
    public record Running(Runs runs, Practising practising, AfterAnswer after, RunScorer scorer) {}

    /** What is told of runs that are over, and of what is due. */
    public record Told(
            Results results,
            Viewing viewing,
            GroupMedians medians,
            Disputes disputes,
            TrainerNotes notes,
            Reminders reminders) {}

    /** What goes into files, and what comes with the desk. */
    public record Out(PracticePapers papers, PracticeExport export, Shipped shipped) {}

    /** Lays the sets that come with the desk and are not on it; answers with those. Not for the JavaFX thread. */
    @FunctionalInterface
    public interface Shipped {
        List<PracticeSet> lay(Person trainer, Language language) throws IOException;
    }

    /** Hidden tests among the cases. */
    public record Testing(Hidden hidden, HiddenRetiring retiring) {}

    /** How decided cases are picked, and items come in with their files. */
    public record Picks(Picking picking, Newest newestDecisions, SetMedia media) {
        List<DecisionFact> newest(Person trainer, int most) {
            Rights.require(trainer, Right.TRAIN);
            return newestDecisions.of(most);
        }
    }

    /** Tells what was decided last, the newest first; off the JavaFX thread. */
    @FunctionalInterface
    public interface Newest {
        List<DecisionFact> of(int most);
    }

    Book book() {
        return means.tools().book();
    }

    Results results() {
        return told.results();
    }

    Viewing viewing() {
        return told.viewing();
    }

    GroupMedians medians() {
        return told.medians();
    }

    Disputes disputes() {
        return told.disputes();
    }

    TrainerNotes notes() {
        return told.notes();
    }
}
