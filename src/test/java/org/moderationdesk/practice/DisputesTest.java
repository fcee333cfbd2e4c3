package org.moderationdesk.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.practice.PracticeDesk.ANNA;
import static org.moderationdesk.practice.PracticeDesk.FLEUR;
import static org.moderationdesk.practice.PracticeDesk.TESS;
import static org.moderationdesk.practice.PracticeDesk.TOM;
import static org.moderationdesk.practice.RunsTest.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.base.Language;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.practice.PracticeRefused.Why;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.Claim;
import org.moderationdesk.queue.ClaimRefused;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.routing.NamedQueue;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.routing.StoredPlans;
import org.moderationdesk.settings.QueueSettings;

@OnBothStores
class DisputesTest {
    private static final String REASON = "The knife is a toy, look at its blade.";

    private static PracticeDesk desk;
    private static Disputes disputes;
    private static Certifying certifying;

    @BeforeAll
    static void open() {
        desk = new PracticeDesk();
        disputes = desk.disputes();
        certifying = desk.certifying();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void aKeyThatIsChangedScoresEveryRunAnewAndTellsEverybodyWhoseScoreIsAnotherWhy() {
        PracticeSet set = desk.published(4);
        Run fleurs = desk.removedAll(FLEUR, set.id());
        Run annas = desk.removedAll(ANNA, set.id());
        refused(Why.NO_REASON, () -> disputes.question(FLEUR, fleurs.id(), "P-2", "no"));
        Dispute one = disputes.question(FLEUR, fleurs.id(), "P-2", REASON);
        Dispute other = disputes.question(ANNA, annas.id(), "P-2", REASON);
        refused(Why.DISPUTED_ALREADY, () -> disputes.question(FLEUR, fleurs.id(), "P-2", REASON));
        refused(Why.UNKNOWN_RUN, () -> disputes.question(ANNA, fleurs.id(), "P-2", REASON));
        assertThat(disputes.open(TESS)).contains(one, other);

        Instant before = desk.clock().instant();
        List<Rescored> anew = disputes.change(
                TOM,
                one.id(),
                PracticeDesk.key(PracticeDesk.removed("P-2").first(), PracticeDesk.nothing("P-2")),
                "Both answers can be defended here.");

        assertThat(anew).extracting(Rescored::runId).containsExactlyInAnyOrder(fleurs.id(), annas.id());
        Rescored told = disputes.rescored(FLEUR, before).getFirst();
        assertThat(told.was()).isEqualTo(5_000);
        assertThat(told.becomes()).isEqualTo(7_500);
        assertThat(told.why()).isEqualTo("Both answers can be defended here.");
        assertThat(desk.runs().find(ANNA, annas.id()).score()).isEqualTo(new Score(7_500, 3, 4, 0, false));
        assertThat(disputes.own(ANNA).getFirst().state()).isEqualTo(Dispute.State.CHANGED);
        assertThat(disputes.own(ANNA).getFirst().version()).isEqualTo(2);
        assertThat(desk.sets().versions(TESS, set.id()).getFirst().why().words())
                .containsValue("Both answers can be defended here.");
        var notices = new PracticeNotices(desk.review().store(), desk.clock());
        assertThat(notices.of(ANNA, Language.EN))
                .extracting(Notice::kind)
                .contains(Notice.Kind.RESCORED, Notice.Kind.KEY_RULED);
        refused(Why.RULED, () -> disputes.keep(TESS, other.id(), REASON));
        // What is begun from now on goes by the new key from its start.
        assertThat(desk.removedAll(FLEUR, set.id()).score()).isEqualTo(new Score(7_500, 3, 4, 0, false));
    }

    @Test
    void aKeyThatIsKeptChangesNothingButSaysWhy() {
        PracticeSet set = desk.published(2);
        Run run = desk.removedAll(FLEUR, set.id());
        Dispute one = disputes.question(FLEUR, run.id(), "P-2", REASON);

        Dispute kept = disputes.keep(TESS, one.id(), "A toy knife is a knife to who sees it.");

        assertThat(kept.state()).isEqualTo(Dispute.State.KEPT);
        assertThat(kept.ruling()).isEqualTo("A toy knife is a knife to who sees it.");
        assertThat(desk.runs().find(FLEUR, run.id())).isEqualTo(run);
        assertThat(desk.sets().find(TESS, set.id()).newest().version()).isEqualTo(1);
        assertThat(disputes.ofSet(TESS, set.id())).containsExactly(kept);
        refused(Why.UNKNOWN_DISPUTE, () -> disputes.keep(TESS, "none", REASON));
    }

    @Test
    void whoQuestionsAKeyRulesNeitherOnThatNorOnAnothersQuestionAboutIt() {
        PracticeSet set = desk.published(2);
        Dispute own = disputes.question(TESS, desk.removedAll(TESS, set.id()).id(), "P-2", REASON);
        Dispute anothers =
                disputes.question(FLEUR, desk.removedAll(FLEUR, set.id()).id(), "P-2", REASON);

        refused(Why.OWN_QUESTION, () -> disputes.keep(TESS, own.id(), REASON));
        refused(Why.OWN_QUESTION, () -> disputes.change(TESS, own.id(), PracticeDesk.allowed("P-2"), REASON));
        refused(Why.OWN_QUESTION, () -> disputes.change(TESS, anothers.id(), PracticeDesk.allowed("P-2"), REASON));

        assertThat(disputes.open(TOM)).contains(own, anothers);
        assertThat(disputes.keep(TOM, own.id(), REASON).state()).isEqualTo(Dispute.State.KEPT);
        assertThat(disputes.keep(TESS, anothers.id(), REASON).state()).isEqualTo(Dispute.State.KEPT);
    }

    @Test
    void whoPassedGetsACertificateFromATrainerUntilItsEnd() {
        PracticeSet set = desk.published(1);
        var wanted = new Certification("knives", Told.both("Knives", "Messen"), List.of(set.id()), 90, 10, false);
        Certification one = certifying.put(TESS, wanted);
        assertThat(certifying.all(FLEUR)).contains(one);
        refused(Why.NOT_EARNED, () -> certifying.certify(TESS, "fleur", "knives"));
        refused(Why.UNKNOWN_CERTIFICATION, () -> certifying.certify(TESS, "fleur", "spoons"));
        Run run = desk.removedAll(FLEUR, set.id());
        assertThat(certifying.earned(TESS)).contains(new Certifying.Earned("fleur", one, List.of(run.id())));

        Certificate given = certifying.certify(TESS, "fleur", "knives");

        assertThat(certifying.own(FLEUR)).contains(given);
        refused(Why.HELD, () -> certifying.certify(TOM, "fleur", "knives"));
        assertThat(certifying.earned(TOM)).extracting(Certifying.Earned::person).doesNotContain("fleur");
        desk.clock().advance(Duration.ofDays(6));
        assertThat(certifying.certify(TOM, "fleur", "knives").until())
                .as("anew, once half of it is over")
                .isAfter(given.until());
        assertThat(held(FLEUR.name())).contains("knives");
        assertThat(new PracticeNotices(desk.review().store(), desk.clock()).of(FLEUR, Language.EN))
                .anySatisfy(notice -> assertThat(notice.kind()).isEqualTo(Notice.Kind.CERTIFICATE_ENDS));
        desk.clock().advance(Duration.ofDays(10));
        assertThat(held(FLEUR.name())).isEmpty();
        // A run of before proves nothing any more.
        refused(Why.NOT_EARNED, () -> certifying.certify(TESS, "fleur", "knives"));
        Run _ = desk.removedAll(TESS, set.id());
        refused(Why.OWN_CERTIFICATE, () -> certifying.certify(TESS, "tess", "knives"));
        Certificate again = certifying.certify(TOM, "tess", "knives");
        certifying.takeBack(TOM, again.id());
        assertThat(held("tess")).isEmpty();
        certifying.withdraw(TESS, "knives");
        refused(Why.UNKNOWN_CERTIFICATION, () -> certifying.certify(TOM, "tess", "knives"));
    }

    @Test
    void aRunThroughMissedItemsAloneProvesNothing() {
        PracticeSet set = desk.published(2);
        var wanted = new Certification("alone", Told.both("Alone", "Los"), List.of(set.id()), 0, 10, false);
        Certification _ = certifying.put(TESS, wanted);
        Run over = desk.removedAll(FLEUR, set.id());
        Run missed = desk.runs().startMissed(FLEUR, over.id());
        Run _ = desk.practising().answer(FLEUR, missed.id(), PracticeDesk.nothing("P-2"), 1);
        assertThat(desk.practising().finish(FLEUR, missed.id(), false).score()).matches(Score::passed);

        refused(Why.NOT_EARNED, () -> certifying.certify(TESS, "fleur", "alone"));
    }

    @Test
    void aQueueThatDemandsACertificateGivesItsCasesToWhoHoldsItAlone() {
        PracticeSet set = desk.published(1);
        var wanted = new Certification("gate", Told.both("Gate", "Poort"), List.of(set.id()), 50, 20, false);
        Certification _ = certifying.put(TESS, wanted);
        var queue = new StoredQueue(
                desk.review().store(),
                desk.review().log(),
                desk.clock(),
                QueueSettings.defaults(),
                Certifying.by(desk.clock()));
        var plans = new StoredPlans(desk.review().store(), desk.review().log());
        Plan _ = plans.save(
                PracticeDesk.RUTH,
                new Plan(0, List.of(NamedQueue.open(Plan.GENERAL).demanding("gate")), List.of(), Plan.GENERAL));
        assertThat(plans.inForce(PracticeDesk.RUTH).certificate(Plan.GENERAL)).contains("gate");
        desk.review().flag("G-1", "5.3");
        long id = queue.find(FLEUR, "G-1").orElseThrow().id();

        assertThatThrownBy(() -> desk.review().log().record("fleur", act -> queue.claim(act, id, FLEUR)))
                .isInstanceOfSatisfying(ClaimRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(new ClaimRefused.NotForYou(ClaimRefused.Unfit.CERTIFICATE)));
        assertThat(queue.candidate(FLEUR, CaseFilter.all())).isEmpty();
        Run _ = desk.removedAll(FLEUR, set.id());
        Certificate _ = certifying.certify(TESS, "fleur", "gate");
        assertThat(queue.candidate(FLEUR, CaseFilter.all())).isPresent();
        Claim held = desk.review().log().record("fleur", act -> queue.claim(act, id, FLEUR));
        assertThatThrownBy(() -> desk.review().log().record("fleur", act -> {
                    queue.handOver(act, held, "anna", "please");
                    return 1;
                }))
                .isInstanceOf(ClaimRefused.class);
        desk.clock().advance(Duration.ofDays(20));
        assertThatThrownBy(() -> desk.review().log().record("fleur", act -> queue.claim(act, id, FLEUR)))
                .isInstanceOf(ClaimRefused.class);
        Plan _ = plans.save(
                PracticeDesk.RUTH, new Plan(1, List.of(NamedQueue.open(Plan.GENERAL)), List.of(), Plan.GENERAL));
        Claim again = desk.review().log().record("fleur", act -> queue.claim(act, id, FLEUR));
        assertThat(again.token()).isGreaterThan(held.token());
    }

    private static Set<String> held(String person) {
        return desk.review().store().read(handle -> Certifying.by(desk.clock()).of(handle, person));
    }
}
