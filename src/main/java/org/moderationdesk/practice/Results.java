package org.moderationdesk.practice;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Store;
import org.moderationdesk.practice.PracticeRefused.Why;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * What runs came to. Who practises learns of their own what the key lets them; who trains, of everybody. Not for the JavaFX
 * thread; safe for any other.
 */
public final class Results {
    private final Store store;

    public Results(Store store) {
        this.store = store;
    }

    /** The runs through a set, the newest first, those before one that is known already. */
    public List<Run> ofSet(Person trainer, String setId, @Nullable Run before, int limit) {
        Rights.require(trainer, Right.TRAIN);
        return store.read(handle -> RunRows.ofSet(handle, setId, before, limit));
    }

    /** One run: one's own, or anybody's for who trains. */
    public Run find(Person viewer, String runId) {
        Rights.require(viewer, Right.PRACTISE);
        return store.read(handle -> seen(handle, viewer, runId));
    }

    private static Run seen(Handle handle, Person viewer, String runId) {
        return RunRows.find(handle, runId)
                .filter(run -> run.person().equals(viewer.name()) || Rights.has(viewer, Right.TRAIN))
                .orElseThrow(() -> new PracticeRefused(Why.UNKNOWN_RUN));
    }

    /**
     * What the key says of an item that is answered.
     *
     * @throws PracticeRefused while this run does not show it yet
     */
    public Reviewed feedback(Person person, String runId, String itemId) {
        Rights.require(person, Right.PRACTISE);
        return store.read(handle -> {
            Run run = seen(handle, person, runId);
            AnswerRows.Place place = place(handle, run, itemId);
            boolean answered =
                    !AnswerRows.answers(handle, runId, List.of(itemId)).isEmpty();
            boolean shown = answered
                    && (run.isOver()
                            || switch (run.feedback()) {
                                case AT_ONCE -> true;
                                case AFTER_SECTION -> AnswerRows.openIn(handle, runId, place.section()) == 0;
                                case AT_THE_END -> false;
                            });
            if (!shown) {
                throw new PracticeRefused(Why.KEY_NOT_YET);
            }
            return new Answered(handle, run)
                    .one(itemId)
                    .orElseThrow(() -> new PracticeRefused(Why.UNKNOWN_ITEM, itemId));
        });
    }

    /** What was answered in a run that is over, item by item, in its order. */
    public List<Reviewed> reviewed(Person person, String runId) {
        Rights.require(person, Right.PRACTISE);
        return store.read(handle -> {
            Run run = seen(handle, person, runId);
            if (!run.isOver()) {
                throw new PracticeRefused(Why.KEY_NOT_YET);
            }
            return new Answered(handle, run).all();
        });
    }

    /** For how long somebody was at each answer of a run that is over, in milliseconds, the shortest first. */
    public List<Long> times(Person viewer, String runId) {
        Rights.require(viewer, Right.PRACTISE);
        return store.read(
                handle -> AnswerRows.times(handle, seen(handle, viewer, runId).id()));
    }

    private static AnswerRows.Place place(Handle handle, Run run, String item) {
        return AnswerRows.place(handle, run.id(), item).orElseThrow(() -> new PracticeRefused(Why.UNKNOWN_ITEM, item));
    }
}
