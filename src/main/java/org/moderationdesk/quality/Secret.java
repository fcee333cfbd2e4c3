package org.moderationdesk.quality;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Store;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.staff.Person;

/** The store's own secret that lots are drawn by: made once, by the first lead who draws, and never told. */
final class Secret {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String FIND = "select secret from quality_key where id = 1";

    private final Store store;
    private final EventLog log;

    Secret(Store store, EventLog log) {
        this.store = store;
        this.log = log;
    }

    /** 64 hexadecimal digits. */
    String of(Person lead) {
        // In an act, so that of two desks the second finds what the first has made.
        return store.read(Secret::find)
                .orElseGet(
                        () -> log.record(lead.name(), act -> find(act.handle()).orElseGet(() -> make(act.handle()))));
    }

    private static Optional<String> find(Handle handle) {
        return handle.createQuery(FIND).mapTo(String.class).findOne();
    }

    private static String make(Handle handle) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String made = HexFormat.of().formatHex(random);
        Rows.one(handle.execute("insert into quality_key (id, secret) values (1, ?)", made));
        return made;
    }
}
