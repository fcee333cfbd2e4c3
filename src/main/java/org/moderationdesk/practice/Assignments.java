package org.moderationdesk.practice;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.base.Ids;
import org.moderationdesk.db.Store;
import org.moderationdesk.practice.PracticeRefused.Why;
import org.moderationdesk.routing.NamedQueue;
import org.moderationdesk.routing.StoredPlans;
import org.moderationdesk.staff.KnownPeople;
import org.moderationdesk.staff.Member;
import org.moderationdesk.staff.People;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Asks people to practise. Not for the JavaFX thread; safe for any other. */
public final class Assignments {
    private final Store store;
    private final InstantSource clock;
    private final People people;
    private final StoredPlans plans;

    public Assignments(Store store, InstantSource clock, People people, StoredPlans plans) {
        this.store = store;
        this.clock = clock;
        this.people = people;
        this.plans = plans;
    }

    /** What stands of what this person is asked to do, the newest first. */
    public List<Assignment> own(Person person) {
        Rights.require(person, Right.PRACTISE);
        return store.read(handle -> AssignmentRows.ofPerson(handle, person.name()));
    }

    /** All of a set, also withdrawn ones, the newest first. */
    public List<Assignment> ofSet(Person trainer, String setId) {
        Rights.require(trainer, Right.TRAIN);
        return store.read(handle -> AssignmentRows.ofSet(handle, setId));
    }

    /** All that stand, the newest first. */
    public List<Assignment> standing(Person trainer) {
        Rights.require(trainer, Right.TRAIN);
        return store.read(AssignmentRows::standing);
    }

    /**
     * Asks them to practise a published set.
     *
     * @throws PracticeRefused when the set is not published, somebody does not practise here, or it would be due already
     */
    public Assignment assign(Person trainer, String setId, Whom whom, AssignmentTerms terms) {
        Rights.require(trainer, Right.TRAIN);
        Instant now = Instant.ofEpochMilli(clock.millis());
        if (terms.due() != null && !terms.due().isAfter(now)) {
            throw new PracticeRefused(Why.DUE_PASSED);
        }
        Group group = group(trainer, whom);
        return store.write(handle -> {
            SetRow set = SetRow.need(handle, setId);
            if (set.state() != SetState.PUBLISHED) {
                throw new PracticeRefused(Why.WRONG_STATE, set.number());
            }
            List<String> names = group.names().stream()
                    .map(name -> known(handle, trainer, name))
                    .distinct()
                    .toList();
            var made = new Assignment(
                    Ids.next(now),
                    setId,
                    names,
                    group.label(),
                    terms.due(),
                    terms.attempts(),
                    terms.shuffled(),
                    terms.timeShown(),
                    terms.feedback(),
                    trainer.name(),
                    now,
                    null);
            AssignmentRows.insert(handle, made);
            Journal.tell(
                    handle,
                    trainer,
                    now,
                    Journal.Act.ASSIGNED,
                    setId,
                    Map.of("assignment", made.id(), "people", names.size()));
            return made;
        });
    }

    /** Asks them no more; runs that were begun can be finished. */
    public void withdraw(Person trainer, String assignmentId) {
        Rights.require(trainer, Right.TRAIN);
        Instant now = Instant.ofEpochMilli(clock.millis());
        boolean _ = store.write(handle -> {
            if (!AssignmentRows.withdraw(handle, assignmentId, now)) {
                throw new PracticeRefused(Why.UNKNOWN_ASSIGNMENT, assignmentId);
            }
            Journal.tell(handle, trainer, now, Journal.Act.ASSIGNMENT_WITHDRAWN, assignmentId, Map.of());
            return true;
        });
    }

    private static String known(Handle handle, Person trainer, String name) {
        if (KnownPeople.areNone(handle) && name.equals(trainer.name())) {
            return name;
        }
        return KnownPeople.find(handle, name)
                .filter(member -> !member.disabled() && Rights.has(member.person(), Right.PRACTISE))
                .map(Member::name)
                .orElseThrow(() -> new PracticeRefused(Why.UNKNOWN_PERSON, name));
    }

    private Group group(Person trainer, Whom whom) {
        return switch (whom) {
            case Whom.Named named -> some(new Group("", new LinkedHashSet<>(named.names())), "");
            case Whom.OfRole role ->
                some(
                        new Group(role.role().name(), members(person -> person.roles()
                                .contains(role.role()))),
                        role.role().name());
            case Whom.OfQueue queue -> some(ofQueue(trainer, queue.queue()), queue.queue());
        };
    }

    private Group ofQueue(Person trainer, String name) {
        Optional<NamedQueue> queue = plans.inForce(trainer).queue(name);
        if (queue.isEmpty()) {
            throw new PracticeRefused(Why.UNKNOWN_GROUP, name);
        }
        return new Group(
                name,
                members(person -> Rights.has(person, Right.CLAIM) && queue.get().admits(person.name())));
    }

    private Set<String> members(Predicate<Person> wanted) {
        Set<String> names = new LinkedHashSet<>();
        people.all().stream()
                .filter(member -> !member.disabled() && Rights.has(member.person(), Right.PRACTISE))
                .filter(member -> wanted.test(member.person()))
                .forEach(member -> names.add(member.name()));
        return names;
    }

    private static Group some(Group group, String name) {
        if (group.names().isEmpty()) {
            throw new PracticeRefused(Why.UNKNOWN_GROUP, name);
        }
        return group;
    }

    private record Group(String label, Set<String> names) {}
}
