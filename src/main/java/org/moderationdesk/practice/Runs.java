package org.moderationdesk.practice;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Ids;
import org.moderationdesk.db.Store;
import org.moderationdesk.practice.PracticeRefused.Why;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Runs through sets, and their beginnings. Not for the JavaFX thread; safe for any other. */
public final class Runs {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Store store;
    private final InstantSource clock;
    private final Scorer scorer;

    public Runs(Store store, InstantSource clock, Scorer scorer) {
        this.store = store;
        this.clock = clock;
        this.scorer = scorer;
    }

    /** A person's own, the newest first. */
    public List<Run> own(Person person) {
        Rights.require(person, Right.PRACTISE);
        return store.read(handle -> RunRows.ofPerson(handle, person.name()));
    }

    /** The one through this set that is not over. */
    public Optional<Run> unfinished(Person person, String setId) {
        Rights.require(person, Right.PRACTISE);
        return store.read(handle -> RunRows.unfinished(handle, person.name(), setId));
    }

    /** One of this person's own. */
    public Run find(Person person, String runId) {
        Rights.require(person, Right.PRACTISE);
        return store.read(handle -> own(handle, person, runId));
    }

    /**
     * Begins a run through a published set.
     *
     * @param assignmentId by which they were asked to; null for a set that is open to all, and for who trains
     * @throws PracticeRefused when nobody asked them, no attempt is left, or they have a run that is not over
     */
    public Run start(Person person, String setId, @Nullable String assignmentId) {
        Rights.require(person, Right.PRACTISE);
        Instant now = now();
        return store.write(handle -> {
            SetRow set = SetRow.need(handle, setId);
            if (set.state() != SetState.PUBLISHED) {
                throw new PracticeRefused(Why.WRONG_STATE, set.number());
            }
            AssignmentTerms terms = terms(handle, person, set, assignmentId);
            List<ItemRows.Named> items =
                    new ArrayList<>(ItemRows.ids(handle, setId, set.newest().version()));
            return begin(handle, person, now, set, new Plan(assignmentId, terms, items, null));
        });
    }

    /** Begins a run through what was not answered rightly in one that is over, as often as they like. */
    public Run startMissed(Person person, String runId) {
        Rights.require(person, Right.PRACTISE);
        Instant now = now();
        return store.write(handle -> {
            Run before = own(handle, person, runId);
            SetRow set = SetRow.need(handle, before.setId());
            if (!before.isOver()) {
                throw new PracticeRefused(Why.NOT_ALL_ANSWERED);
            }
            Set<String> right = new Answered(handle, before)
                    .all().stream()
                            .filter(scorer::isRight)
                            .map(one -> one.item().id())
                            .collect(Collectors.toSet());
            Set<String> asked = AnswerRows.items(handle, runId);
            List<ItemRows.Named> items = ItemRows.ids(
                            handle, set.id(), set.newest().version())
                    .stream()
                    .filter(item -> !right.contains(item.id()))
                    .filter(item -> asked.contains(item.id()))
                    .collect(Collectors.toCollection(ArrayList::new));
            if (items.isEmpty()) {
                throw new PracticeRefused(Why.NOTHING_MISSED);
            }
            var terms = new AssignmentTerms(null, 0, true, before.timeShown(), Feedback.AT_ONCE);
            return begin(handle, person, now, set, new Plan(null, terms, items, runId));
        });
    }

    /** How a run is to go. */
    private record Plan(
            @Nullable String assignmentId,
            AssignmentTerms terms,
            List<ItemRows.Named> items,
            @Nullable String missedOf) {}

    private static AssignmentTerms terms(Handle handle, Person person, SetRow set, @Nullable String assignmentId) {
        if (assignmentId == null) {
            if (!set.newest().terms().open() && !Rights.has(person, Right.TRAIN)) {
                throw new PracticeRefused(Why.NOT_ASKED);
            }
            return AssignmentTerms.usual();
        }
        Assignment asked = AssignmentRows.find(handle, assignmentId)
                .filter(one -> one.setId().equals(set.id()) && one.withdrawnAt() == null)
                .filter(one -> one.people().contains(person.name()))
                .orElseThrow(() -> new PracticeRefused(Why.NOT_ASKED));
        if (asked.attempts() > 0 && RunRows.ofAssignment(handle, person.name(), assignmentId) >= asked.attempts()) {
            throw new PracticeRefused(Why.NO_ATTEMPT_LEFT);
        }
        return new AssignmentTerms(
                asked.due(), asked.attempts(), asked.shuffled(), asked.timeShown(), asked.feedback());
    }

    private static Run begin(Handle handle, Person person, Instant now, SetRow set, Plan plan) {
        if (RunRows.unfinished(handle, person.name(), set.id()).isPresent()) {
            throw new PracticeRefused(Why.RUNS_ALREADY);
        }
        List<ItemRows.Named> items = plan.items();
        long seed = 0;
        if (plan.terms().shuffled()) {
            while (seed == 0) {
                seed = RANDOM.nextLong();
            }
            Collections.shuffle(items, new Random(seed));
        }
        var run = new Run(
                Ids.next(now),
                plan.assignmentId(),
                set.id(),
                set.newest().version(),
                person.name(),
                1 + RunRows.attempts(handle, person.name(), set.id()),
                RunState.RUNNING,
                seed,
                plan.missedOf(),
                plan.terms().timeShown(),
                plan.terms().feedback(),
                now,
                null,
                0,
                items.size(),
                0,
                null);
        RunRows.insert(handle, run, items);
        return run;
    }

    /** @throws PracticeRefused unless it is this person's own */
    static Run own(Handle handle, Person person, String runId) {
        return RunRows.find(handle, runId)
                .filter(run -> run.person().equals(person.name()))
                .orElseThrow(() -> new PracticeRefused(Why.UNKNOWN_RUN));
    }

    static Run running(Handle handle, Person person, String runId) {
        Run run = own(handle, person, runId);
        if (run.state() != RunState.RUNNING) {
            throw new PracticeRefused(Why.NOT_RUNNING);
        }
        return run;
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
