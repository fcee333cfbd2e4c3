package org.moderationdesk.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.quality.QualityDesk.ANNA;
import static org.moderationdesk.quality.QualityDesk.LARS;
import static org.moderationdesk.quality.QualityDesk.RUTH;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Progress;
import org.moderationdesk.quality.SamplingPlan.NewReviewers;
import org.moderationdesk.quality.SamplingPlan.Risk;
import org.moderationdesk.quality.SamplingPlan.SectionShare;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;

@OnBothStores
class SamplingTest {
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
