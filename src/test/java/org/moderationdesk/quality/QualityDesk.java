package org.moderationdesk.quality;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.settings.WellbeingSettings;
import org.moderationdesk.staff.NoPasswords;
import org.moderationdesk.staff.People;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.StoredPeople;
import org.moderationdesk.wellbeing.Wellbeing;

/** A desk with two reviewers and two team leads, of whom one of each is cleared. */
public final class QualityDesk implements AutoCloseable {
    public static final Person ANNA = new Person("anna", Set.of(Role.REVIEWER), true);
    public static final Person BRAM = new Person("bram", Set.of(Role.REVIEWER), false);
    public static final Person RUTH = new Person("ruth", Set.of(Role.TEAM_LEAD), true);
    public static final Person ADMIN = new Person("admin", Set.of(Role.ADMINISTRATOR), false);
    public static final Person LARS = new Person("lars", Set.of(Role.TEAM_LEAD), false);

    private final ReviewDesk desk;
    private final Book book = new BookReader().read("2020-12");

    private final InstantSource clock;
    private final People people;

    public QualityDesk(InstantSource clock) {
        this.clock = clock;
        desk = new ReviewDesk(TestStore.create(), clock);
        people = new StoredPeople(desk.store(), desk.log(), new NoPasswords());
        Object unused = people.first(Person.alone("computer"), ADMIN.name(), ADMIN.roles(), false, "a calm grey heron");
        for (Person person : new Person[] {ANNA, BRAM, RUTH, LARS}) {
            String once = people.add(ADMIN, person.name(), person.roles(), person.childSafety());
            assert !once.isEmpty();
        }
    }

    QualityRooms rooms() {
        return new QualityRooms(items(), desk.decisions(), new Rules(book), people, desk.wellbeing());
    }

    public SecondReviews seconds() {
        return new SecondReviews(desk.store(), desk.log(), clock, rooms());
    }

    public Differences differences() {
        return new Differences(desk.store(), desk.log(), rooms());
    }

    public SamplingPlans plans() {
        return new SamplingPlans(desk.store(), desk.log(), book);
    }

    public Sampling sampling() {
        return new Sampling(desk.store(), desk.log(), clock, rooms());
    }

    /** Of a store that somebody else filled. */
    public static Sampling sampling(Store store, InstantSource clock) {
        var book = new BookReader().read("2020-12");
        var log = new StoredEventLog(store, clock);
        var rules = new Rules(book);
        var rooms = new QualityRooms(
                new StoredItems(store, StoredQueue::openCases),
                new StoredDecisions(store, rules, DecisionSettings::defaults),
                rules,
                new StoredPeople(store, log, clock),
                new Wellbeing(store, clock, ZoneOffset.UTC, WellbeingSettings::defaults));
        return new Sampling(store, log, clock, rooms);
    }

    public Coverages coverages() {
        return new Coverages(desk.store(), clock);
    }

    public Replies replies() {
        return new Replies(desk.store(), desk.log(), rooms());
    }

    public People people() {
        return people;
    }

    /** Has the decision reviewed a second time; answers with the review's id. */
    public String second(String decision, Person by, Proposal answer) {
        String id = requests().ask(RUTH, decision, "for the trial", 5);
        Opened opened = seconds().takeNext(by).orElseThrow();
        seconds().submit(opened, answer, 30_000);
        return id;
    }

    public ReviewDesk desk() {
        return desk;
    }

    StoredItems items() {
        return new StoredItems(desk.store(), StoredQueue::openCases);
    }

    public Book book() {
        return book;
    }

    public Requests requests() {
        return new Requests(desk.log(), items(), book);
    }

    public QualityState state(Person viewer, String decision) {
        return states().of(viewer, List.of(decision)).getOrDefault(decision, QualityState.NOT_SAMPLED);
    }

    QualityStates states() {
        return new QualityStates(desk.store());
    }

    /** Flags an item for a section and has it decided; answers with the decision's id. */
    public String decided(Person by, String section, Proposal proposal) {
        desk.flag(proposal.item(), section);
        Opened opened = desk.open(proposal.item(), by);
        if (desk.review().submit(opened, proposal, 61_000) instanceof Submitted.Accepted accepted) {
            return accepted.decision().decisionId();
        }
        throw new IllegalStateException("refused");
    }

    /** Has this person look at another case for as long as a day allows. */
    public void exhaust(Person person) {
        desk.flag("v-long", "5.3");
        Opened opened = desk.open("v-long", person);
        desk.review().recordLook(opened, new Look(0, LookForm.COLOUR, 120 * 60_000, null));
        desk.review().release(opened);
    }

    long measures(String state) {
        return desk.store().read(handle -> handle.createQuery("select count(*) from measure where state = ?")
                .bind(0, state)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void close() {
        desk.close();
    }
}
