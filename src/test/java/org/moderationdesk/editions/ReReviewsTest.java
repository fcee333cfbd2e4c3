package org.moderationdesk.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.quality.QualityDesk.ADMIN;
import static org.moderationdesk.quality.QualityDesk.ANNA;
import static org.moderationdesk.quality.QualityDesk.BRAM;
import static org.moderationdesk.quality.QualityDesk.LARS;
import static org.moderationdesk.quality.QualityDesk.RUTH;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Progress;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.editions.EditionRefused.Why;
import org.moderationdesk.editions.ReReview.Stages;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;

@OnBothStores
class ReReviewsTest {
    private static final ClauseCode TOOLS = new ClauseCode("5.3.1");
    private static final ClauseCode STUNTS = new ClauseCode("5.3.3");
    private static final ClauseCode DUET = new ClauseCode("6.1.4");
    private static final String WHY = "The rule on stunts reads otherwise now.";

    private final TestClock clock = new TestClock();
    private EditionsDesk desk;
    private Edition example;
    private List<String> stunts;

    @BeforeEach
    void open() {
        desk = new EditionsDesk(clock);
        stunts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            stunts.add(desk.removed(ANNA, "stunt-" + i, "5.3", "5.3.3"));
        }
        desk.removed(ANNA, "duet", "6.1", "6.1.4");
        desk.removed(ANNA, "insult", "6.1", "6.1.1");
        clock.advance(Duration.ofMinutes(5));
        example = desk.example(ADMIN, null);
    }

    @AfterEach
    void close() {
        assertThat(desk.verified()).isTrue();
        desk.close();
    }

    private Shelf shelf() {
        return desk.editions().shelf();
    }

    private Touched touched(Person lead) {
        return desk.touched().count(lead, shelf(), example, Progress.NONE);
    }

    private NewReReview wanted(int sample, long seed, ClauseCode... clauses) {
        return new NewReReview(example, Set.of(clauses), sample, seed, WHY, 14);
    }

    @Test
    void decisionsByAnEarlierEditionOnWhatHasChangedAreTouched() {
        // By the new edition, and so not touched by it.
        desk.flag("later", "5.3");
        Opened later = desk.review().open("later", ANNA).orElseThrow();
        assertThat(desk.review().submit(later, EditionsDesk.removal("later", "5.3.3"), 1))
                .isInstanceOf(Submitted.Accepted.class);

        Touched touched = touched(LARS);

        assertThat(touched.decisions()).isEqualTo(6);
        assertThat(touched.byClause())
                .containsEntry(STUNTS, 5L)
                .containsEntry(DUET, 1L)
                .containsEntry(TOOLS, 0L);
        assertThat(touched.byClause()).doesNotContainKey(new ClauseCode("6.1.1"));
        assertThatThrownBy(() -> touched(ANNA)).isInstanceOf(RightRefused.class);
        // A planted fault: a decision that is undone does not stand.
        clock.advance(Duration.ofSeconds(1));
        desk.store()
                .write(handle -> handle.execute(
                        "update decision_fact set state = 'REVERSED' where decision_id = ?", stunts.getFirst()));
        assertThat(touched(LARS).decisions()).isEqualTo(5);
    }

    @Test
    void whatConcernsChildSafetyIsCountedForTheClearedAlone() {
        desk.store()
                .write(handle -> handle.execute(
                        "update decision_fact set child_safety = true where decision_id = ?", stunts.getFirst()));

        assertThat(touched(LARS).decisions()).isEqualTo(5);
        assertThat(touched(RUTH).decisions()).isEqualTo(6);
    }

    @Test
    void theSameSeedDrawsTheSameDecisionsAndADryRunChangesNothing() {
        long before = desk.number("select max(seq) from event");
        ReReviews reReviews = desk.reReviews();

        var first = reReviews.dryRun(LARS, shelf(), wanted(2, 7, STUNTS), Progress.NONE);

        assertThat(first.found()).isEqualTo(5);
        assertThat(first.decisions()).hasSize(2).allMatch(stunts::contains);
        assertThat(reReviews.dryRun(LARS, shelf(), wanted(2, 7, STUNTS), Progress.NONE))
                .isEqualTo(first);
        Set<List<String>> others = new HashSet<>();
        for (int seed = 1; seed <= 20; seed++) {
            others.add(reReviews
                    .dryRun(LARS, shelf(), wanted(2, seed, STUNTS), Progress.NONE)
                    .decisions());
        }
        assertThat(others).hasSizeGreaterThan(3);
        assertThat(reReviews
                        .dryRun(LARS, shelf(), wanted(0, 1, STUNTS, DUET), Progress.NONE)
                        .decisions())
                .hasSize(6);
        assertThat(desk.number("select max(seq) from event")).isEqualTo(before);
        refused(Why.NO_CLAUSES, wanted(0, 1, new ClauseCode("6.1.1")));
        refused(Why.NO_CLAUSES, wanted(0, 1));
        refused(Why.NOTHING_TOUCHED, wanted(0, 1, TOOLS));
        refused(Why.TOO_MANY, wanted(NewReReview.MOST + 1, 1, STUNTS));
        refused(Why.NO_REASON, new NewReReview(example, Set.of(STUNTS), 0, 1, "short", 14));
        assertThatThrownBy(() -> reReviews.open(ANNA, shelf(), wanted(0, 1, STUNTS), Progress.NONE))
                .isInstanceOf(RightRefused.class);
        assertThat(desk.number("select count(*) from re_review")).isZero();
    }

    private void refused(Why why, NewReReview wanted) {
        assertThatThrownBy(() -> desk.reReviews().open(LARS, shelf(), wanted, Progress.NONE))
                .isInstanceOfSatisfying(EditionRefused.class, refused -> assertThat(refused.why())
                        .isEqualTo(why));
    }

    @Test
    void theirSecondReviewsAreAskedForAndHowFarTheyAreIsTold() {
        ReReviews reReviews = desk.reReviews();
        ReReview opened = reReviews.open(LARS, shelf(), wanted(3, 7, STUNTS), Progress.NONE);
        assertThat(opened.stages()).isEqualTo(new Stages(3, 0, 0, 0, 0, 0));
        assertThat(opened.reason()).isEqualTo(WHY);
        assertThat(opened.found()).isEqualTo(5);

        // Stopped after the first one: the others are asked for when somebody goes on.
        assertThatThrownBy(() -> reReviews.ask(LARS, opened.id(), new StopsAfter(1)))
                .isInstanceOf(CancellationException.class);
        assertThat(stages()).isEqualTo(new Stages(2, 1, 0, 0, 0, 0));
        assertThat(reReviews.ask(LARS, opened.id(), Progress.NONE)).isEqualTo(2);
        assertThat(reReviews.ask(LARS, opened.id(), Progress.NONE)).isZero();
        assertThat(stages()).isEqualTo(new Stages(0, 3, 0, 0, 0, 0));

        // One second person agrees, one does not.
        clock.advance(Duration.ofMinutes(1));
        Opened first = desk.seconds().takeNext(BRAM).orElseThrow();
        assertThat(desk.number("select count(*) from quality_draw")).isEqualTo(3);
        desk.seconds().submit(first, EditionsDesk.removal(first.row().itemId(), "5.3.3"), 1_000);
        Opened second = desk.seconds().takeNext(BRAM).orElseThrow();
        desk.seconds().submit(second, nothing(second.row().itemId()), 1_000);
        assertThat(desk.differences().compare(RUTH)).isEqualTo(2);

        assertThat(stages()).isEqualTo(new Stages(0, 1, 1, 1, 0, 0));
        assertThat(stages().done()).isEqualTo(1);
    }

    private static Proposal nothing(String item) {
        return Proposed.of(
                item,
                "\"answers\":{\"5.3.1\":\"NO\",\"5.3.2\":\"NO\",\"5.3.3\":\"NO\",\"5.3.4\":\"NO\"},"
                        + "\"outcome\":\"NO_VIOLATION\"");
    }

    private Stages stages() {
        return desk.reReviews().of(LARS, example).getFirst().stages();
    }

    @Test
    void countingStopsWhenItIsToldTo() {
        assertThatThrownBy(() -> desk.touched().count(LARS, shelf(), example, new StopsAfter(0)))
                .isInstanceOf(CancellationException.class);
    }

    /** Asks to stop once it has heard so often how far it is. */
    private static final class StopsAfter implements Progress {
        private final int enough;
        private int heard;

        StopsAfter(int enough) {
            this.enough = enough;
        }

        @Override
        public void at(long done, long total) {
            heard++;
        }

        @Override
        public boolean isCancelled() {
            return heard >= enough;
        }
    }
}
