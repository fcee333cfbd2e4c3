package org.moderationdesk.log;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Store;

/** The log in the store. Safe for any thread; acts follow one another, each holding the log's head while it runs. */
public final class StoredEventLog implements EventLog {
    private final Store store;
    private final InstantSource clock;
    /**
     * First come, first served: a person's act gets in between the batches of an import, which would otherwise take the
     * head again before anybody woke. Those who wait hold no connection meanwhile.
     */
    private final ReentrantLock turn = new ReentrantLock(true);

    public StoredEventLog(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public <T> T record(String by, Function<Act, T> action) {
        return inTurn(() -> store.write(handle -> act(handle, by, action)));
    }

    @Override
    public <T> T recordSoon(String by, Function<Act, T> action) {
        return inTurn(() -> store.writeSoon(handle -> act(handle, by, action)));
    }

    private <T> T inTurn(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    private <T> T act(Handle handle, String by, Function<Act, T> action) {
        LogHead head = LogHead.hold(handle);
        var act = new StoredAct(handle, by, Instant.ofEpochMilli(clock.millis()), head);
        T answer = action.apply(act);
        act.end();
        return answer;
    }
}
