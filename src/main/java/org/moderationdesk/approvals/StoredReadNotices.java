package org.moderationdesk.approvals;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.moderationdesk.db.Store;

/** Which notices somebody has read; kept until no list shows them any more. */
final class StoredReadNotices {
    private static final String OF_PERSON = "select notice from read_notice where person = ?";
    private static final String DELETE = "delete from read_notice where person = ? and notice = ?";
    private static final String INSERT = "insert into read_notice (person, notice, at) values (?, ?, ?)";
    private static final String FORGET = "delete from read_notice where at < ?";

    private final Store store;

    StoredReadNotices(Store store) {
        this.store = store;
    }

    Set<String> of(String person) {
        return store.read(handle -> new HashSet<>(handle.createQuery(OF_PERSON)
                .bind(0, person)
                .mapTo(String.class)
                .list()));
    }

    void add(String person, Collection<String> notices, Instant now, Instant forgotten) {
        int unused = store.write(handle -> {
            handle.execute(FORGET, forgotten.toEpochMilli());
            for (String notice : notices) {
                handle.execute(DELETE, person, notice);
                handle.execute(INSERT, person, notice, now.toEpochMilli());
            }
            return notices.size();
        });
    }
}
