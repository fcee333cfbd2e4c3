package org.moderationdesk.audit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.PostgresStore;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.quality.NoPasswords;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.staff.People;
import org.moderationdesk.staff.ServerPasswords;
import org.moderationdesk.staff.StoredPeople;

/**
 * A store with a way in for who owns it and for each person: on H2 the same, on PostgreSQL a database with its rules, and
 * a login a person, whose names are this store's alone.
 */
final class TwinStore {
    private static final boolean SHARED = "postgres".equals(System.getProperty("test.store"));
    /** What is part of a store's logins, and of the name of its database. */
    static final List<String> NAMES = List.of("xone", "xtwo");

    private static final String SECRET = "a long password of a test";

    private final String name;
    private final TestClock clock = new TestClock();
    private final Store owner;

    TwinStore(String name) {
        this.name = name;
        this.owner = SHARED ? prepared(name) : TestStore.create();
        if (SHARED) {
            // The server takes no entry of a person whose clock is not its own.
            clock.advance(
                    Duration.between(TestClock.START, InstantSource.system().instant())
                            .minusMinutes(10));
        }
    }

    private static Store prepared(String name) {
        try {
            var door = new SharedStoreDoor(PostgresServer.shared().place(name));
            door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
            return door.open(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        } catch (StoreRefused refused) {
            throw new IllegalStateException(refused);
        }
    }

    TestClock clock() {
        return clock;
    }

    Store owner() {
        return owner;
    }

    /** What time it is for somebody who looks now. */
    InstantSource now() {
        return SHARED ? InstantSource.system() : clock;
    }

    String named(String person) {
        return person + name;
    }

    People people(Store store, EventLog log) {
        return store instanceof PostgresStore shared
                ? new StoredPeople(store, log, new ServerPasswords(shared, now()))
                : new StoredPeople(store, log, new NoPasswords());
    }

    void letIn(String person) {
        if (SHARED) {
            PostgresServer.shared().execute(name, "alter role \"" + person + "\" password '" + SECRET + "'");
        }
    }

    /** The store as this person finds it. */
    Store of(String person) {
        if (!SHARED) {
            return owner;
        }
        try {
            return new SharedStoreDoor(PostgresServer.shared().place(name)).open(person, SECRET);
        } catch (StoreRefused refused) {
            throw new IllegalStateException(refused);
        }
    }

    static boolean isShared() {
        return SHARED;
    }
}
