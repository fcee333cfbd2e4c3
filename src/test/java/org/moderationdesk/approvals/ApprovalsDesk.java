package org.moderationdesk.approvals;

import java.time.InstantSource;
import java.util.Set;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Recorded;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.settings.QueueSettings;
import org.moderationdesk.staff.NoPasswords;
import org.moderationdesk.staff.People;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.StoredPeople;

/** A desk with a reviewer, two team leads of whom one is cleared, and an administrator. */
public final class ApprovalsDesk implements AutoCloseable {
    public static final Person ANNA = new Person("anna", Set.of(Role.REVIEWER), false);
    public static final Person BRAM = new Person("bram", Set.of(Role.REVIEWER, Role.TEAM_LEAD), false);
    public static final Person RUTH = new Person("ruth", Set.of(Role.REVIEWER, Role.TEAM_LEAD), true);
    public static final Person ADMIN = new Person("admin", Set.of(Role.ADMINISTRATOR), false);

    private final ReviewDesk desk;
    private final People people;
    private final Approvals approvals;

    /** @param staffed whether the desk knows its people, or none */
    public ApprovalsDesk(InstantSource clock, boolean staffed) {
        desk = new ReviewDesk(TestStore.create(), clock);
        people = new StoredPeople(desk.store(), desk.log(), new NoPasswords());
        if (staffed) {
            Object unused =
                    people.first(Person.alone("computer"), ADMIN.name(), ADMIN.roles(), false, "a calm grey heron");
            for (Person person : new Person[] {ANNA, BRAM, RUTH}) {
                String once = people.add(ADMIN, person.name(), person.roles(), person.childSafety());
                assert !once.isEmpty();
            }
        }
        approvals = new Approvals(
                desk.store(),
                desk.review(),
                desk.decisions().approvals(),
                desk.queue(),
                people,
                new Approvals.Times(QueueSettings.defaults(), clock));
    }

    public ReviewDesk desk() {
        return desk;
    }

    public People people() {
        return people;
    }

    public Approvals approvals() {
        return approvals;
    }

    /** Flags an item for a section and has it decided; answers with the decision's id. */
    public String decided(Person by, String section, Proposal proposal) {
        desk.flag(proposal.item(), section);
        return again(by, proposal);
    }

    public String again(Person by, Proposal proposal) {
        Opened opened = desk.open(proposal.item(), by);
        if (desk.review().submit(opened, proposal, 0) instanceof Submitted.Accepted accepted) {
            Recorded recorded = accepted.decision();
            return recorded.decisionId();
        }
        throw new IllegalStateException("refused");
    }

    @Override
    public void close() {
        desk.close();
    }
}
