package org.moderationdesk.app;

import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.moderationdesk.db.StoreException;
import org.moderationdesk.fx.Background;

/**
 * A background that says whether anything is under way, so that a tour knows when a screen has come to rest; and that can
 * lose its way to the store, so that a tour shows that.
 */
final class WatchedBackground implements Background {
    private final Background background;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicBoolean losesNext = new AtomicBoolean();

    WatchedBackground(Background background) {
        this.background = background;
    }

    boolean isIdle() {
        return underWay.get() == 0;
    }

    /** The next work finds no way to the store. */
    void loseNext() {
        losesNext.set(true);
    }

    private <T> Callable<T> reached(Callable<T> work) {
        return () -> {
            if (losesNext.getAndSet(false)) {
                throw StoreException.wordless(new SQLTransientConnectionException());
            }
            return work.call();
        };
    }

    @Override
    public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onFailed) {
        underWay.incrementAndGet();
        background.run(
                reached(work),
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
