package org.moderationdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.calibration.Calibration;
import org.moderationdesk.calibration.CalibrationRefused;
import org.moderationdesk.calibration.CalibrationRooms;
import org.moderationdesk.calibration.CaseSource;
import org.moderationdesk.calibration.Disputed;
import org.moderationdesk.calibration.NewSession;
import org.moderationdesk.db.Progress;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.decisions.ReferralLine;
import org.moderationdesk.decisions.StoredReferrals;
import org.moderationdesk.editions.Edition;
import org.moderationdesk.editions.TouchedDecisions;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.guidelines.EditionFiles;
import org.moderationdesk.insights.DeskSources;
import org.moderationdesk.insights.DisputedCases;
import org.moderationdesk.insights.QualityReviews;
import org.moderationdesk.practice.Changes;
import org.moderationdesk.practice.PracticeRefused;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.ScoringRules;
import org.moderationdesk.practice.SetTerms;
import org.moderationdesk.practice.StoredHiddenTests;
import org.moderationdesk.practice.Told;
import org.moderationdesk.quality.BlindPairs;
import org.moderationdesk.quality.QualityRefused;
import org.moderationdesk.quality.QualityRooms;
import org.moderationdesk.quality.QualityStates;
import org.moderationdesk.quality.Requests;
import org.moderationdesk.quality.Sampling;
import org.moderationdesk.quality.SamplingPlan;
import org.moderationdesk.queue.StoredAges;

/**
 * What is decided on a hidden test goes into nothing that a lead makes of decisions. Beside each room stands the same room
 * of a desk that knows of no tests, which lets the test in.
 */
class HiddenLeftOutTest {
    private static final SamplingPlan ALL = new SamplingPlan(
            0, 100, true, List.of(), new SamplingPlan.NewReviewers(0, 0, 0), new SamplingPlan.Risk(0, 0, 0), 5);
    private static final String REAL = "V-20001";

    @TempDir
    private Path folder;

    private HiddenTwin twin;
    private OpenDesk desk;
    private String test = "";

    @BeforeEach
    void open() throws IOException {
        twin = new HiddenTwin("left-out", folder);
        desk = twin.leads;
        test = twin.takeWithTests(twin.lines(), twin.set()).getFirst().itemId();
    }

    @AfterEach
    void close() {
        twin.close();
    }

    private String removed(String item) {
        return twin.submitted(item, HiddenTwin.KNIVES + HiddenTwin.WHY);
    }

    @Test
    void noCalibrationSessionIsAboutOneSoThatNoRulingOrPrecedentComesOfIt() {
        String tested = removed(test);
        String real = removed(REAL);
        assertThatThrownBy(() -> desk.calibration().begin(twin.hilde, about(tested)))
                .isInstanceOfSatisfying(CalibrationRefused.class, refused -> assertThat(refused.why())
                        .isEqualTo(CalibrationRefused.Why.UNKNOWN_DECISION));
        assertThat(desk.calibration().begin(twin.hilde, about(real)).cases()).hasSize(1);
        assertThat(desk.calibration().sessions(twin.hilde)).hasSize(1);
        assertThat(desk.precedents().find(twin.hilde, "")).isEmpty();

        var unknowing = new Calibration(
                desk.store(),
                desk.log(),
                new CalibrationRooms(desk.decisions(), desk.rules(), desk.secondReviews()::layOut, null));
        assertThat(unknowing.begin(twin.hilde, about(tested)).cases()).hasSize(1);
    }

    private NewSession about(String decision) {
        return new NewSession(
                "Knives",
                List.of(new Disputed(decision, CaseSource.ADDED)),
                List.of(twin.hugo.name(), twin.tom.name()),
                twin.twins.now().instant().plus(Duration.ofDays(7)));
    }

    @Test
    void noSecondReviewIsAskedForOfOne() {
        String tested = removed(test);
        String real = removed(REAL);
        assertThatThrownBy(() -> desk.requests().ask(twin.hilde, tested, "looks doubtful", 5))
                .isInstanceOfSatisfying(QualityRefused.class, refused -> assertThat(refused.why())
                        .isEqualTo(QualityRefused.Why.NO_SUCH_DECISION));
        assertThat(desk.requests().ask(twin.hilde, real, "looks doubtful", 5)).isNotEmpty();
        assertThat(desk.secondReviews().waiting(twin.tom)).hasSize(1);

        assertThat(new Requests(desk.log(), desk.items(), desk.book()).ask(twin.hilde, tested, "looks doubtful", 5))
                .isNotEmpty();
        assertThat(desk.secondReviews().waiting(twin.tom)).hasSize(2);
    }

    @Test
    void noneIsDrawnOrCountedBySampling() {
        String _ = removed(test);
        String _ = removed(REAL);
        twin.twins.clock().advance(Duration.ofMinutes(10));
        Instant until = twin.twins.now().instant();
        Instant from = until.minus(Duration.ofDays(1));
        assertThat(desk.sampling()
                        .dryRun(twin.hilde, ALL, from, until, Progress.NONE)
                        .drawn())
                .isEqualTo(1);
        SamplingPlan _ = desk.samplingPlans().save(twin.hilde, ALL);
        assertThat(desk.sampling().pass(twin.hilde, Progress.NONE).drawn()).isEqualTo(1);
        assertThat(desk.secondReviews().waiting(twin.tom)).hasSize(1);

        var unknowing = new QualityRooms(desk.items(), desk.decisions(), desk.rules(), desk.people(), desk.wellbeing());
        assertThat(new Sampling(desk.store(), desk.log(), twin.twins.now(), unknowing)
                        .dryRun(twin.hilde, ALL, from, until, Progress.NONE)
                        .drawn())
                .isEqualTo(2);
    }

    @Test
    void noneIsPickedForPracticeByTheIdOfItsDecision() {
        String tested = removed(test);
        String real = removed(REAL);
        var terms = new SetTerms(
                Told.both("Picked", "Gekozen"), Told.nothing(), OpenDesk.EDITION, false, 1, ScoringRules.usual());
        PracticeSet draft = desk.practice().sets().make(twin.hilde, terms, Changes.ofItems(List.of(), List.of()));
        for (List<String> picked : List.of(List.of(tested), List.of(real, tested))) {
            assertThatThrownBy(() -> desk.practice().picking().pick(twin.hilde, draft.id(), picked, Language.EN))
                    .isInstanceOfSatisfying(PracticeRefused.class, refused -> assertThat(refused.why())
                            .isEqualTo(PracticeRefused.Why.UNKNOWN_DECISION));
        }
        assertThat(desk.practice().sets().find(twin.hilde, draft.id()).newest().items())
                .isZero();
        assertThat(desk.practice()
                        .picking()
                        .pick(twin.hilde, draft.id(), List.of(real), Language.EN)
                        .newest()
                        .items())
                .isEqualTo(1);
        assertThat(desk.decisionLog(twin.hilde).before(Long.MAX_VALUE, 50))
                .as("what is offered to pick from")
                .noneMatch(one -> one.itemId().equals(test));
    }

    @Test
    void anEditionTouchesNone() {
        String _ = removed(test);
        String _ = removed(REAL);
        Edition edition = announced();
        var shelf = desk.editions().shelf();
        assertThat(desk.touched()
                        .count(twin.hilde, shelf, edition, Progress.NONE)
                        .decisions())
                .isEqualTo(1);
        assertThat(new TouchedDecisions(desk.store())
                        .count(twin.hilde, shelf, edition, Progress.NONE)
                        .decisions())
                .isEqualTo(2);
    }

    private Edition announced() {
        EditionFiles files = new BookReader().files(OpenDesk.EDITION);
        Map<Language, String> words = new EnumMap<>(Language.class);
        for (Language each : Language.values()) {
            words.put(
                    each,
                    renamed(files.words(each))
                            .replace("improper use of dangerous tools", "improper use of sharp tools")
                            .replace("gebruik van gevaarlijk gereedschap", "gebruik van scherp gereedschap"));
        }
        return desk.editions()
                .bringIn(
                        twin.hilde,
                        new EditionFiles(renamed(files.shape()), words),
                        twin.twins.now().instant().plus(Duration.ofDays(30)))
                .edition();
    }

    private static String renamed(String file) {
        return file.replace("\"" + OpenDesk.EDITION + "\"", "\"2099-12\"");
    }

    @Test
    void noFigureDisputeOrReferralOfInsightsIsOfOne() {
        String emergency = HiddenTwin.KNIVES + """
            "referrals":[{"to":"JUDICIAL_AUTHORITY","why":"It names a victim and a place."}],
            """ + HiddenTwin.WHY;
        String _ = twin.submitted(test, emergency);
        String real = twin.submitted(REAL, emergency);
        var sources = new DeskSources(
                desk.decisionLog(twin.hilde),
                new StoredAges(desk.store(), twin.twins.now()),
                new StoredReferrals(desk.store()),
                desk.teamBudgets(),
                new QualityReviews(new QualityStates(desk.store()), new BlindPairs(desk.store())));
        assertThat(sources.referrals()).extracting(ReferralLine::decisionId).containsExactly(real);
        assertThat(desk.decisionLog(twin.hilde).loadForFigures(Progress.NONE).size())
                .isEqualTo(1);
        assertThat(new DisputedCases(sources, twin.hilde, twin.twins.now(), ZoneOffset.UTC).ofTheLeastClear(50, 50))
                .noneMatch(one -> one.toString().contains(test));

        var referrals = new StoredReferrals(desk.store(), new StoredHiddenTests());
        assertThat(referrals.newest(twin.hilde, 50))
                .as("what a lead may go by outside the desk")
                .extracting(ReferralLine::itemId)
                .containsExactly(REAL);
        assertThat(referrals.newest(twin.hugo, 50))
                .as("a reviewer is told of theirs")
                .extracting(ReferralLine::itemId)
                .containsExactlyInAnyOrder(REAL, test);
        assertThat(new StoredReferrals(desk.store()).newest(twin.hilde, 50)).hasSize(2);
    }

    @Test
    void oneThatWaitsForASecondPersonWaitsAsAnyAndItsAnswerReachesNobody() {
        String ban = HiddenTwin.KNIVES + "\"account\":{\"measure\":\"BAN\"}," + HiddenTwin.WHY;
        String tested = twin.submitted(test, ban);
        String real = twin.submitted(REAL, ban);
        assertThat(desk.approvals().waiting(twin.hilde))
                .as("were it missing, who decided it would see it wait forever")
                .extracting(one -> one.line().id())
                .containsExactlyInAnyOrder(tested, real);
        var _ = desk.review().approve(tested, twin.hilde);
        assertThat(desk.decisions().find(twin.hugo, tested).orElseThrow().state())
                .isEqualTo(DecisionState.IN_EFFECT);
        assertThat(desk.approvals().waiting(twin.hilde)).hasSize(1);
        assertThat(desk.store().<Integer>read(handle -> handle.createQuery(
                                "select count(*) from item where account_id = (select account_id from item where id ="
                                        + " ?)")
                        .bind(0, test)
                        .mapTo(Integer.class)
                        .one()))
                .as("items of the account that is banned")
                .isEqualTo(1);
    }
}
