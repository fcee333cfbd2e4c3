package org.moderationdesk.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.quality.QualityDesk.ADMIN;
import static org.moderationdesk.quality.QualityDesk.ANNA;
import static org.moderationdesk.quality.QualityDesk.BRAM;
import static org.moderationdesk.quality.QualityDesk.LARS;
import static org.moderationdesk.quality.QualityDesk.RUTH;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.quality.Differences.Verdict;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;

/** What a lead is told of the second review of one decision. */
@OnBothStores
class QualityCardsTest {
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
    void itGoesWithTheReviewFromWaitingToWhatWasMadeOfTheDifferenceAndBack() {
        String decision = desk.decided(ANNA, "5.3", Proposed.removal("v-1"));
        assertThat(card(LARS, decision)).as("not sampled").isEmpty();
        String review = desk.requests().ask(RUTH, decision, "for the trial", 5);
        assertThat(card(LARS, decision)).hasValue(new QualityCard(review, QualityState.WAITING, List.of(), null));
        Opened opened = desk.seconds().takeNext(BRAM).orElseThrow();
        assertThat(card(LARS, decision))
                .hasValueSatisfying(card -> assertThat(card.hasDifference()).isFalse());
        desk.seconds().submit(opened, nothing("v-1"), 30_000);

        assertThat(card(LARS, decision)).hasValueSatisfying(card -> {
            assertThat(card.state()).isEqualTo(QualityState.DIFFERS);
            assertThat(card.fields()).containsExactly("OUTCOME", "ANSWERS");
            assertThat(card.ruling()).isNull();
            assertThat(card.toString()).doesNotContain(ANNA.name(), BRAM.name());
        });

        clock.advance(Duration.ofMinutes(2));
        var _ = desk.differences().resolve(LARS, review, Verdict.KEPT, "");
        assertThat(card(LARS, decision)).hasValueSatisfying(card -> {
            assertThat(card.isResolved()).isTrue();
            assertThat(card.ruling()).isEqualTo(new QualityCard.Ruling("lars", clock.instant()));
        });
        desk.differences().undo(LARS, review);
        assertThat(card(LARS, decision)).hasValueSatisfying(card -> {
            assertThat(card.state()).isEqualTo(QualityState.DIFFERS);
            assertThat(card.ruling()).as("taken back").isNull();
        });
        var _ = desk.differences().resolve(LARS, review, Verdict.CALIBRATION, "");
        assertThat(card(LARS, decision)).hasValueSatisfying(card -> {
            assertThat(card.hasDifference()).isTrue();
            assertThat(card.isResolved()).isFalse();
            assertThat(card.ruling()).isNotNull();
        });
    }

    @Test
    void whatAgreesHasNoDifferenceToGoTo() {
        String decision = desk.decided(ANNA, "5.3", Proposed.removal("v-1"));
        assertThat(desk.second(decision, BRAM, Proposed.removal("v-1"))).isNotEmpty();

        assertThat(card(LARS, decision)).hasValueSatisfying(card -> {
            assertThat(card.state()).isEqualTo(QualityState.AGREED);
            assertThat(card.hasDifference()).isFalse();
        });
    }

    @Test
    void whoAnswersBlindIsToldNothingUntilTheyHaveAnswered() {
        String decision = desk.decided(ANNA, "5.3", Proposed.removal("v-1"));
        String review = desk.second(decision, BRAM, nothing("v-1"));
        var _ = desk.differences().resolve(RUTH, review, Verdict.KEPT, "");
        var _ = desk.requests().ask(RUTH, decision, "once more", 5);
        assertThat(card(LARS, decision)).isPresent();

        Opened opened = desk.seconds().takeNext(LARS).orElseThrow();

        assertThat(card(LARS, decision)).isEmpty();
        assertThat(card(RUTH, decision)).isPresent();
        desk.seconds().submit(opened, nothing("v-1"), 30_000);
        assertThat(card(LARS, decision))
                .hasValueSatisfying(card -> assertThat(card.state()).isEqualTo(QualityState.DIFFERS));
    }

    @Test
    void childSafetyIsForTheClearedAndDifferencesForWhoResolvesThem() {
        String decision = desk.decided(ANNA, "8.4", Proposed.of("c-1", """
            "answers":{"8.4.1":"YES"},"outcome":"REMOVE","rationale":"that is what the rules ask for"
            """));
        var _ = desk.requests().ask(RUTH, decision, "for the trial", 5);

        assertThat(card(RUTH, decision)).isPresent();
        assertThat(card(LARS, decision)).isEmpty();
        var trainer = new Person("tess", Set.of(Role.TRAINER), true);
        for (Person without : new Person[] {ANNA, BRAM, ADMIN, trainer}) {
            assertThatThrownBy(() -> card(without, decision)).isInstanceOf(RightRefused.class);
        }
    }

    private Optional<QualityCard> card(Person lead, String decision) {
        return new QualityCards(desk.desk().store(), desk.rooms()).of(lead, decision);
    }

    private static Proposal nothing(String item) {
        return Proposed.of(item, """
            "answers":{"5.3.1":"NO","5.3.2":"NO","5.3.3":"NO"},"outcome":"NO_VIOLATION",
            "rationale":"a juggling lesson with wooden props"
            """);
    }
}
