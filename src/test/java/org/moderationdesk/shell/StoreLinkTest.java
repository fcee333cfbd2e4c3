package org.moderationdesk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Background;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.queue.TestClock;

class StoreLinkTest {
    private final TestClock clock = new TestClock();
    private final AtomicBoolean answers = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();
    private final Background background = new InlineBackground();
    private final StoreLink link =
            new StoreLink(Kit.of(new Texts(Language.EN), ZoneOffset.UTC, background, new Covers(), clock), () -> {
                asked.incrementAndGet();
                if (!answers.get()) {
                    throw new IllegalStateException("gone");
                }
                return true;
            });

    @Test
    void aLostStoreIsAskedEverMoreSlowlyUntilItAnswers() {
        link.tick();
        assertThat(asked).hasValue(0);
        link.failed();
        link.failed();
        assertThat(link.lostProperty().get().since()).isEqualTo(TestClock.START);

        for (int second = 0; second < 60; second++) {
            clock.advance(Duration.ofSeconds(1));
            link.tick();
        }
        assertThat(asked).hasValue(7);

        answers.set(true);
        link.askNow();
        assertThat(link.lostProperty().get()).isNull();
        clock.advance(Duration.ofMinutes(5));
        link.tick();
        assertThat(asked).hasValue(8);
    }
}
