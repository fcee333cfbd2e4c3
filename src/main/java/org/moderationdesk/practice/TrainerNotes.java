package org.moderationdesk.practice;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Ids;
import org.moderationdesk.db.Store;
import org.moderationdesk.practice.PracticeRefused.Why;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * What trainers say to somebody about a run of theirs that is over: told to them, and to every trainer. Not for the JavaFX
 * thread; safe for any other.
 */
public final class TrainerNotes {
    /** In one note, in characters. */
    public static final int LONGEST = 2_000;

    private final Store store;
    private final InstantSource clock;

    public TrainerNotes(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Says something about the whole of a run, as {@link #send(Person, String, String, String)}. */
    public TrainerNote send(Person trainer, String runId, String words) {
        return send(trainer, runId, null, words);
    }

    /**
     * Says something to whose run it is. It stays as it is said; about an item that was copied, until its source is erased.
     *
     * @param itemId about one item of it; null for the whole
     * @throws PracticeRefused when it says nothing or too much, or there is no such run that is over
     */
    public TrainerNote send(Person trainer, String runId, @Nullable String itemId, String words) {
        Rights.require(trainer, Right.TRAIN);
        String said = words.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw new PracticeRefused(Why.NO_NOTE, LONGEST);
        }
        Instant now = Instant.ofEpochMilli(clock.millis());
        return store.write(handle -> {
            Run run = RunRows.find(handle, runId)
                    .filter(Run::isOver)
                    .orElseThrow(() -> new PracticeRefused(Why.UNKNOWN_RUN));
            if (itemId != null && AnswerRows.place(handle, run.id(), itemId).isEmpty()) {
                throw new PracticeRefused(Why.UNKNOWN_ITEM, itemId);
            }
            var note = new TrainerNote(Ids.next(now), run.id(), itemId, run.person(), trainer.name(), now, said);
            NoteRows.insert(handle, note);
            Journal.tell(handle, trainer, now, Journal.Act.NOTE_SENT, run.id(), Map.of("person", run.person()));
            return note;
        });
    }

    /** Those about a run, the oldest first: one's own, or anybody's for who trains. */
    public List<TrainerNote> ofRun(Person viewer, String runId) {
        Rights.require(viewer, Right.PRACTISE);
        boolean trains = Rights.has(viewer, Right.TRAIN);
        return store.read(handle -> NoteRows.ofRun(handle, runId)).stream()
                .filter(one -> !one.words().isEmpty())
                .filter(one -> trains || one.person().equals(viewer.name()))
                .toList();
    }
}
