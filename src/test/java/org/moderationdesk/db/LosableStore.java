package org.moderationdesk.db;

import java.sql.SQLException;

/** A store that does not answer while it is lost. */
public final class LosableStore implements Store {
    private final Store store;
    private boolean lost;

    public LosableStore(Store store) {
        this.store = store;
    }

    public void lose(boolean loses) {
        lost = loses;
    }

    private Store answering() {
        if (lost) {
            throw new StoreException("lost by the test", new SQLException());
        }
        return store;
    }

    @Override
    public <T> T read(Work<T> work) {
        return answering().read(work);
    }

    @Override
    public <T> T snapshot(Work<T> work) {
        return answering().snapshot(work);
    }

    @Override
    public <T> T write(Work<T> work) {
        return answering().write(work);
    }

    @Override
    public <T> T writeSoon(Work<T> work) {
        return answering().writeSoon(work);
    }

    @Override
    public void close() {
        store.close();
    }
}
