package org.moderationdesk.wellbeing;

import java.util.List;
import java.util.Set;
import org.moderationdesk.db.Store;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.staff.People;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import org.moderationdesk.wellbeing.LiftRefused.Why;

/**
 * What who leads a team may know of everybody's day, which is one number each, and may do about it. Not for the JavaFX
 * thread.
 */
public final class TeamBudgets {
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;

    private final Store store;
    private final EventLog log;
    private final People people;
    private final Wellbeing wellbeing;

    public TeamBudgets(Store store, EventLog log, People people, Wellbeing wellbeing) {
        this.store = store;
        this.log = log;
        this.people = people;
        this.wellbeing = wellbeing;
    }

    /**
     * Everybody who can look at content here, by name: never by how much they have looked.
     *
     * @throws org.moderationdesk.staff.RightRefused unless the asker leads a team
     */
    public List<BudgetShare> shares(Person asker) {
        Rights.require(asker, Right.SEE_SHARE_USED);
        Set<String> lifted = store.read(handle -> GateLifts.on(handle, wellbeing.today()));
        return people.working().stream()
                .filter(person -> Rights.has(person, Right.LOOK))
                .map(Person::name)
                .map(name -> new BudgetShare(name, wellbeing.exposure().shareUsed(asker, name), lifted.contains(name)))
                .toList();
    }

    /** Whether it is long enough to be one, and not too long. */
    public static boolean isReason(String words) {
        int length = words.strip().length();
        return length >= SHORTEST_REASON && length <= LONGEST_REASON;
    }

    /**
     * Lets somebody go on today without waiting for a break at the whole of their budget. The log tells of it, and the
     * person is told who did it and why.
     *
     * @throws org.moderationdesk.staff.RightRefused unless this person leads a team
     * @throws LiftRefused when it may not be
     */
    public GateLift lift(Person by, String person, String reason) {
        Rights.require(by, Right.LIFT_GATE);
        String why = reason.strip();
        if (!isReason(why)) {
            throw new LiftRefused(Why.NO_REASON);
        }
        if (by.name().equals(person)) {
            throw new LiftRefused(Why.OWN);
        }
        if (people.working().stream().noneMatch(one -> one.name().equals(person))) {
            throw new LiftRefused(Why.UNKNOWN);
        }
        int day = wellbeing.today();
        return log.record(by.name(), act -> {
            if (GateLifts.of(act.handle(), person, day).isPresent()) {
                throw new LiftRefused(Why.LIFTED);
            }
            return GateLifts.add(act, person, day, why);
        });
    }
}
