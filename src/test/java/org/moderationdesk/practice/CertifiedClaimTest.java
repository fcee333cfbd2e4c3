package org.moderationdesk.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.practice.PracticeDesk.ANNA;
import static org.moderationdesk.practice.PracticeDesk.FLEUR;
import static org.moderationdesk.practice.PracticeDesk.RUTH;
import static org.moderationdesk.practice.PracticeDesk.TESS;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.ClaimRefused;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Review;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.review.Rooms;
import org.moderationdesk.routing.NamedQueue;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.routing.StoredPlans;
import org.moderationdesk.settings.QueueSettings;
import org.moderationdesk.staff.Person;

/** Who holds a valid certificate reviews a queue that asks for it; who holds none, or one that is over, does not. */
@OnBothStores
class CertifiedClaimTest {
    private static final Duration VALID = Duration.ofDays(20);

    private static PracticeDesk desk;
    private static Review review;
    private static PracticeSet set;

    @BeforeAll
    static void open() {
        desk = new PracticeDesk();
        ReviewDesk real = desk.review();
        var queue = new StoredQueue(
                real.store(), real.log(), desk.clock(), QueueSettings.defaults(), Certifying.by(desk.clock()));
        review = new Review(
                real.store(),
                real.log(),
                desk.clock(),
                new Rooms(
                        queue,
                        new StoredItems(real.store(), StoredQueue::openCases),
                        real.decisions(),
                        real.wellbeing()));
        set = desk.published(1);
        var gate = new Certification(
                "gate", Told.both("Gate", "Poort"), List.of(set.id()), 50, Math.toIntExact(VALID.toDays()), false);
        assertThat(desk.certifying().put(TESS, gate)).isEqualTo(gate);
        Plan gated = new StoredPlans(real.store(), real.log())
                .save(
                        RUTH,
                        new Plan(0, List.of(NamedQueue.open(Plan.GENERAL).demanding("gate")), List.of(), Plan.GENERAL));
        assertThat(gated.asksForCertificates()).isTrue();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void whoHoldsOneClaimsByNameAndInTurnUntilItIsOverAndNobodyElseDoes() {
        for (String item : List.of("G-1", "G-2", "G-3")) {
            desk.review().flag(item, "5.3");
        }
        uncertified("G-1", FLEUR);
        assertThat(review.openNext(FLEUR, CaseFilter.all())).isEmpty();
        assertThat(review.peekNext(FLEUR, CaseFilter.all())).isEmpty();

        assertThat(desk.removedAll(FLEUR, set.id()).score()).isNotNull();
        uncertified("G-1", FLEUR);
        Certificate given = desk.certifying().certify(TESS, "fleur", "gate");
        Opened named = review.open("G-1", FLEUR).orElseThrow();
        assertThat(named.claim()).isNotNull();
        Opened inTurn = review.openNext(FLEUR, CaseFilter.all()).orElseThrow();
        assertThat(inTurn.claim()).isNotNull();
        assertThat(inTurn.row().itemId()).isEqualTo("G-2");
        uncertified("G-3", ANNA);
        assertThat(review.openNext(ANNA, CaseFilter.all())).isEmpty();

        // A moment before its end it is good; at its end it is not.
        desk.clock()
                .advance(Duration.between(desk.clock().instant(), given.until()).minusMillis(1));
        Opened late = review.open("G-3", FLEUR).orElseThrow();
        assertThat(late.claim()).isNotNull();
        review.release(late);
        desk.clock().advance(Duration.ofMillis(1));
        uncertified("G-3", FLEUR);
        assertThat(review.openNext(FLEUR, CaseFilter.all())).isEmpty();
    }

    private static void uncertified(String item, Person person) {
        assertThat(review.open(item, person)).hasValueSatisfying(opened -> {
            assertThat(opened.claim()).as("only read").isNull();
            assertThat(opened.readOnly()).isEqualTo(new ClaimRefused.NotForYou(ClaimRefused.Unfit.CERTIFICATE));
        });
    }
}
