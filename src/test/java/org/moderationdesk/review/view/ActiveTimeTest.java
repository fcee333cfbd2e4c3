package org.moderationdesk.review.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.moderationdesk.queue.TestClock;

final class ActiveTimeTest {
    private final TestClock clock = new TestClock();
    private final ActiveTime active = new ActiveTime(clock);

    @Test
    void timeCountsFromOpeningWhileThereIsInput() {
        active.begin();
        pass(10);
        active.input();
        pass(5);

        assertThat(active.millis()).isEqualTo(15_000);
    }

    @Test
    void aLongPauseCountsOnlyAsFarAsPatienceGoes() {
        active.begin();
        pass(3_600);
        active.input();

        assertThat(active.millis()).isEqualTo(ActiveTime.PATIENCE.toMillis());
    }

    @Test
    void nothingCountsWhileAnotherWindowHasTheFocus() {
        active.begin();
        pass(4);
        active.focus(false);
        pass(20);
        active.input();
        active.focus(true);
        active.input();
        pass(2);

        assertThat(active.millis()).isEqualTo(6_000);
    }

    @Test
    void anotherCaseBeginsAtNothing() {
        active.begin();
        pass(9);
        active.begin();

        assertThat(active.millis()).isZero();
    }

    private void pass(long seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }
}
