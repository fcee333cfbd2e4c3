package org.moderationdesk.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.PostgresStore;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.staff.NoPasswords;
import org.moderationdesk.staff.People;
import org.moderationdesk.staff.ServerPasswords;
import org.moderationdesk.staff.StoredPeople;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * A store with a way in for who owns it and for each person: on H2 the same, on PostgreSQL a database with its rules, and
 * a login a person, whose names are this store's alone.
 */
public final class TwinStore {
    private static final boolean SHARED = "postgres".equals(System.getProperty("test.store"));
    /** What is part of a store's logins, and of the name of its database. */
    static final List<String> NAMES = List.of("xone", "xtwo");

    private static final String SECRET = "a long password of a test";

    private final String name;
    private final TestClock clock = new TestClock();
    private final Store owner;

    public TwinStore(String name) {
        this(name, TestStore::create);
    }

    /** @param own makes the store where there is no server */
    public TwinStore(String name, Supplier<Store> own) {
        this(name, SHARED ? prepared(name) : own.get());
    }

    /** @param owner one that is open already, here or on the server */
    public TwinStore(String name, Store owner) {
        this.name = name;
        this.owner = owner;
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
            return onServer(name);
        } catch (StoreRefused refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** One that lies on the server, as its owner finds it. */
    public static Store onServer(String name) {
        try {
            return new SharedStoreDoor(PostgresServer.shared().place(name))
                    .open(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        } catch (StoreRefused refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** What somebody hears by themselves while others work: on a server, with a connection of their own. */
    public Live live(String person) {
        if (!isOnServer()) {
            return new Live(null);
        }
        try {
            Connection connection = PostgresServer.shared().connect(name, person, SECRET);
            try (Statement statement = connection.createStatement()) {
                statement.execute("listen desk_changed");
            }
            return new Live(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public record Live(@Nullable Connection connection) implements AutoCloseable {
        /** The words of all that was heard. */
        public Set<String> told() {
            if (connection == null) {
                return Set.of();
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("select 1");
                return Arrays.stream(connection.unwrap(PGConnection.class).getNotifications())
                        .map(PGNotification::getParameter)
                        .collect(Collectors.toSet());
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        @Override
        public void close() {
            if (connection != null) {
                try {
                    connection.close();
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            }
        }
    }

    public TestClock clock() {
        return clock;
    }

    public Store owner() {
        return owner;
    }

    /** What time it is for somebody who looks now. */
    public InstantSource now() {
        return isOnServer() ? InstantSource.system() : clock;
    }

    public String named(String person) {
        return person + name;
    }

    public People people(Store store, EventLog log) {
        return store instanceof PostgresStore shared
                ? new StoredPeople(store, log, new ServerPasswords(shared, now()))
                : new StoredPeople(store, log, new NoPasswords());
    }

    public void letIn(String person) {
        if (isOnServer()) {
            PostgresServer.shared().execute(name, "alter role \"" + person + "\" password '" + SECRET + "'");
        }
    }

    /** The store as this person finds it. */
    public Store of(String person) {
        if (!isOnServer()) {
            return owner;
        }
        try {
            return new SharedStoreDoor(PostgresServer.shared().place(name)).open(person, SECRET);
        } catch (StoreRefused refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Whether this one lies on the server. */
    public boolean isOnServer() {
        return owner instanceof PostgresStore;
    }

    /** Whether the tests of this process have a server. */
    public static boolean isShared() {
        return SHARED;
    }
}
