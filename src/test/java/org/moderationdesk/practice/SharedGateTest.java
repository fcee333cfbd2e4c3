package org.moderationdesk.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnPostgres;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.PostgresStore;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.StoreException;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.Certified;
import org.moderationdesk.queue.ClaimRefused;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.review.Review;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.review.Rooms;
import org.moderationdesk.routing.NamedQueue;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.routing.StoredPlans;
import org.moderationdesk.settings.QueueSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.SharedPeople;

/** A gated queue of a shared store, each person over a login of their own: also a desk that lies gets no case of it. */
@OnPostgres
class SharedGateTest {
    private static final String NAME = "practice_gate";
    private static final Person ANNA = new Person("anna", Set.of(Role.REVIEWER, Role.TEAM_LEAD), false);
    private static final Person HUBERT = new Person("hubert", Set.of(Role.REVIEWER), false);
    private static final Person NILS = new Person("nils", Set.of(Role.REVIEWER), false);
    private static final Person EVA = new Person("eva", Set.of(Role.REVIEWER), false);
    private static final InstantSource NOW = InstantSource.system();
    private static final Certified LIES = (_, _) -> Set.of("gate");

    private static PostgresServer server;
    private static SharedStoreDoor door;
    private static final List<PostgresStore> STORES = new ArrayList<>();

    @BeforeAll
    static void prepare() throws StoreRefused {
        server = PostgresServer.shared();
        door = new SharedStoreDoor(server.place(NAME));
        door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        SharedPeople.add(door, new Person("anouk", Set.of(Role.ADMINISTRATOR), false), ANNA, HUBERT, NILS, EVA);
        var lead = new ReviewDesk(open(ANNA), NOW);
        Plan gated = new StoredPlans(lead.store(), lead.log())
                .save(
                        ANNA,
                        new Plan(0, List.of(NamedQueue.open(Plan.GENERAL).demanding("gate")), List.of(), Plan.GENERAL));
        assertThat(gated.asksForCertificates()).isTrue();
        lead.flag("G-1", "5.3");
        lead.flag("G-2", "5.3");
        long now = NOW.millis();
        certificate("hubert", now - 1_000, now + 86_400_000);
        certificate("eva", now - 2 * 86_400_000L, now - 86_400_000);
    }

    private static void certificate(String person, long from, long until) {
        server.execute(
                NAME,
                "alter table practice.certificate disable trigger guard",
                "insert into practice.certificate (id, certification, person, from_at, until_at, runs, given_by)"
                        + " values ('c-"
                        + person + "', 'gate', '" + person + "', " + from + ", " + until + ", '', 'tina')",
                "alter table practice.certificate enable trigger guard");
    }

    private static PostgresStore open(Person person) throws StoreRefused {
        PostgresStore store = door.open(person.name(), SharedPeople.SECRET, 2);
        STORES.add(store);
        return store;
    }

    private static Review review(Person person, Certified certified) throws StoreRefused {
        var own = new ReviewDesk(open(person), NOW);
        var queue = new StoredQueue(own.store(), own.log(), NOW, QueueSettings.defaults(), certified);
        return new Review(
                own.store(),
                own.log(),
                NOW,
                new Rooms(
                        queue, new StoredItems(own.store(), StoredQueue::openCases), own.decisions(), own.wellbeing()));
    }

    @AfterAll
    static void close() {
        STORES.forEach(PostgresStore::close);
    }

    @Test
    void whoHoldsAValidOneClaims() throws StoreRefused {
        Review huberts = review(HUBERT, Certifying.by(NOW));

        assertThat(huberts.open("G-1", HUBERT).orElseThrow().claim()).isNotNull();
    }

    @Test
    void whoHoldsNoneOrOneThatIsOverIsRefusedAlsoByTheServerWhereTheDeskSaysTheyHoldIt() throws StoreRefused {
        for (Person person : List.of(NILS, EVA)) {
            Review honest = review(person, Certifying.by(NOW));
            assertThat(honest.open("G-2", person)).hasValueSatisfying(opened -> assertThat(opened.readOnly())
                    .isEqualTo(new ClaimRefused.NotForYou(ClaimRefused.Unfit.CERTIFICATE)));
            assertThat(honest.openNext(person, CaseFilter.all())).isEmpty();

            Review lies = review(person, LIES);
            assertThatThrownBy(() -> lies.open("G-2", person)).isInstanceOf(StoreException.class);
            assertThat(server.number(
                            NAME, "select count(*) from open_case where item_id = 'G-2' and state <> 'WAITING'"))
                    .isZero();
        }
    }
}
