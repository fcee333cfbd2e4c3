package org.moderationdesk.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.moderationdesk.quality.QualityDesk.ANNA;
import static org.moderationdesk.quality.QualityDesk.BRAM;
import static org.moderationdesk.quality.QualityDesk.LARS;
import static org.moderationdesk.quality.QualityDesk.RUTH;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Progress;
import org.moderationdesk.decisions.ProposalJson;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.Reach;
import org.moderationdesk.quality.SamplingPlan.NewReviewers;
import org.moderationdesk.quality.SamplingPlan.Risk;
import org.moderationdesk.quality.SamplingPlan.SectionShare;
import org.moderationdesk.queue.FlaggedItems;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import tools.jackson.databind.json.JsonMapper;

@OnBothStores
class SamplingTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final TestClock clock = new TestClock();
    private QualityDesk desk;

    @BeforeEach
    void open() {
        desk = new QualityDesk(clock);
    }

    @AfterEach
    void close() {
        assertThat(desk.desk().verify().intact()).isTrue();
        desk.close();
    }

    @Test
    void aVersionIsAnEntryAndStaysAndOneBuiltOnAnOlderIsRefused() {
        SamplingPlan first = desk.plans().save(LARS, random(10));
        SamplingPlan second = desk.plans().save(RUTH, random(20).as(1));

        assertThat(first.version()).isEqualTo(1);
        assertThat(desk.plans().inForce(LARS)).isEqualTo(second);
        assertThat(desk.plans().version(LARS, 1)).contains(first);
        assertThat(desk.plans().history(LARS, 10)).extracting(PlanVersion::by).containsExactly("ruth", "lars");
        assertThatThrownBy(() -> desk.plans().save(LARS, random(30).as(1)))
                .isInstanceOfSatisfying(SamplingRefused.class, refused -> assertThat(refused.why())
                        .isEqualTo(SamplingRefused.Why.CHANGED_MEANWHILE));
        assertThatThrownBy(() -> desk.plans().save(LARS, random(20).as(2)))
                .isInstanceOfSatisfying(SamplingRefused.class, refused -> assertThat(refused.why())
                        .isEqualTo(SamplingRefused.Why.NOTHING_NEW));
        assertThatThrownBy(() -> desk.plans()
                        .save(LARS, of(0, new SectionShare("99.9", 5, 0)).as(2)))
                .isInstanceOfSatisfying(SamplingRefused.class, refused -> assertThat(refused.why())
                        .isEqualTo(SamplingRefused.Why.SECTION));
        assertThatThrownBy(() -> desk.plans().save(ANNA, random(5).as(2))).isInstanceOf(RightRefused.class);
    }

    @Test
    void aPassDrawsWhatTheDryRunSaidAndASecondOneNothingMore() {
        decide(ANNA, 12, "5.3");
        clock.advance(Duration.ofHours(1));
        SamplingPlan plan = of(40, new SectionShare("5.3", 30, 0));
        Sampled would = desk.sampling().dryRun(LARS, plan, Instant.EPOCH, clock.instant(), Progress.NONE);
        assertThat(drawn()).as("a dry run draws nothing").isEmpty();
        desk.plans().save(LARS, plan);

        Sampling.Pass pass = desk.sampling().pass(LARS, Progress.NONE);
        Sampling.Pass again = desk.sampling().pass(RUTH, Progress.NONE);

        assertThat(would.decisions()).isEqualTo(12);
        assertThat(would.seconds()).isEqualTo(4);
        assertThat(pass.looked()).isEqualTo(12);
        assertThat(pass.drawn()).isEqualTo(would.drawn()).isEqualTo(drawn().size());
        assertThat(again.drawn()).isZero();
        assertThat(would.strata().stream().mapToLong(Sampled.OfStratum::drawn).sum())
                .isEqualTo(would.drawn());
        assertThat(would.strata()).extracting(Sampled.OfStratum::decisions).containsExactly(12L, 12L);
        assertThat(would.reviewers()).containsExactly(new Sampled.OfReviewer("anna", 12, would.drawn()));
    }

    @Test
    void eachStratumDrawsItsOwnAndCoverageTellsHowFarItHasCome() {
        String grave = desk.decided(ANNA, "8.4", Proposed.of("c1", """
            "answers":{"8.4.1":"YES"},"outcome":"REMOVE","rationale":"a minor is asked to undress"
            """));
        clock.advance(DAY);
        List<String> annas = decide(ANNA, 3, "5.3");
        String unsure = desk.decided(ANNA, "6.1", Proposed.of("low", """
            "answers":{"5.3.1":"YES"},"outcome":"REMOVE","confidence":"LOW","rationale":"a knife is tossed and caught"
            """));
        List<String> brams = decide(BRAM, 2, "5.3");
        clock.advance(Duration.ofHours(1));
        desk.plans()
                .save(
                        LARS,
                        new SamplingPlan(0, 0, true, List.of(), new NewReviewers(2, 0, 100), new Risk(0, 0, 100), 5));

        Sampling.Pass lars = desk.sampling().pass(LARS, Progress.NONE);

        assertThat(drawn())
                .as("what concerns child safety is drawn by who may know of it")
                .doesNotContain(grave);
        assertThat(lars.drawn()).isEqualTo(drawn().size());
        assertThat(drawn()).contains(annas.getFirst(), unsure).containsAll(brams);
        assertThat(drawn()).doesNotContain(annas.get(1), annas.get(2));
        assertThat(desk.sampling().pass(RUTH, Progress.NONE).drawn()).isEqualTo(1);
        assertThat(drawn()).contains(grave);

        Opened opened = desk.seconds().takeNext(BRAM).orElseThrow();
        desk.seconds().submit(opened, Proposed.removal(opened.row().itemId()), 1_000);
        clock.advance(Duration.ofDays(6));

        Coverage shown = desk.coverages().of(RUTH, Instant.EPOCH, clock.instant());
        assertThat(shown.total().decisions()).isEqualTo(7);
        assertThat(shown.total().drawn()).isEqualTo(5);
        assertThat(shown.total().reviewed()).isEqualTo(1);
        assertThat(shown.total().agreed()).isEqualTo(1);
        assertThat(shown.total().waiting()).isEqualTo(4);
        assertThat(shown.total().overdue()).isEqualTo(4);
        assertThat(shown.total().progress()).isEqualTo(0.2);
        assertThat(shown.lines())
                .extracting(Coverage.Line::stratum, Coverage.Line::decisions, Coverage.Line::drawn)
                .containsExactly(
                        tuple(Stratum.of(Stratum.Kind.CHAPTER_8), 1L, 1L),
                        tuple(Stratum.of(Stratum.Kind.NEW_REVIEWER), 4L, 3L),
                        tuple(Stratum.of(Stratum.Kind.RISK), 1L, 1L));
        assertThat(desk.coverages()
                        .of(LARS, Instant.EPOCH, clock.instant())
                        .total()
                        .decisions())
                .isEqualTo(6);
    }

    @Test
    void whatManyHaveSeenIsDrawnByItsReachAndADryRunSaysWhatAPassDraws() {
        String much = withReach("v-much", 100_000);
        String little = withReach("v-little", 99_999);
        List<String> none = decide(ANNA, 2, "5.3");
        clock.advance(Duration.ofHours(1));
        var byReach = new SamplingPlan(0, 0, false, List.of(), new NewReviewers(0, 0, 0), new Risk(100_000, 100, 0), 5);
        Sampled would = desk.sampling().dryRun(LARS, byReach, Instant.EPOCH, clock.instant(), Progress.NONE);
        desk.plans().save(LARS, byReach);

        Sampling.Pass pass = desk.sampling().pass(LARS, Progress.NONE);

        assertThat(drawn()).containsExactly(much).doesNotContain(little).doesNotContainAnyElementsOf(none);
        assertThat(would.drawn()).isEqualTo(pass.drawn()).isEqualTo(1);
        assertThat(would.strata())
                .extracting(Sampled.OfStratum::stratum, Sampled.OfStratum::decisions, Sampled.OfStratum::drawn)
                .containsExactly(tuple(Stratum.of(Stratum.Kind.RISK), 1L, 1L));
    }

    @Test
    void aDryRunCountsEachStratumAsAPassDrawsIt() {
        String grave = desk.decided(RUTH, "8.4", Proposed.of("c1", """
            "answers":{"8.4.1":"YES"},"outcome":"REMOVE","rationale":"a minor is asked to undress"
            """));
        assertThat(withReach("v-\"reach\":{\"views\":999999}", 1)).isNotEqualTo(grave);
        clock.advance(DAY);
        decide(ANNA, 3, "5.3");
        decide(BRAM, 3, "6.1");
        // The week is over, and all of it within what a first pass looks back.
        clock.advance(Duration.ofDays(5).plusHours(13));
        var plan = new SamplingPlan(
                0,
                30,
                true,
                List.of(new SectionShare("5.3", 0, 2)),
                new NewReviewers(2, 1, 60),
                new Risk(1_000, 100, 50),
                5);
        for (Person lead : List.of(LARS, RUTH)) {
            Sampled would = desk.sampling()
                    .dryRun(
                            lead,
                            plan.as(desk.plans().inForce(lead).version()),
                            clock.instant().minus(Duration.ofDays(10)),
                            clock.instant(),
                            Progress.NONE);
            assertThat(would.decisions()).isEqualTo(lead.equals(LARS) ? 7 : 8);
            if (lead.equals(RUTH)) {
                desk.plans().save(RUTH, plan);
                clock.advance(Duration.ofHours(1));
                assertThat(desk.sampling().pass(RUTH, Progress.NONE).drawn()).isEqualTo(would.drawn());
            }
        }
    }

    @Test
    void aDryRunTellsHowFarItIsAndStopsWhenAsked() {
        decide(ANNA, 2, "5.3");
        var asked = new ArrayList<Long>();
        Progress stops = new Progress() {
            @Override
            public void at(long done, long total) {
                asked.add(total);
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };

        assertThatThrownBy(() -> desk.sampling()
                        .dryRun(LARS, random(10), Instant.EPOCH, clock.instant().plusSeconds(1), stops))
                .isInstanceOf(CancellationException.class);
        desk.sampling()
                .dryRun(
                        LARS,
                        random(10),
                        Instant.EPOCH,
                        clock.instant().plusSeconds(1),
                        (done, total) -> asked.add(total));
        assertThat(asked).contains(2L);
    }

    private String withReach(String item, long views) {
        var reach = new Reach(views, null, null, Map.of());
        desk.desk()
                .flag(
                        FlaggedItems.item(
                                item, ItemKind.VIDEO, 1, item, FlaggedItems.author("u-2", "@two", null), null, reach),
                        FlaggedItems.report("r-" + item.hashCode(), "5.3"));
        Opened opened = desk.desk().open(item, ANNA);
        assertThat(desk.desk()
                        .review()
                        .submit(
                                opened,
                                ProposalJson.readDraft(JsonMapper.shared()
                                                .writeValueAsString(Map.of(
                                                        "item",
                                                        item,
                                                        "answers",
                                                        Map.of("5.3.1", "YES"),
                                                        "outcome",
                                                        "REMOVE",
                                                        "rationale",
                                                        "a knife is tossed and caught")))
                                        .proposal(),
                                1_000))
                .isInstanceOf(Submitted.Accepted.class);
        clock.advance(Duration.ofMinutes(1));
        return opened.decisionId();
    }

    @Test
    void aNumberAWeekIsDrawnWhenTheWeekIsOver() {
        List<String> made = decide(ANNA, 5, "5.3");
        desk.plans().save(LARS, of(0, new SectionShare("5.3", 0, 3)));
        clock.advance(Duration.ofHours(1));

        assertThat(desk.sampling().pass(LARS, Progress.NONE).drawn()).isZero();
        clock.advance(Duration.ofDays(7));
        assertThat(desk.sampling().pass(LARS, Progress.NONE).drawn()).isEqualTo(3);
        assertThat(made).containsAll(drawn());
        clock.advance(Duration.ofDays(7));
        assertThat(desk.sampling().pass(LARS, Progress.NONE).drawn()).isZero();
    }

    @Test
    void whatWaitsOfADecisionThatGaveWayIsLetGo() {
        List<String> made = decide(ANNA, 1, "5.3");
        desk.plans().save(LARS, random(100));
        clock.advance(Duration.ofHours(1));
        assertThat(desk.sampling().pass(LARS, Progress.NONE).drawn()).isEqualTo(1);
        desk.differences().replace(RUTH, made.getFirst(), Proposed.of("vanna5.30", """
            "answers":{"5.3.1":"NO","5.3.2":"NO","5.3.3":"NO"},"outcome":"NO_VIOLATION","rationale":"wooden props only"
            """));

        assertThat(desk.sampling().pass(LARS, Progress.NONE).drawn()).isZero();

        assertThat(desk.seconds().waiting(BRAM)).isEmpty();
        assertThat(desk.coverages()
                        .of(LARS, Instant.EPOCH, clock.instant())
                        .total()
                        .dropped())
                .isEqualTo(1);
    }

    @Test
    void severalDesksAtOnceDrawEachDecisionOnceAndOneThatWasStoppedGoesOn() throws Exception {
        decide(ANNA, 60, "5.3");
        clock.advance(Duration.ofHours(1));
        desk.plans().save(LARS, random(100));
        Progress stops = new Progress() {
            @Override
            public void at(long done, long total) {}

            @Override
            public boolean isCancelled() {
                return !drawn().isEmpty();
            }
        };
        assertThatThrownBy(() -> desk.sampling().pass(LARS, stops)).isInstanceOf(CancellationException.class);
        assertThat(drawn()).as("cut off in the middle").hasSizeBetween(1, 59);

        try (var desks = Executors.newFixedThreadPool(3)) {
            List<Callable<Sampling.Pass>> passes =
                    Collections.nCopies(3, () -> desk.sampling().pass(LARS, Progress.NONE));
            for (Future<Sampling.Pass> pass : desks.invokeAll(passes)) {
                assertThat(pass.get()).isNotNull();
            }
        }

        assertThat(desk.sampling().pass(LARS, Progress.NONE).drawn()).isZero();
        assertThat(drawn()).hasSize(60).doesNotHaveDuplicates();
        assertThat(desk.coverages()
                        .of(LARS, Instant.EPOCH, clock.instant())
                        .total()
                        .decisions())
                .as("each counted once")
                .isEqualTo(60);
    }

    @Test
    void theDeskMakesAPassADayByItselfForWhoMay() {
        decide(ANNA, 2, "5.3");
        clock.advance(Duration.ofHours(1));
        assertThat(desk.sampling().passIfDue(Optional.of(LARS), Progress.NONE))
                .as("without a plan")
                .isEmpty();
        desk.plans().save(LARS, random(100));

        assertThat(desk.sampling().passIfDue(Optional.of(ANNA), Progress.NONE)).isEmpty();
        assertThat(desk.sampling().passIfDue(Optional.empty(), Progress.NONE)).isEmpty();
        assertThat(desk.sampling().passIfDue(Optional.of(LARS), Progress.NONE))
                .hasValueSatisfying(pass -> assertThat(pass.drawn()).isEqualTo(2));
        assertThat(desk.sampling().passIfDue(Optional.of(LARS), Progress.NONE)).isEmpty();
        clock.advance(DAY);
        assertThat(desk.sampling().passIfDue(Optional.of(LARS), Progress.NONE)).isPresent();
    }

    private List<String> drawn() {
        return desk.desk().store().read(handle -> handle.createQuery("select decision_id from quality_draw order by 1")
                .mapTo(String.class)
                .list());
    }

    private List<String> decide(Person by, int many, String section) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < many; i++) {
            ids.add(desk.decided(by, section, Proposed.removal("v" + by.name() + section + i)));
            clock.advance(Duration.ofMinutes(1));
        }
        return ids;
    }

    private static SamplingPlan random(double share) {
        return of(share);
    }

    private static SamplingPlan of(double random, SectionShare... sections) {
        return new SamplingPlan(0, random, false, List.of(sections), new NewReviewers(0, 0, 0), new Risk(0, 0, 0), 5);
    }
}
