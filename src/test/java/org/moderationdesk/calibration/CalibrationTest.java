package org.moderationdesk.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.calibration.CalibrationDesk.ANNA;
import static org.moderationdesk.calibration.CalibrationDesk.BRAM;
import static org.moderationdesk.calibration.CalibrationDesk.CARA;
import static org.moderationdesk.calibration.CalibrationDesk.DIRK;
import static org.moderationdesk.calibration.CalibrationDesk.RUTH;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moderationdesk.base.Language;
import org.moderationdesk.calibration.CalibrationRefused.Why;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.decisions.DecisionRefused;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.ExceptionGround;
import org.moderationdesk.log.Erasing;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;

/** Every test has items of its own on one desk; the log is verified after each. */
@OnBothStores
class CalibrationTest {
    private static final ClauseCode KNIFE = new ClauseCode("5.3.1");
    private static final RightAnswer REMOVED = new RightAnswer(Outcome.REMOVE, List.of(KNIFE), null, null);
    private static final RightAnswer A_LESSON =
            new RightAnswer(Outcome.EXCEPTION, List.of(KNIFE), ExceptionGround.EDUCATIONAL, null);
    private static final Reason WHY = Reason.in(Language.EN, "A knife is tossed at home without any safety steps.");

    private static TestClock clock;
    private static CalibrationDesk desk;
    private static Calibration calibration;

    @BeforeAll
    static void open() {
        clock = new TestClock();
        desk = new CalibrationDesk(clock);
        calibration = desk.calibration();
    }

    @AfterEach
    void verify() {
        assertThat(desk.desk().desk().verify().intact()).isTrue();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static void refused(ThrowingCallable act, Why why) {
        assertThatThrownBy(act).isInstanceOfSatisfying(CalibrationRefused.class, refused -> assertThat(refused.why())
                .isEqualTo(why));
    }

    private static Session answered(String item, Person... asked) {
        Session session = desk.begun(BRAM, List.of(desk.disputed(item)), asked);
        calibration.answer(asked[0], session.id(), 1, Proposed.removal(item), 1_000);
        return calibration.answer(asked[1], session.id(), 1, CalibrationDesk.exception(item), 2_000);
    }

    private static Session closed(String item) {
        return calibration.close(BRAM, answered(item, ANNA, CARA).id());
    }

    @Test
    void onlyALeadBeginsASessionAndItIsThereForWhoIsAsked() {
        Disputed about = desk.disputed("begun");
        assertThatThrownBy(() -> desk.begun(ANNA, List.of(about), CARA, DIRK)).isInstanceOf(RightRefused.class);

        Session session = desk.begun(BRAM, List.of(about), ANNA, CARA);

        assertThat(session.state()).isEqualTo(SessionState.OPEN);
        assertThat(session.seats()).extracting(Seat::letter).containsExactly("A", "B");
        assertThat(session.seats()).extracting(Seat::person).containsOnlyNulls();
        assertThat(calibration.session(ANNA, session.id()).toAnswer()).isEqualTo(1);
        assertThat(calibration.session(RUTH, session.id()).toAnswer()).isZero();
        assertThat(calibration.sessions(DIRK)).extracting(Session::id).doesNotContain(session.id());
        refused(() -> calibration.session(DIRK, session.id()), Why.UNKNOWN_SESSION);
        refused(() -> calibration.answer(DIRK, session.id(), 1, Proposed.removal("begun"), 0), Why.UNKNOWN_SESSION);
    }

    @Test
    void aSessionThatCannotBeIsRefusedWithItsReason() {
        Disputed about = desk.disputed("impossible");
        refused(() -> desk.begun(BRAM, List.of(), ANNA, CARA), Why.NO_CASES);
        refused(() -> desk.begun(BRAM, List.of(about), ANNA), Why.TOO_FEW_ASKED);
        refused(
                () -> desk.begun(BRAM, List.of(new Disputed("nothing", CaseSource.ADDED)), ANNA, CARA),
                Why.UNKNOWN_DECISION);
        refused(
                () -> desk.begun(BRAM, List.of(about), ANNA, new Person("zoe", ANNA.roles(), false)),
                Why.UNKNOWN_PERSON);
        refused(
                () -> calibration.begin(
                        BRAM, new NewSession("Late", List.of(about), List.of("anna", "cara"), clock.instant())),
                Why.DUE_PASSED);
        refused(
                () -> calibration.begin(
                        BRAM, new NewSession(" ", List.of(about), List.of("anna", "cara"), clock.instant())),
                Why.NO_TITLE);
    }

    @Test
    void nobodySeesAnotherAnswerBeforeTheLeadClosesTheSession() {
        Session session = answered("blind", ANNA, CARA);

        assertThat(calibration.answers(ANNA, session.id(), 1))
                .singleElement()
                .satisfies(own -> assertThat(own.proposal().outcome()).isEqualTo(Outcome.REMOVE));
        assertThat(calibration.answers(BRAM, session.id(), 1)).isEmpty();
        assertThat(calibration.answers(RUTH, session.id(), 1)).isEmpty();
        refused(() -> desk.rulings().inForce(ANNA, session.id(), 1), Why.STILL_OPEN);
        assertThat(calibration.session(BRAM, session.id()).answered()).isEqualTo(2);
        assertThat(logOf(session)).noneMatch(body -> body.contains("EXCEPTION") || body.contains("REMOVE"));

        calibration.close(BRAM, session.id());

        assertThat(calibration.answers(ANNA, session.id(), 1))
                .extracting(one -> one.proposal().outcome())
                .containsExactlyInAnyOrder(Outcome.REMOVE, Outcome.EXCEPTION);
        assertThat(calibration.answers(CARA, session.id(), 1))
                .extracting(one -> one.proposal().rationale())
                .containsExactlyInAnyOrder("a knife is tossed and caught", "a lesson of a cook for other cooks");
        assertThat(number("select count(*) from calibration_vote")).isZero();
    }

    /** What the log says of a session, without what its rows' digests are. */
    private static List<String> logOf(Session session) {
        return desk.desk().desk().store().read(handle -> handle.createQuery(
                        "select body from event where kind like 'CALIBRATION%' and body like ?")
                .bind(0, "%" + session.id() + "%")
                .mapTo(String.class)
                .list());
    }

    private static long number(String sql) {
        return desk.desk().desk().store().read(handle -> handle.createQuery(sql)
                .mapTo(Long.class)
                .one());
    }

    @Test
    void anAnswerThatWasChangedWhileItWasSealedIsNotTakenForOne() {
        Session session = answered("planted", ANNA, CARA);
        int changed = desk.desk()
                .desk()
                .store()
                .write(handle -> handle.execute(
                        "update calibration_vote set body = replace(body, 'REMOVE', 'NO_VIOLATION') where session_id ="
                                + " ? and person = 'anna'",
                        session.id()));
        assertThat(changed).isEqualTo(1);

        calibration.close(BRAM, session.id());

        assertThat(calibration.answers(BRAM, session.id(), 1))
                .singleElement()
                .satisfies(one -> assertThat(one.proposal().outcome()).isEqualTo(Outcome.EXCEPTION));
    }

    @Test
    void anAnswerIsGivenOnceByTheRulesAndNotByWhoDecidedFirst() {
        Session session = desk.begun(BRAM, List.of(desk.disputed("once")), ANNA, RUTH);

        refused(
                () -> calibration.answer(ANNA, session.id(), 1, Proposed.of("once", "\"answers\":{}"), 0),
                Why.NO_OUTCOME);
        assertThatThrownBy(() ->
                        calibration.answer(ANNA, session.id(), 1, Proposed.of("once", "\"outcome\":\"REMOVE\""), 0))
                .isInstanceOf(DecisionRefused.class);
        refused(() -> calibration.answer(RUTH, session.id(), 1, Proposed.removal("once"), 0), Why.DECIDED_FIRST);
        calibration.answer(ANNA, session.id(), 1, Proposed.removal("once"), 0);
        refused(() -> calibration.answer(ANNA, session.id(), 1, Proposed.removal("once"), 0), Why.ANSWERED);
        refused(() -> calibration.answer(BRAM, session.id(), 1, Proposed.removal("once"), 0), Why.NOT_ASKED);
        refused(() -> calibration.remark(ANNA, session.id(), 1, "I wonder"), Why.STILL_OPEN);

        calibration.close(BRAM, session.id());

        refused(() -> calibration.close(BRAM, session.id()), Why.NOT_OPEN);
    }

    @Test
    void lettersStandForPeopleUntilTheLeadShowsNames() {
        Session session = closed("letters");
        calibration.remark(ANNA, session.id(), 1, "The cook says so himself at 0:12");
        List<Remark> remarks = calibration.remark(BRAM, session.id(), 1, "Listen to the end");

        assertThat(remarks).extracting(Remark::words).contains("Listen to the end");
        assertThat(remarks.getFirst().seat()).isNotNull().satisfies(seat -> assertThat(seat.person())
                .isNull());
        assertThat(remarks.getLast().seat()).isNull();
        assertThat(calibration.answers(CARA, session.id(), 1))
                .extracting(one -> one.seat().person())
                .containsOnlyNulls();
        assertThatThrownBy(() -> calibration.showNames(ANNA, session.id())).isInstanceOf(RightRefused.class);

        Session named = calibration.showNames(BRAM, session.id());

        assertThat(named.seats()).extracting(Seat::person).containsExactlyInAnyOrder("anna", "cara");
        assertThat(calibration.answers(CARA, session.id(), 1))
                .extracting(one -> one.seat().person())
                .containsExactlyInAnyOrder("anna", "cara");
        refused(() -> calibration.remark(ANNA, session.id(), 1, " "), Why.NO_WORDS);
    }

    @Test
    void aRulingIsAPrecedentForItsClausesUntilItIsWithdrawn() {
        Session session = closed("ruled");
        refused(
                () -> desk.rulings().rule(BRAM, session.id(), 1, REMOVED, Reason.in(Language.EN, "short")),
                Why.NO_REASON);
        refused(
                () -> desk.rulings()
                        .rule(
                                BRAM,
                                session.id(),
                                1,
                                new RightAnswer(Outcome.REMOVE, List.of(new ClauseCode("5.3.9")), null, null),
                                WHY),
                Why.NOT_OF_THE_EDITION);

        Session ruled = desk.rulings().rule(BRAM, session.id(), 1, REMOVED, WHY);

        assertThat(ruled.state()).isEqualTo(SessionState.RULED);
        PrecedentBook book = desk.precedents().book(ANNA);
        assertThat(book.of(KNIFE).getFirst().reason().words()).isEqualTo(WHY.words());
        int before = book.counts(KNIFE).get(Outcome.REMOVE);
        assertThat(desk.precedents().book(ANNA)).isSameAs(book);
        assertThat(book.departures(Proposed.removal("ruled"))).isEmpty();
        assertThat(desk.precedents().find(ANNA, "5.3")).isNotEmpty();
        assertThat(desk.precedents().find(ANNA, "5")).isNotEmpty();
        assertThat(desk.precedents().find(ANNA, "6")).isEmpty();
        refused(() -> desk.rulings().rule(BRAM, session.id(), 1, REMOVED, WHY), Why.NOT_OPEN);

        String id = book.of(KNIFE).getFirst().id();
        desk.rulings().withdraw(BRAM, id, "The clause was read too widely.");

        assertThat(desk.precedents().book(ANNA).counts(KNIFE).getOrDefault(Outcome.REMOVE, 0))
                .isEqualTo(before - 1);
        assertThat(desk.precedents().find(ANNA, "5.3.1"))
                .filteredOn(one -> one.id().equals(id))
                .singleElement()
                .satisfies(one -> assertThat(one.withdrawn()).isEqualTo("The clause was read too widely."));
        refused(() -> desk.rulings().withdraw(BRAM, id, "The clause was read too widely."), Why.UNKNOWN_RULING);
    }

    @Test
    void whatIsErasedIsNotReadAgain() {
        Session session = closed("erased");
        desk.rulings().rule(BRAM, session.id(), 1, A_LESSON, WHY);
        desk.precedents().book(ANNA);
        int gone = desk.desk().desk().log().record("anna", act -> {
            var erasing = new Erasing(act, "erased", Map.of());
            erasing.textsOfItem("erased");
            erasing.end();
            return 1;
        });
        assertThat(gone).isEqualTo(1);

        clock.advance(Duration.ofMinutes(6));

        assertThat(desk.precedents().book(ANNA).of(KNIFE).getFirst().reason().words())
                .isEmpty();
        assertThat(calibration.answers(ANNA, session.id(), 1))
                .extracting(one -> one.proposal().rationale())
                .containsOnly("[erased]");
    }

    @Test
    void theDecisionInForceIsReplacedOnlyWhereTheRulingDepartsFromIt() {
        Session same = closed("same");
        desk.rulings().rule(BRAM, same.id(), 1, REMOVED, WHY);
        assertThat(desk.rulings().inForce(BRAM, same.id(), 1).departs()).isFalse();
        refused(() -> desk.rulings().replace(BRAM, ruling(same), 1), Why.NOTHING_TO_REPLACE);

        Session other = closed("other");
        desk.rulings().rule(BRAM, other.id(), 1, A_LESSON, WHY);
        assertThat(desk.rulings().inForce(BRAM, other.id(), 1).departs()).isTrue();
        List<Answered> answers = calibration.answers(BRAM, other.id(), 1);
        for (Answered one : answers) {
            boolean fits = one.proposal().outcome() == Outcome.EXCEPTION;
            if (!fits) {
                refused(
                        () -> desk.rulings()
                                .replace(BRAM, ruling(other), one.seat().number()),
                        Why.NOTHING_TO_REPLACE);
            }
        }
        int seat = answers.stream()
                .filter(one -> one.proposal().outcome() == Outcome.EXCEPTION)
                .findFirst()
                .orElseThrow()
                .seat()
                .number();
        Session replaced = desk.rulings().replace(BRAM, ruling(other), seat);

        assertThat(desk.replaced()).containsExactly(replaced.cases().getFirst().decisionId());
        assertThat(replaced.cases().getFirst().ruling()).isNotNull().satisfies(one -> assertThat(one.replacement())
                .isEqualTo("instead-1"));
        refused(() -> desk.rulings().replace(BRAM, ruling(other), seat), Why.NOTHING_TO_REPLACE);
    }

    private static String ruling(Session session) {
        Ruling ruling =
                calibration.session(BRAM, session.id()).cases().getFirst().ruling();
        return ruling == null ? "none" : ruling.id();
    }

    @Test
    void whatConcernsChildSafetyIsThereForTheClearedAlone() {
        Disputed hidden = desk.childSafety("hidden");
        Disputed plain = desk.disputed("plain");
        refused(() -> desk.begun(BRAM, List.of(hidden), ANNA, CARA), Why.UNKNOWN_DECISION);
        refused(() -> desk.begun(RUTH, List.of(hidden, plain), DIRK, RUTH), Why.MIXED);
        refused(() -> desk.begun(RUTH, List.of(hidden), DIRK, CARA), Why.NOT_CLEARED);

        Session session = desk.begun(RUTH, List.of(hidden), DIRK, RUTH);
        calibration.close(RUTH, session.id());
        ClauseCode clause = new ClauseCode("8.4.1");
        desk.rulings().rule(RUTH, session.id(), 1, new RightAnswer(Outcome.REMOVE, List.of(clause), null, null), WHY);

        assertThat(calibration.sessions(BRAM)).extracting(Session::id).doesNotContain(session.id());
        assertThat(calibration.sessions(DIRK)).extracting(Session::id).contains(session.id());
        assertThat(desk.precedents().book(BRAM).of(clause)).isEmpty();
        assertThat(desk.precedents().book(DIRK).of(clause)).hasSize(1);
        assertThat(desk.precedents().find(BRAM, "8")).isEmpty();
        refused(
                () -> desk.rulings()
                        .withdraw(
                                BRAM,
                                desk.precedents()
                                        .book(DIRK)
                                        .of(clause)
                                        .getFirst()
                                        .id(),
                                "I may not know"),
                Why.UNKNOWN_RULING);
        assertThat(number("select count(*) from event where item_id is null and body like '%" + session.id() + "%'"))
                .isZero();
    }
}
