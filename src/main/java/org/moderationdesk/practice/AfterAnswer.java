package org.moderationdesk.practice;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Store;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** What a run shows of the key once an answer is in. Not for the JavaFX thread; safe for any other. */
public final class AfterAnswer {
    private static final int PAGE = 500;

    private final Store store;

    public AfterAnswer(Store store) {
        this.store = store;
    }

    /**
     * What the answer to this item has opened: the item itself, all of its section now that the last of it is answered,
     * or nothing yet.
     */
    public List<Reviewed> shown(Person person, String runId, String itemId) {
        Rights.require(person, Right.PRACTISE);
        return store.read(handle -> {
            Run run = Runs.own(handle, person, runId);
            AnswerRows.Place place = AnswerRows.place(handle, runId, itemId)
                    .orElseThrow(() -> new PracticeRefused(PracticeRefused.Why.UNKNOWN_ITEM, itemId));
            var answered = new Answered(handle, run);
            return switch (run.feedback()) {
                case AT_ONCE ->
                    answered.one(itemId).filter(one -> one.answer() != null).stream()
                            .toList();
                case AFTER_SECTION -> ofSection(handle, run, place.section(), answered);
                case AT_THE_END -> List.of();
            };
        });
    }

    private static List<Reviewed> ofSection(Handle handle, Run run, String section, Answered answered) {
        if (AnswerRows.openIn(handle, run.id(), section) > 0) {
            return List.of();
        }
        Set<String> items = AnswerRows.page(handle, run.id(), 0, Math.max(PAGE, run.items())).stream()
                .filter(place -> place.section().equals(section))
                .map(AnswerRows.Place::itemId)
                .collect(Collectors.toSet());
        return answered.all().stream()
                .filter(one -> items.contains(one.item().id()))
                .toList();
    }
}
