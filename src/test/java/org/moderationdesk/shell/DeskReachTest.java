package org.moderationdesk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Background;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.queue.TestClock;

/** "connected" is said of a desk only once it was reached, and for no longer. */
class DeskReachTest {
    private final TestClock clock = new TestClock();
    private final AtomicBoolean answers = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final DeskReach reach =
            new DeskReach(Kit.of(new Texts(Language.EN), ZoneOffset.UTC, new Later(), new Covers(), clock), () -> {
                asked.incrementAndGet();
                if (!answers.get()) {
                    throw new IllegalStateException("gone");
                }
                return true;
            });

    @Test
    void nothingIsSaidBeforeTheAnswerAndOneQuestionIsAskedAtATime() {
        assertThat(reach.stateProperty().get()).isInstanceOf(DeskReach.State.Connecting.class);
        reach.tick();
        reach.tick();
        reach.askNow();
        assertThat(reach.stateProperty().get()).isInstanceOf(DeskReach.State.Connecting.class);
        assertThat(waiting).hasSize(1);

        answers.set(true);
        answer();

        assertThat(reach.stateProperty().get()).isInstanceOf(DeskReach.State.Connected.class);
    }

    @Test
    void aDeskThatIsNotReachedIsAskedEverMoreSlowlyAndAtOnceWhenWished() {
        for (int second = 0; second < 60; second++) {
            reach.tick();
            waiting.forEach(Runnable::run);
            waiting.clear();
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(asked).hasValue(7);
        assertThat(reach.stateProperty().get())
                .isInstanceOfSatisfying(DeskReach.State.NotReached.class, lost -> assertThat(lost.asking())
                        .isFalse());

        reach.askNow();
        assertThat(reach.stateProperty().get())
                .isInstanceOfSatisfying(DeskReach.State.NotReached.class, lost -> assertThat(lost.asking())
                        .isTrue());
        answers.set(true);
        answer();
        assertThat(reach.stateProperty().get()).isInstanceOf(DeskReach.State.Connected.class);
    }

    @Test
    void aDeskThatGoesAwayWhileItsSignInStandsIsNoLongerCalledConnected() {
        answers.set(true);
        reach.tick();
        answer();
        answers.set(false);

        clock.advance(Duration.ofSeconds(30));
        reach.tick();
        answer();

        assertThat(reach.stateProperty().get()).isInstanceOf(DeskReach.State.NotReached.class);
    }

    private void answer() {
        waiting.remove().run();
    }

    /** Work is begun and its answer waited for. */
    private final class Later implements Background {
        @Override
        public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onFailed) {
            waiting.add(() -> new InlineBackground().run(work, onDone, onFailed));
        }
    }
}
