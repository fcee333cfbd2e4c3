package org.moderationdesk.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class BusyTimeTest {
    @Test
    void aThreadThatWaitsIsSeenAsIfItHadComputed() throws InterruptedException {
        var busy = new BusyTime();

        assertThat(new CountDownLatch(1).await(120, TimeUnit.MILLISECONDS)).isFalse();

        assertThat(busy.soFar()).isGreaterThan(Duration.ofMillis(100));
    }
}
