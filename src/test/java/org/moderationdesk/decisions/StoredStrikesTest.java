package org.moderationdesk.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.decisions.Cases.NOW;
import static org.moderationdesk.decisions.Cases.video;
import static org.moderationdesk.decisions.DecisionState.REVERSED;
import static org.moderationdesk.decisions.Draft.remove;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.items.Author;

/** What counts against an account, as the decisions on it stand. */
@OnBothStores
final class StoredStrikesTest {
    private final DecisionDesk desk = new DecisionDesk();

    @AfterEach
    void everyRowIsToldByTheEntryItNames() {
        assertThat(desk.untoldRows()).isEmpty();
        desk.close();
    }

    @Test
    void strikesAreCountedUntilTheyExpireOrAreUndone() {
        desk.record("d-1", remove("5.3.1").account(AccountMeasure.Type.STRIKE), video());
        desk.record("d-2", remove("5.3.1").account(AccountMeasure.Type.STRIKE), desk.another(8));
        desk.record("d-3", remove("5.3.1").account(AccountMeasure.Type.WARNING), desk.another(9));
        assertThat(desk.strikes(null)).isEqualTo(2);

        assertThat(desk.undo("d-2").line().state()).isEqualTo(REVERSED);
        assertThat(desk.strikes(null)).isOne();

        desk.later(Duration.ofDays(180).minusMillis(1));
        assertThat(desk.strikes(null)).isOne();
        desk.later(Duration.ofMillis(1));
        assertThat(desk.strikes(null)).isZero();
    }

    @Test
    void theSuspensionThatAStrikeBecameCountsOn() {
        desk.record("d-1", remove("5.3.1").account(AccountMeasure.Type.SUSPEND, NOW.plus(Duration.ofDays(7))), video());
        desk.later(Duration.ofDays(30));

        assertThat(desk.strikes(null)).isOne();
    }

    @Test
    void measuresThatCameWithTheAccountCountUnlessTheyAreTheDesksOwn() {
        desk.record("d-1", remove("5.3.1").account(AccountMeasure.Type.STRIKE), video());
        Author author = desk.authorWith(
                prior("d-1", "STRIKE", NOW, null),
                prior(null, "STRIKE", NOW.minus(Duration.ofDays(300)), NOW.plusSeconds(1)),
                prior(null, "STRIKE", NOW.minus(Duration.ofDays(3)), NOW),
                prior(null, "STRIKE", NOW.minus(Duration.ofDays(179)), null),
                prior(null, "STRIKE", NOW.minus(Duration.ofDays(181)), null),
                prior(null, "SUSPEND", NOW.minus(Duration.ofDays(10)), NOW.minus(Duration.ofDays(3))),
                prior(null, "WARNING", NOW, null),
                prior(null, "shadow ban", NOW, null));

        assertThat(desk.strikes(author)).isEqualTo(4);

        assertThat(desk.undo("d-1").line().state()).isEqualTo(REVERSED);
        assertThat(desk.strikes(author)).isEqualTo(3);
    }

    private static Author.PriorMeasure prior(
            @org.jspecify.annotations.Nullable String id,
            String measure,
            Instant at,
            @org.jspecify.annotations.Nullable Instant expires) {
        return new Author.PriorMeasure(id, measure, "5.3.3", at, expires, Map.of());
    }
}
