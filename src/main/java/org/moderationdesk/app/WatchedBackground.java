package org.moderationdesk.app;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.moderationdesk.fx.Background;

/** A background that says whether anything is under way, so that a tour knows when a screen has come to rest. */
final class WatchedBackground implements Background {
    private final Background background;
    private final AtomicInteger underWay = new AtomicInteger();

    WatchedBackground(Background background) {
        this.background = background;
    }

    boolean isIdle() {
        return underWay.get() == 0;
    }

    @Override
    public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onFailed) {
        underWay.incrementAndGet();
        background.run(
                work,
                answer -> {
                    underWay.decrementAndGet();
                    onDone.accept(answer);
                },
                failure -> {
                    underWay.decrementAndGet();
                    onFailed.accept(failure);
                });
    }

    @Override
    public void close() {
        background.close();
    }
}
