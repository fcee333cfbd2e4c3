package org.moderationdesk.practice;

import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Store;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.media.Look;
import org.moderationdesk.practice.PracticeRefused.Why;
import org.moderationdesk.review.Opened;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import org.moderationdesk.wellbeing.Looked;

/**
 * Lays items out to be looked at apart from a run: again once it is over, or by who trains. Looks count towards exposure
 * as any do. Not for the JavaFX thread; safe for any other.
 */
public final class Viewing {
    private final Store store;
    private final InstantSource clock;
    private final PracticeRooms rooms;

    public Viewing(Store store, InstantSource clock, PracticeRooms rooms) {
        this.store = store;
        this.clock = clock;
        this.rooms = rooms;
    }

    /** An item of a run that is over: one's own, or anybody's for who trains. */
    public Opened again(Person viewer, String runId, String itemId) {
        Rights.require(viewer, Right.PRACTISE);
        return store.read(handle -> {
            Run run = RunRows.find(handle, runId)
                    .filter(Run::isOver)
                    .filter(one -> one.person().equals(viewer.name()) || Rights.has(viewer, Right.TRAIN))
                    .orElseThrow(() -> new PracticeRefused(Why.UNKNOWN_RUN));
            return laid(handle, viewer, run.setId(), run.version(), itemId);
        });
    }

    /** An item of a version of a set, for who trains. */
    public Opened ofSet(Person trainer, String setId, int version, String itemId) {
        Rights.require(trainer, Right.TRAIN);
        return store.read(handle -> laid(handle, trainer, setId, version, itemId));
    }

    private Opened laid(Handle handle, Person viewer, String setId, int version, String itemId) {
        SetTerms terms = SetRow.version(handle, setId, version).terms();
        Book book = rooms.rules().edition(terms.edition());
        PracticeItem item = ItemRows.find(handle, setId, version, itemId)
                .filter(one -> Copies.stand(handle, setId, one.id()))
                .orElseThrow(() -> new PracticeRefused(Why.SOURCE_GONE, itemId));
        return LaidOut.of(handle, item, terms, book, viewer, now(), setId + " " + itemId);
    }

    /**
     * Counts a look.
     *
     * @param from when it began
     */
    public void looked(Person viewer, Opened laid, Look look, Instant from) {
        Rights.require(viewer, Right.PRACTISE);
        boolean _ = store.write(handle -> {
            rooms.wellbeing()
                    .lookedInPractice(
                            handle,
                            new Looked(
                                    viewer.name(),
                                    laid.row().id(),
                                    laid.row().severity(),
                                    look.form(),
                                    from,
                                    look.millis()));
            return true;
        });
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
