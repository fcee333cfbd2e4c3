package org.moderationdesk.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;

/** A thread for each piece of work. After {@link #close} nothing is started and no answer is delivered. */
public final class ThreadedBackground implements Background {
    private static final int PATIENCE_SECONDS = 10;

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("background-", 1).factory());

    @Override
    public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onFailed) {
        try {
            // execute, not submit: an Error then reaches the thread's own handler.
            threads.execute(() -> work(work, onDone, onFailed));
        } catch (RejectedExecutionException closing) {
            onFailed.accept(closing);
        }
    }

    private <T> void work(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onFailed) {
        T answer;
        try {
            answer = work.call();
        } catch (Exception failure) {
            deliver(() -> onFailed.accept(failure));
            return;
        }
        deliver(() -> onDone.accept(answer));
    }

    private void deliver(Runnable answer) {
        Platform.runLater(() -> {
            if (!threads.isShutdown()) {
                answer.run();
            }
        });
    }

    /** Waits for work under way, up to ten seconds, then interrupts it. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
