package org.moderationdesk.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.quality.QualityDesk.ANNA;
import static org.moderationdesk.quality.QualityDesk.BRAM;
import static org.moderationdesk.quality.QualityDesk.LARS;
import static org.moderationdesk.quality.QualityDesk.RUTH;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.quality.QualityStates.Marked;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.Proposed;

@OnBothStores
class QualityStatesTest {
    private final TestClock clock = new TestClock();
    private QualityDesk desk;
    private String decision;

    @BeforeEach
    void open() {
        desk = new QualityDesk(clock);
        decision = desk.decided(ANNA, "5.3", Proposed.removal("v1"));
    }

    @AfterEach
    void close() {
        assertThat(desk.desk().verify().intact()).isTrue();
        desk.close();
    }

    @Test
    void aDecisionThatNobodyAskedAboutIsNotSampled() {
        assertThat(desk.states().of(LARS, List.of(decision))).isEmpty();
    }

    @Test
    void aDecisionWhoseSecondReviewIsAskedForWaits() {
        assertThat(desk.requests().ask(LARS, decision, "the caption is new", 5)).isNotBlank();

        assertThat(desk.states().of(LARS, List.of(decision))).isEqualTo(Map.of(decision, QualityState.WAITING));
        assertThat(desk.states().since(LARS, 0, 10))
                .extracting(Marked::decisionId)
                .containsExactly(decision);
    }

    @Test
    void aReviewerIsToldOfTheirOwnDecisionsAlone() {
        assertThat(desk.requests().ask(LARS, decision, "the caption is new", 5)).isNotBlank();

        assertThat(desk.states().of(ANNA, List.of(decision))).hasSize(1);
        assertThat(desk.states().of(BRAM, List.of(decision))).isEmpty();
    }

    @Test
    void whatConcernsChildSafetyIsNotThereWithoutTheClearance() {
        String hidden = desk.decided(ANNA, "8.4", Proposed.of("c1", """
            "answers":{"8.4.1":"YES"},"outcome":"REMOVE","rationale":"a minor is asked to undress"
            """));
        assertThat(desk.requests().ask(RUTH, hidden, "a hard one", 5)).isNotBlank();

        assertThat(desk.states().of(RUTH, List.of(hidden))).hasSize(1);
        assertThat(desk.states().of(LARS, List.of(hidden))).isEmpty();
        assertThat(desk.states().since(LARS, 0, 10)).isEmpty();
        assertThatThrownBy(() -> desk.requests().ask(LARS, hidden, "a hard one", 5))
                .isInstanceOfSatisfying(QualityRefused.class, refused -> assertThat(refused.why())
                        .isEqualTo(QualityRefused.Why.NO_SUCH_DECISION));
    }

    @Test
    void nobodyAsksTwiceWhileTheFirstTimeIsNotSettledNorWithoutAReason() {
        assertThat(desk.requests().ask(LARS, decision, "the caption is new", 5)).isNotBlank();

        assertThatThrownBy(() -> desk.requests().ask(RUTH, decision, "me too", 5))
                .isInstanceOfSatisfying(QualityRefused.class, refused -> assertThat(refused.why())
                        .isEqualTo(QualityRefused.Why.ALREADY_WAITS));
        assertThatThrownBy(() -> desk.requests().ask(RUTH, decision, " ", 5))
                .isInstanceOfSatisfying(QualityRefused.class, refused -> assertThat(refused.why())
                        .isEqualTo(QualityRefused.Why.REASON_MISSING));
    }

    @Test
    void whatWasTakenBackIsNotReviewed() {
        Object undone = desk.desk().review().undo(decision, ANNA);
        assertThat(undone).isNotNull();

        assertThatThrownBy(() -> desk.requests().ask(LARS, decision, "the caption is new", 5))
                .isInstanceOfSatisfying(QualityRefused.class, refused -> assertThat(refused.why())
                        .isEqualTo(QualityRefused.Why.DECISION_NOT_STANDING));
    }
}
