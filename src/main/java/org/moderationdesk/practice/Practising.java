package org.moderationdesk.practice;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.base.Ids;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.DecisionRefused;
import org.moderationdesk.decisions.Judgement;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.media.Look;
import org.moderationdesk.practice.PracticeRefused.Why;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import org.moderationdesk.wellbeing.BreakFirst;
import org.moderationdesk.wellbeing.Looked;
import org.moderationdesk.wellbeing.Standing;

/**
 * Going through a run. What is answered is on disk before the next item comes, so a run goes on after a crash where it was.
 * No key is read before the store holds the answer that it is for. Not for the JavaFX thread; safe for any other.
 */
public final class Practising {
    private static final String INSERT_LOOK = """
        insert into practice.run_look (id, run_id, item_id, media, form, at, millis) values (?, ?, ?, ?, ?, ?, ?)
        """;

    private final Store store;
    private final InstantSource clock;
    private final PracticeRooms rooms;

    public Practising(Store store, InstantSource clock, PracticeRooms rooms) {
        this.store = store;
        this.clock = clock;
        this.rooms = rooms;
    }

    /**
     * The next item that is not answered, in the run's order; empty once all are. One whose source may not be shown any
     * more is passed over.
     *
     * @param after the place after which to look, 0 from the beginning
     * @throws BreakFirst when a break must come before anything else is looked at, as before the next case of a queue
     */
    public Optional<OpenItem> next(Person person, String runId, int after) {
        Rights.require(person, Right.PRACTISE);
        rested(person);
        Instant now = now();
        return store.read(handle -> next(handle, Runs.own(handle, person, runId), after, person, now));
    }

    /**
     * Asked before a run begins or goes on.
     *
     * @throws BreakFirst when a break must come before that
     */
    public void rested(Person person) {
        Standing _ = rooms.wellbeing().rested(person);
    }

    private Optional<OpenItem> next(Handle handle, Run run, int after, Person person, Instant now) {
        SetVersion version = SetRow.version(handle, run.setId(), run.version());
        Optional<AnswerRows.Place> place = AnswerRows.next(handle, run.id(), after);
        while (place.isPresent()) {
            AnswerRows.Place here = place.get();
            Optional<PracticeItem> item = shown(handle, run, here.itemId());
            if (item.isPresent()) {
                return Optional.of(open(handle, run, version.terms(), here.place(), item.get(), person, now));
            }
            place = AnswerRows.next(handle, run.id(), here.place());
        }
        return Optional.empty();
    }

    private static Optional<PracticeItem> shown(Handle handle, Run run, String item) {
        return Copies.stand(handle, run.setId(), item)
                ? ItemRows.find(handle, run.setId(), run.version(), item)
                : Optional.empty();
    }

    private OpenItem open(
            Handle handle, Run run, SetTerms terms, int place, PracticeItem item, Person person, Instant now) {
        var nameless = new PracticeItem(item.id(), item.position(), Told.nothing(), item.content());
        Book book = rooms.rules().edition(terms.edition());
        AnswerRows.Draft draft = AnswerRows.draft(handle, run.id(), item.id())
                .orElseGet(() -> new AnswerRows.Draft(Proposal.empty(item.id()), 0));
        String id = run.id() + " " + place;
        return new OpenItem(
                run,
                place,
                nameless,
                LaidOut.of(handle, nameless, terms, book, person, now, id),
                draft.proposal(),
                draft.activeMs());
    }

    /** Keeps what is answered so far, for when the run goes on; a crash within the next second may lose it. */
    public void keepDraft(Person person, String runId, Proposal draft, long activeMs) {
        Rights.require(person, Right.PRACTISE);
        boolean _ = store.writeSoon(handle -> {
            Run run = Runs.running(handle, person, runId);
            AnswerRows.keep(handle, run.id(), draft.item(), new AnswerRows.Draft(draft, activeMs));
            return true;
        });
    }

    /**
     * Takes the answer to an item, once.
     *
     * @param activeMs how long they were at it
     * @throws DecisionRefused when it could not be a decision by the rules
     * @throws PracticeRefused when the item is not of this run, or answered, or the run does not go on now
     */
    public Run answer(Person person, String runId, Proposal proposal, long activeMs) {
        Rights.require(person, Right.PRACTISE);
        Instant now = now();
        return store.write(handle -> {
            Run run = Runs.running(handle, person, runId);
            if (proposal.outcome() == null) {
                throw new PracticeRefused(Why.NO_OUTCOME);
            }
            AnswerRows.Place _ = place(handle, run, proposal.item());
            PracticeItem item = shown(handle, run, proposal.item())
                    .orElseThrow(() -> new PracticeRefused(Why.SOURCE_GONE, proposal.item()));
            if (!AnswerRows.answers(handle, runId, List.of(item.id())).isEmpty()) {
                throw new PracticeRefused(Why.ANSWERED);
            }
            SetTerms terms = SetRow.version(handle, run.setId(), run.version()).terms();
            Judgement judgement = rooms.rules()
                    .judge(
                            proposal,
                            PracticeFacts.of(
                                    item, terms.edition(), rooms.rules().edition(terms.edition()), person, now));
            if (!judgement.accepted()) {
                throw new DecisionRefused(judgement);
            }
            AnswerRows.insert(handle, runId, new GivenAnswer(item.id(), proposal, now, Math.max(activeMs, 0)));
            if (!RunRows.answered(handle, runId)) {
                throw new PracticeRefused(Why.NOT_RUNNING);
            }
            return Runs.own(handle, person, runId);
        });
    }

    /** Lets a run lie still; the time until it goes on is not counted. */
    public Run pause(Person person, String runId) {
        return change(person, runId, (handle, now) -> RunRows.pause(handle, runId, now));
    }

    public Run resume(Person person, String runId) {
        return change(person, runId, (handle, now) -> RunRows.resume(handle, runId, now));
    }

    /**
     * Ends a run, and scores it.
     *
     * @param withUnanswered what is not answered counts as wrong; without it, it must all be answered
     */
    public Run finish(Person person, String runId, boolean withUnanswered) {
        return change(person, runId, (handle, now) -> {
            Run run = Runs.running(handle, person, runId);
            if (!withUnanswered
                    && run.answered() < run.items()
                    && next(handle, run, 0, person, now).isPresent()) {
                throw new PracticeRefused(Why.NOT_ALL_ANSWERED);
            }
            AnswerRows.forgetDrafts(handle, runId);
            return RunRows.finish(handle, runId, now) && new Scoring(rooms.scorer()).score(handle, run);
        });
    }

    private Run change(Person person, String runId, Change change) {
        Rights.require(person, Right.PRACTISE);
        Instant now = now();
        return store.write(handle -> {
            Run _ = Runs.own(handle, person, runId);
            if (!change.in(handle, now)) {
                throw new PracticeRefused(Why.NOT_RUNNING);
            }
            return Runs.own(handle, person, runId);
        });
    }

    /**
     * Counts a look at an item, as one at a real case would be.
     *
     * @param from when it began
     */
    public void looked(Person person, String runId, String itemId, Look look, Instant from) {
        Rights.require(person, Right.PRACTISE);
        boolean _ = store.write(handle -> {
            Run run = Runs.own(handle, person, runId);
            AnswerRows.Place place = place(handle, run, itemId);
            SetTerms terms = SetRow.version(handle, run.setId(), run.version()).terms();
            Book book = rooms.rules().edition(terms.edition());
            handle.execute(
                    INSERT_LOOK,
                    Ids.next(from),
                    runId,
                    itemId,
                    look.media(),
                    look.form().name(),
                    from.toEpochMilli(),
                    look.millis());
            ItemRows.find(handle, run.setId(), run.version(), itemId).ifPresent(item -> rooms.wellbeing()
                    .lookedInPractice(
                            handle,
                            new Looked(
                                    person.name(),
                                    place.place(),
                                    PracticeFacts.severity(item.content(), book),
                                    look.form(),
                                    from,
                                    look.millis())));
            return true;
        });
    }

    private static AnswerRows.Place place(Handle handle, Run run, String item) {
        return AnswerRows.place(handle, run.id(), item).orElseThrow(() -> new PracticeRefused(Why.UNKNOWN_ITEM, item));
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    @FunctionalInterface
    private interface Change {
        boolean in(Handle handle, Instant now);
    }
}
