package org.moderationdesk.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.quality.QualityDesk.ADMIN;
import static org.moderationdesk.quality.QualityDesk.ANNA;
import static org.moderationdesk.quality.QualityDesk.BRAM;
import static org.moderationdesk.quality.QualityDesk.LARS;
import static org.moderationdesk.quality.QualityDesk.RUTH;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.agreement.BlindPair;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Progress;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.quality.Differences.Verdict;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.retention.PersonErasure;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.staff.Person;

/** What agreement is measured by, where a hold of a second review has lapsed or somebody has been erased. */
@OnBothStores
class PairEdgesTest {
    private static final Duration LAPSED = Duration.ofMinutes(11);

    private final TestClock clock = new TestClock();

    @TempDir
    private Path folder;

    private QualityDesk desk;
    private String decision;

    @BeforeEach
    void open() {
        desk = new QualityDesk(clock);
        decision = desk.decided(ANNA, "5.3", strike());
        clock.advance(Duration.ofMinutes(5));
    }

    @AfterEach
    void close() {
        assertThat(desk.desk().verify().intact()).isTrue();
        desk.close();
    }

    @Test
    void whoseHoldLapsedAndNobodyTookItGoesOnBlindAndMakesAPair() {
        ask();
        Opened first = take(BRAM);
        desk.seconds().saveDraft(first, nothing());
        clock.advance(LAPSED);
        assertThat(desk.state(BRAM, decision)).as("still blind").isEqualTo(QualityState.NOT_SAMPLED);
        assertThat(desk.desk().decisions().find(BRAM, decision)).isEmpty();

        Opened again = take(BRAM);

        assertThat(again.decisionId()).isEqualTo(first.decisionId());
        assertThat(again.draft().answers())
                .as("what was unsent")
                .isEqualTo(nothing().answers());
        assertThat(again.claim().until()).isAfter(clock.instant());
        desk.seconds().submit(again, nothing(), 30_000);
        assertThat(pairs())
                .singleElement()
                .satisfies(pair -> assertThat(pair.second().reviewer()).isEqualTo("bram"));
    }

    @Test
    void whatLapsedGoesToSomebodyElseWithNothingOfTheFirstsAnswersAndIsTheirPairAlone() {
        ask();
        Opened lost = take(BRAM);
        desk.seconds().saveDraft(lost, nothing());
        clock.advance(Duration.ofMinutes(9));
        assertThat(desk.seconds().takeNext(LARS)).as("still held").isEmpty();
        clock.advance(Duration.ofMinutes(2));

        Opened theirs = take(LARS);

        assertThat(theirs.decisionId()).isEqualTo(lost.decisionId());
        assertThat(theirs.draft()).as("nobody else's answers").isEqualTo(Proposal.empty("v1"));
        assertThat(desk.seconds().held(BRAM)).isEmpty();
        assertThat(desk.seconds().heartbeat(lost)).isEmpty();
        assertNotYours(() -> desk.seconds().submit(lost, nothing(), 30_000));
        assertNotYours(() -> desk.seconds().release(lost));
        assertThat(pairs()).isEmpty();

        desk.seconds().submit(theirs, nothing(), 30_000);
        assertNotYours(() -> desk.seconds().submit(lost, strike(), 30_000));
        assertThat(pairs())
                .singleElement()
                .satisfies(pair -> assertThat(pair.second().reviewer()).isEqualTo("lars"));
    }

    @Test
    void whoLostItAndAnswersItAfterAllCouldHaveLookedItUpAndMakesNoPair() {
        ask();
        Opened lost = take(BRAM);
        clock.advance(LAPSED);
        Opened theirs = take(LARS);
        assertThat(lost.decisionId()).isEqualTo(theirs.decisionId());
        assertThat(desk.state(LARS, decision)).isEqualTo(QualityState.NOT_SAMPLED);
        assertThat(desk.desk().decisions().find(BRAM, decision))
                .as("who does not hold it is kept from nothing")
                .isPresent();
        desk.seconds().release(theirs);
        clock.advance(Duration.ofDays(5));

        desk.seconds().submit(take(BRAM), nothing(), 30_000);

        assertThat(desk.state(LARS, decision)).as("it differs all the same").isEqualTo(QualityState.DIFFERS);
        assertThat(pairs()).isEmpty();
    }

    @Test
    void whoseItemIsErasedBeforeAnybodyReviewedItTwiceIsOfferedToNobodyAndDropped() {
        assertThat(ask()).isNotEmpty();
        assertThat(desk.seconds().waiting(BRAM)).hasSize(1);

        erase();

        assertThat(desk.seconds().waiting(BRAM)).isEmpty();
        assertThat(desk.seconds().takeNext(BRAM)).isEmpty();
        assertThat(desk.state(LARS, decision)).isEqualTo(QualityState.WAITING);
        var _ = desk.sampling().pass(LARS, Progress.NONE);
        assertThat(desk.state(LARS, decision)).as("dropped").isEqualTo(QualityState.NOT_SAMPLED);
    }

    @Test
    void aPairStaysMeasuredAndADifferenceResolvableOnceTheAccountIsErased() {
        String review = desk.second(decision, BRAM, nothing());
        List<BlindPair> before = pairs();
        assertThat(before).hasSize(1);

        erase();

        assertThat(pairs()).as("outcomes and answers stay, and whose they are").isEqualTo(before);
        assertThat(desk.differences().open(LARS)).singleElement().satisfies(one -> {
            assertThat(one.first().rationale())
                    .as("what was written about them is gone")
                    .doesNotContain("knife");
            assertThat(one.second().rationale()).doesNotContain("juggling");
            assertThat(one.second().outcome()).isEqualTo(nothing().outcome());
        });
        assertThat(new QualityCards(desk.desk().store(), desk.rooms()).of(LARS, decision))
                .hasValueSatisfying(card -> assertThat(card.fields()).contains("OUTCOME"));
        assertThat(desk.seconds().layOut(decision, LARS))
                .hasValueSatisfying(
                        opened -> assertThat(opened.file().item().text()).isNull());
        assertThat(desk.differences().resolve(LARS, review, Verdict.KEPT, "")).isEmpty();
        assertThat(desk.replies().all(LARS, Instant.EPOCH)).hasSize(1);
    }

    private void erase() {
        var admin = new Person(ADMIN.name(), ADMIN.roles(), true);
        var review = desk.desk();
        var erasure = new PersonErasure(
                review.store(), review.log(), new MediaStore(folder.resolve("media"), review.store()), clock);
        assertThat(erasure.erase(admin, "u-1", "R-1", Progress.NONE).items()).isPositive();
    }

    private void assertNotYours(Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(QualityRefused.class, refused -> assertThat(refused.why())
                .isEqualTo(QualityRefused.Why.NOT_YOURS));
    }

    private Opened take(Person person) {
        return desk.seconds().takeNext(person).orElseThrow();
    }

    private String ask() {
        return desk.requests().ask(RUTH, decision, "for the trial", 5);
    }

    private List<BlindPair> pairs() {
        return new BlindPairs(desk.desk().store())
                .between(RUTH, Instant.EPOCH, clock.instant().plusSeconds(1));
    }

    private static Proposal strike() {
        return Proposed.of("v1", """
            "answers":{"5.3.1":"YES"},"outcome":"REMOVE","account":{"measure":"STRIKE"},
            "rationale":"a knife is tossed and caught"
            """);
    }

    private static Proposal nothing() {
        return Proposed.of("v1", """
            "answers":{"5.3.1":"NO","5.3.2":"NO","5.3.3":"NO"},"outcome":"NO_VIOLATION",
            "rationale":"a juggling lesson with wooden props"
            """);
    }
}
