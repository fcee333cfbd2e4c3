package org.moderationdesk.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class ThreadedBackgroundTest {
    @Start
    void start(Stage stage) {}

    @Test
    void workRunsOffTheWindowsThreadAndItsAnswerComesBackOntoIt() throws Exception {
        try (var background = new ThreadedBackground()) {
            var worked = new CompletableFuture<Boolean>();
            var answered = new CompletableFuture<Boolean>();

            background.run(
                    () -> worked.complete(Platform.isFxApplicationThread()),
                    _ -> answered.complete(Platform.isFxApplicationThread()),
                    answered::completeExceptionally);

            assertThat(worked.get(5, TimeUnit.SECONDS)).isFalse();
            assertThat(answered.get(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aFailureIsToldAndNotSwallowed() throws Exception {
        try (var background = new ThreadedBackground()) {
            var told = new CompletableFuture<Exception>();

            background.run(
                    () -> {
                        throw new IllegalStateException("no");
                    },
                    _ -> told.complete(null),
                    told::complete);

            assertThat(told.get(5, TimeUnit.SECONDS)).hasMessage("no");
        }
    }

    @Test
    void closingWaitsForWorkUnderWayAndDeliversNothingAfter() throws Exception {
        var background = new ThreadedBackground();
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var finished = new AtomicBoolean();
        var delivered = new AtomicBoolean();
        background.run(
                () -> {
                    begun.countDown();
                    go.await();
                    finished.set(true);
                    return 1;
                },
                _ -> delivered.set(true),
                _ -> delivered.set(true));
        begun.await();
        var closing = Thread.ofPlatform().start(background::close);
        await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
        go.countDown();
        closing.join();

        WaitForAsyncUtils.waitForFxEvents();
        assertThat(finished).isTrue();
        assertThat(delivered).isFalse();
    }
}
