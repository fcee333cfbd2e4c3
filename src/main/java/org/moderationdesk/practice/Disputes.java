package org.moderationdesk.practice;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.base.Ids;
import org.moderationdesk.base.Language;
import org.moderationdesk.db.Store;
import org.moderationdesk.practice.PracticeRefused.Why;
import org.moderationdesk.staff.KnownPeople;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Questioning the key. Who practises says why it is wrong; who trains keeps it or changes it, and says why. Where it is
 * changed, every run that is over and has the item is scored anew, and whoever did one whose score is another is told.
 * Not for the JavaFX thread; safe for any other.
 */
public final class Disputes {
    private static final int MOST_OPEN = 1_000;

    private final Store store;
    private final InstantSource clock;
    private final Sets sets;
    private final Results results;
    private final Scorer scorer;

    public Disputes(Store store, InstantSource clock, Sets sets, Results results, Scorer scorer) {
        this.store = store;
        this.clock = clock;
        this.sets = sets;
        this.results = results;
        this.scorer = scorer;
    }

    /**
     * Questions the key of an item that this person answered and whose key they have seen; once a run.
     *
     * @param reason 10 to 2,000 characters
     */
    public Dispute question(Person person, String runId, String itemId, String reason) {
        Rights.require(person, Right.PRACTISE);
        String said = Sets.reason(reason);
        Run run = results.find(person, runId);
        Reviewed seen = results.feedback(person, runId, itemId);
        if (!run.person().equals(person.name())) {
            throw new PracticeRefused(Why.UNKNOWN_RUN);
        }
        Instant now = now();
        return store.write(handle -> {
            if (DisputeRows.ofRun(handle, runId, itemId).isPresent()) {
                throw new PracticeRefused(Why.DISPUTED_ALREADY);
            }
            var made = new Dispute(
                    Ids.next(now),
                    runId,
                    run.setId(),
                    seen.item().id(),
                    person.name(),
                    now,
                    said,
                    Dispute.State.OPEN,
                    null,
                    null,
                    null,
                    0);
            DisputeRows.insert(handle, made);
            return made;
        });
    }

    /** What this person questioned, the newest first. */
    public List<Dispute> own(Person person) {
        Rights.require(person, Right.PRACTISE);
        return store.read(handle -> DisputeRows.ofPerson(handle, person.name()));
    }

    /** What waits for a ruling, the oldest first, at most 1,000. */
    public List<Dispute> open(Person trainer) {
        Rights.require(trainer, Right.TRAIN);
        return store.read(handle -> DisputeRows.open(handle, MOST_OPEN));
    }

    /** All of a set, the newest first. */
    public List<Dispute> ofSet(Person trainer, String setId) {
        Rights.require(trainer, Right.TRAIN);
        return store.read(handle -> DisputeRows.ofSet(handle, setId));
    }

    /** One's own runs that are worth something else since then, because a key was changed, the newest first. */
    public List<Rescored> rescored(Person person, Instant since) {
        Rights.require(person, Right.PRACTISE);
        return store.read(handle -> DisputeRows.rescored(handle, person.name(), since));
    }

    /**
     * The key stays.
     *
     * @param ruling why, 10 to 2,000 characters
     */
    public Dispute keep(Person trainer, String disputeId, String ruling) {
        Rights.require(trainer, Right.TRAIN);
        String said = Sets.reason(ruling);
        Instant now = now();
        return store.write(handle -> {
            Dispute about = open(handle, disputeId);
            requireAnothers(handle, about, trainer);
            if (!DisputeRows.keep(handle, trainer, now, disputeId, said)) {
                throw new PracticeRefused(Why.RULED);
            }
            tell(handle, trainer, now, about, 0, 0);
            return need(handle, disputeId);
        });
    }

    /**
     * The key becomes another, by a new version of its set, for everybody who questions it.
     *
     * @param ruling why, 10 to 2,000 characters
     * @return the runs that are worth something else now
     */
    public List<Rescored> change(Person trainer, String disputeId, AnswerKey key, String ruling) {
        Rights.require(trainer, Right.TRAIN);
        String said = Sets.reason(ruling);
        Instant now = now();
        return store.write(handle -> {
            Dispute about = open(handle, disputeId);
            requireAnothers(handle, about, trainer);
            SetRow set = SetRow.need(handle, about.setId());
            var changes = Changes.ofKey(about.itemId(), Told.nothing(), key);
            int version = sets.apply(handle, trainer, now, set, changes, Told.in(Language.EN, said));
            DisputeRows.change(handle, trainer, now, about, said, version);
            List<Rescored> anew = scoreAnew(handle, trainer, now, about, said, version);
            tell(handle, trainer, now, about, version, anew.size());
            return anew;
        });
    }

    private List<Rescored> scoreAnew(
            Handle handle, Person trainer, Instant now, Dispute about, String why, int version) {
        var scoring = new Scoring(scorer);
        List<Rescored> anew = new ArrayList<>();
        for (String id : DisputeRows.runsWith(handle, about.setId(), about.itemId())) {
            Run run = RunRows.find(handle, id).orElseThrow();
            Score was = run.score();
            Score becomes = scoring.worth(handle, run);
            RunRows.score(handle, id, becomes, version);
            if (was != null && !was.equals(becomes)) {
                var one = new Rescored(
                        id,
                        version,
                        run.person(),
                        run.setId(),
                        about.itemId(),
                        now,
                        trainer.name(),
                        why,
                        was.hundredths(),
                        was.passed(),
                        becomes.hundredths(),
                        becomes.passed());
                DisputeRows.insert(handle, one);
                anew.add(one);
            }
        }
        return anew;
    }

    private static Dispute open(Handle handle, String id) {
        Dispute found = need(handle, id);
        if (found.state() != Dispute.State.OPEN) {
            throw new PracticeRefused(Why.RULED);
        }
        return found;
    }

    /** At a desk where nobody else is known there is nobody else to rule. */
    private static void requireAnothers(Handle handle, Dispute about, Person trainer) {
        boolean questionsIt = DisputeRows.openOf(handle, about.setId(), about.itemId(), trainer.name());
        if (questionsIt && !KnownPeople.areNone(handle)) {
            throw new PracticeRefused(Why.OWN_QUESTION);
        }
    }

    private static Dispute need(Handle handle, String id) {
        return DisputeRows.find(handle, id).orElseThrow(() -> new PracticeRefused(Why.UNKNOWN_DISPUTE, id));
    }

    private static void tell(Handle handle, Person by, Instant at, Dispute about, int version, int scoredAnew) {
        Journal.tell(
                handle,
                by,
                at,
                Journal.Act.KEY_RULED,
                about.setId(),
                Map.of("dispute", about.id(), "item", about.itemId(), "version", version, "scoredAnew", scoredAnew));
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
