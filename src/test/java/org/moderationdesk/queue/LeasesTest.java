package org.moderationdesk.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.queue.QueueDesk.ANNA;
import static org.moderationdesk.queue.QueueDesk.BRAM;
import static org.moderationdesk.queue.QueueDesk.UNCLEARED;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.staff.Person;

@OnBothStores
class LeasesTest {
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final QueueDesk desk = new QueueDesk();
    private final StoredQueue queue = desk.queue();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aClaimHoldsTheCaseForTheLease() {
        desk.flag("v1", "5.3");

        Claim claim = desk.claim("v1", ANNA);

        assertThat(claim.until()).isEqualTo(TestClock.START.plus(LEASE));
        assertThat(desk.row("v1").claimedBy()).isEqualTo("anna");
        assertThat(queue.heldBy(ANNA)).extracting(CaseRow::itemId).containsExactly("v1");
        assertThat(reason(() -> desk.claim("v1", BRAM))).isEqualTo(new ClaimRefused.HeldBy("anna", claim.until()));
    }

    @Test
    void aHeartbeatExtendsOnlyALivingClaim() {
        desk.flag("v1", "5.3");
        Claim claim = desk.claim("v1", ANNA);
        long events = desk.events();

        desk.clock().advance(Duration.ofMinutes(9));
        Optional<Instant> until = queue.heartbeat(claim);
        assertThat(until).contains(desk.clock().instant().plus(LEASE));
        assertThat(desk.events()).isEqualTo(events);

        desk.clock().advance(Duration.ofMinutes(11));
        assertThat(queue.heartbeat(claim)).isEmpty();
    }

    @Test
    void anEndedLeaseIsTakenOverAndTheFirstHolderIsFencedOff() {
        desk.flag("v1", "5.3");
        Claim first = desk.claim("v1", ANNA);
        desk.clock().advance(LEASE);

        Claim second = desk.claim("v1", BRAM);

        assertThat(second.token()).isGreaterThan(first.token());
        assertThat(queue.heartbeat(first)).isEmpty();
        List<Consumer<Act>> writes = List.of(
                act -> queue.release(act, first),
                act -> queue.skip(act, first, "too long"),
                act -> queue.handOver(act, first, "cas", "please"),
                act -> queue.escalate(act, first, "legal", Queue.Marks.none()),
                act -> queue.close(act, first, Queue.Marks.none()));
        assertThat(writes).allSatisfy(write -> assertThat(reason(() -> desk.run(ANNA, write)))
                .isEqualTo(new ClaimRefused.HeldBy("bram", second.until())));
        assertThat(desk.lastEvent("v1")).isEqualTo(EventKind.CLAIMED);
    }

    @Test
    void thePersonsOwnOlderClaimIsFencedOffToo() {
        desk.flag("v1", "5.3");
        Claim first = desk.claim("v1", ANNA);

        Claim second = desk.claim("v1", ANNA);

        assertThat(second.token()).isGreaterThan(first.token());
        assertThat(reason(() -> desk.run(ANNA, act -> queue.close(act, first, Queue.Marks.none()))))
                .isInstanceOf(ClaimRefused.LeaseEnded.class);
        desk.run(ANNA, act -> queue.close(act, second, Queue.Marks.none()));
    }

    @Test
    void nobodyWritesWithTheClaimOfSomebodyElse() {
        desk.flag("v1", "5.3");
        Claim claim = desk.claim("v1", ANNA);

        assertThat(reason(() -> desk.run(BRAM, act -> queue.release(act, claim))))
                .isEqualTo(new ClaimRefused.HeldBy("anna", claim.until()));
    }

    @Test
    void casesWhoseLeaseEndedReturnToTheQueueAndTheLogSaysSo() {
        desk.flag("v1", "5.3");
        Claim claim = desk.claim("v1", ANNA);
        assertThat(queue.expireLeases()).isZero();
        desk.clock().advance(LEASE);

        assertThat(queue.expireLeases()).isEqualTo(1);

        assertThat(desk.row("v1").state()).isEqualTo(CaseRow.State.WAITING);
        assertThat(desk.lastEvent("v1")).isEqualTo(EventKind.LEASE_ENDED);
        assertThat(reason(() -> desk.run(ANNA, act -> queue.close(act, claim, Queue.Marks.none()))))
                .isInstanceOf(ClaimRefused.LeaseEnded.class);
        assertThat(desk.counters()).isEqualTo(desk.recounted());
    }

    @Test
    void theNextCaseIsTheMostUrgentThatNobodyHolds() {
        desk.flag("low", "10.1");
        desk.flag("high", "5.1");
        desk.flag("medium", "5.3");

        assertThat(next(ANNA)).contains("high");
        assertThat(queue.peekNext(BRAM, CaseFilter.all())).map(CaseRow::itemId).contains("medium");
        assertThat(next(BRAM)).contains("medium");
        assertThat(next(ANNA)).contains("low");
        assertThat(next(ANNA)).isEmpty();
    }

    @Test
    void theNextCaseIsOneThatTheFilterAsksFor() {
        desk.flag("high", "5.1");
        desk.flag("spam", "9.1");
        var filter = new CaseFilter(
                null,
                Set.of(9),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                false,
                0,
                true,
                "",
                Except.nothing());

        assertThat(desk.act(ANNA, act -> queue.claimNext(act, ANNA, filter)).map(Claim::itemId))
                .contains("spam");
    }

    @Test
    void whoFindsTheSameCaseAsSomebodyQuickerGetsTheNextBehindIt() {
        desk.flag("first", "5.1");
        desk.flag("second", "9.1");
        Candidate annas = queue.candidate(ANNA, CaseFilter.all()).orElseThrow();
        Candidate brams = queue.candidate(BRAM, CaseFilter.all()).orElseThrow();
        Candidate another =
                queue.candidate(Person.alone("cees"), CaseFilter.all()).orElseThrow();
        assertThat(annas.row().itemId()).isEqualTo("first");

        assertThat(claimed(brams, BRAM)).contains("first");
        assertThat(claimed(annas, ANNA)).contains("second");
        assertThat(claimed(another, Person.alone("cees"))).isEmpty();
    }

    @Test
    void aCaseWhoseLeaseEndedIsTheNextAgain() {
        desk.flag("v1", "5.3");
        desk.claim("v1", ANNA);
        desk.clock().advance(LEASE);

        assertThat(next(BRAM)).contains("v1");
    }

    @Test
    void aSkippedCaseGoesToOthersFirstAndComesBackWhenNothingElseRemains() {
        desk.flag("first", "5.1");
        desk.flag("second", "5.3");
        Claim claim = desk.claim("first", ANNA);
        desk.run(ANNA, act -> queue.skip(act, claim, "I know the author"));

        assertThat(queue.peekNext(BRAM, CaseFilter.all())).map(CaseRow::itemId).contains("first");
        assertThat(next(ANNA)).contains("second");
        assertThat(next(ANNA)).contains("first");
    }

    @Test
    void aSkippedCaseComesBackAfterAWhile() {
        desk.flag("first", "5.1");
        desk.flag("second", "5.3");
        Claim claim = desk.claim("first", ANNA);
        desk.run(ANNA, act -> queue.skip(act, claim, "later"));

        desk.clock().advance(CaseSearch.SKIPPED_STAYS_AWAY.plusSeconds(1));

        assertThat(next(ANNA)).contains("first");
    }

    @Test
    void aCaseHandedOverWaitsForThatPersonAndIsTheirNext() {
        desk.flag("small", "10.1");
        desk.flag("grave", "5.1");
        Claim claim = desk.claim("small", ANNA);

        desk.run(ANNA, act -> queue.handOver(act, claim, "bram", "You know this dialect"));

        assertThat(desk.row("small").claimedBy()).isEqualTo("bram");
        assertThat(reason(() -> desk.claim("small", ANNA))).isInstanceOf(ClaimRefused.HeldBy.class);
        assertThat(next(ANNA)).contains("grave");
        assertThat(next(BRAM)).contains("small");
        assertThat(next(BRAM)).isEmpty();
        assertThat(queue.noteFor(BRAM, "small"))
                .contains(new HandOver("anna", TestClock.START, "You know this dialect"));
        assertThat(queue.noteFor(ANNA, "small")).isEmpty();
    }

    @Test
    void aCaseHandedOverInVainReturnsToTheQueue() {
        desk.flag("v1", "5.3");
        Claim claim = desk.claim("v1", ANNA);
        desk.run(ANNA, act -> queue.handOver(act, claim, "bram", "please"));
        desk.clock().advance(Leases.WAITS_FOR_PERSON);

        assertThat(queue.expireLeases()).isEqualTo(1);
        assertThat(next(ANNA)).contains("v1");
    }

    @Test
    void anEscalatedCaseMovesWithItsMarks() {
        desk.flag("v1", "5.3");
        Claim claim = desk.claim("v1", ANNA);

        desk.run(ANNA, act -> queue.escalate(act, claim, "child-safety", new Queue.Marks(true, true)));

        CaseRow row = desk.row("v1");
        assertThat(row.queue()).isEqualTo("child-safety");
        assertThat(row.sealed()).isTrue();
        assertThat(row.childSafety()).isTrue();
        assertThat(row.excerpt()).isEmpty();
        assertThat(row.claimedBy()).isNull();
        assertThat(desk.counters()).isEqualTo(desk.recounted());
        assertThat(queue.queues(QueueDesk.ANNA)).containsExactly("child-safety", "general");
    }

    @Test
    void aClosedCaseIsGoneFromTheListAndSaysWhoClosedIt() {
        desk.flag("v1", "5.3");
        long id = desk.row("v1").id();
        Claim claim = desk.claim("v1", ANNA);

        desk.run(ANNA, act -> queue.close(act, claim, Queue.Marks.none()));

        assertThat(queue.find(ANNA, "v1")).isEmpty();
        assertThat(queue.row(ANNA, id)).map(CaseRow::state).contains(CaseRow.State.CLOSED);
        assertThat(desk.counters()).isEmpty();
        assertThat(reason(() -> desk.act(BRAM, act -> queue.claim(act, id, BRAM))))
                .isEqualTo(new ClaimRefused.Closed("anna", TestClock.START));
    }

    @Test
    void aReopenedCaseWaitsAgainUnlessAnotherIsOpenForTheItem() {
        desk.flag("v1", "5.3");
        long id = desk.row("v1").id();
        Claim claim = desk.claim("v1", ANNA);
        desk.run(ANNA, act -> queue.close(act, claim, Queue.Marks.none()));

        long reopened = desk.act(ANNA, act -> queue.reopen(act, id));

        assertThat(reopened).isEqualTo(id);
        assertThat(desk.row("v1").state()).isEqualTo(CaseRow.State.WAITING);
        Claim again = desk.claim("v1", ANNA);
        assertThat(again.token()).isGreaterThan(claim.token());
        desk.run(ANNA, act -> queue.close(act, again, Queue.Marks.none()));
        desk.flag(FlaggedItems.item("v1"), FlaggedItems.report("new", "5.3"));
        long other = desk.row("v1").id();
        long found = desk.act(ANNA, act -> queue.reopen(act, id));
        assertThat(found).isEqualTo(other).isNotEqualTo(id);
        assertThat(desk.counters()).isEqualTo(desk.recounted());
    }

    @Test
    void childSafetyCasesAreInvisibleAndUnclaimableWithoutTheClearance() {
        desk.flag("v1", "8.4");
        desk.flag("v2", "5.3");
        long id = desk.row("v1").id();

        assertThat(queue.find(UNCLEARED, "v1")).isEmpty();
        assertThat(queue.row(UNCLEARED, id)).isEmpty();
        assertThat(queue.page(UNCLEARED, CaseFilter.all(), Ordering.URGENCY, null, 10)
                        .rows())
                .extracting(CaseRow::itemId)
                .containsExactly("v2");
        assertThat(reason(() -> desk.act(UNCLEARED, act -> queue.claim(act, id, UNCLEARED))))
                .isEqualTo(new ClaimRefused.NotCleared());
        assertThat(next(UNCLEARED)).contains("v2");
        assertThat(next(UNCLEARED)).isEmpty();
    }

    @Test
    void whyAClaimIsRefusedIsSaidInWordsAndNeverInTheMessage() {
        var held = new ClaimRefused(new ClaimRefused.HeldBy("Bram Bos", TestClock.START));
        var closed = new ClaimRefused(new ClaimRefused.Closed("Bram Bos", TestClock.START));
        var texts = new Texts(Language.NL);

        assertThat(held.words(texts, ZoneOffset.UTC)).contains("Bram Bos");
        assertThat(closed.words(texts, ZoneOffset.UTC)).contains("Bram Bos");
        assertThat(List.of(
                        new ClaimRefused.Closed(null, TestClock.START),
                        new ClaimRefused.NotCleared(),
                        new ClaimRefused.Gone(),
                        new ClaimRefused.LeaseEnded(TestClock.START)))
                .allSatisfy(reason -> assertThat(new ClaimRefused(reason).words(texts, ZoneOffset.UTC))
                        .isNotBlank());
        assertThat(held).hasMessageNotContaining("Bram");
    }

    private Optional<String> claimed(Candidate found, Person person) {
        return desk.act(person, act -> queue.claimFrom(act, found)).map(Claim::itemId);
    }

    private Optional<String> next(Person person) {
        return desk.act(person, act -> queue.claimNext(act, person, CaseFilter.all()))
                .map(Claim::itemId);
    }

    private static ClaimRefused.Reason reason(ThrowingCallable work) {
        var caught = new AtomicReference<ClaimRefused>();
        assertThatThrownBy(work).isInstanceOfSatisfying(ClaimRefused.class, caught::set);
        return caught.get().reason();
    }
}
