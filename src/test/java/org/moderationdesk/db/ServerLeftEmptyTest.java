package org.moderationdesk.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.SharedPeople;

/** One class of tests leaves nothing on the shared server that the next would stumble over. */
@OnPostgres
final class ServerLeftEmptyTest {
    private static final Person ADA = new Person("ada", Set.of(Role.ADMINISTRATOR), true);
    private static final Person NOOR = new Person("noor", Set.of(Role.REVIEWER), false);

    @Test
    void theSameNamesAreMadeAgainAndAgain() throws StoreRefused {
        PostgresServer server = PostgresServer.shared();
        for (int time = 0; time < 2; time++) {
            var door = new SharedStoreDoor(server.place("twice"));
            door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
            SharedPeople.add(door, ADA, NOOR);
            assertThat(logins(server)).isEqualTo(3);

            ServerLeftEmpty.empty(server);

            assertThat(logins(server)).as("the server's own administrator").isEqualTo(1);
            assertThat(server.number(PostgresServer.ADMIN, "select count(*) from pg_database where datname = 'twice'"))
                    .isZero();
        }
    }

    private static long logins(PostgresServer server) {
        return server.number(PostgresServer.ADMIN, "select count(*) from pg_roles where rolcanlogin");
    }
}
