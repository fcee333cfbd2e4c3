package org.moderationdesk.staff;

import java.time.InstantSource;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.PostgresStore;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.log.StoredEventLog;

/** People of a shared store, each with a login of their own on the server; all have the same password. */
public final class SharedPeople {
    public static final String SECRET = "a long password of a test";

    private SharedPeople() {}

    /**
     * Adds them to a store without people, as an owner and an administrator do at their desks.
     *
     * @param administrator the first one
     */
    public static void add(SharedStoreDoor door, Person administrator, Person... others) throws StoreRefused {
        try (PostgresStore owner = door.open(PostgresServer.ADMIN, PostgresServer.PASSWORD)) {
            var _ = of(owner)
                    .first(
                            Person.alone(PostgresServer.ADMIN),
                            administrator.name(),
                            administrator.roles(),
                            administrator.childSafety(),
                            SECRET);
        }
        for (Person person : others) {
            String once;
            try (PostgresStore store = door.open(administrator.name(), SECRET)) {
                once = of(store).add(administrator, person.name(), person.roles(), person.childSafety());
            }
            try (PostgresStore own = door.open(person.name(), once)) {
                if (!(of(own).changeOwnPassword(person.name(), once, SECRET) instanceof SignedIn.In)) {
                    throw new IllegalStateException("no password of their own");
                }
            }
        }
    }

    public static StoredPeople of(PostgresStore store) {
        var clock = InstantSource.system();
        return new StoredPeople(store, new StoredEventLog(store, clock), new ServerPasswords(store, clock));
    }
}
