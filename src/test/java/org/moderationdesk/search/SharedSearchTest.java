package org.moderationdesk.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.OnPostgres;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.PostgresStore;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.ServerPasswords;
import org.moderationdesk.staff.StoredPeople;

/** What the server lets somebody find with a connection of their own, and by which way it finds it. */
@OnPostgres
final class SharedSearchTest {
    private static final String NAME = "searching";
    private static final String SECRET = "a long password of a test";
    private static final String REFUSED = "42501";
    /** Asks as if everything were allowed. */
    private static final String ASK = "select count(*) from desk_found('common', '{}', true, 100)";

    @Test
    void theServerKeepsWhoFindsWhatAndFindsItByTheIndexOfWords(@TempDir Path folder) throws Exception {
        PostgresServer server = PostgresServer.shared();
        var door = new SharedStoreDoor(server.place(NAME));
        door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        try (PostgresStore owner = door.open(PostgresServer.ADMIN, PostgresServer.PASSWORD)) {
            people(owner).first(Person.alone(PostgresServer.ADMIN), "ines", Set.of(Role.ADMINISTRATOR), false, SECRET);
            try (PostgresStore administrator = door.open("ines", SECRET)) {
                add(server, people(administrator), "nadia", false);
                add(server, people(administrator), "lena", true);
            }
            fill(owner);

            assertThat(asked(server, "lena")).isEqualTo(2);
            assertThat(asked(server, "nadia")).isEqualTo(1);
            assertThatThrownBy(() -> asked(server, "ines"))
                    .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                            .isEqualTo(REFUSED));
            assertThatThrownBy(() -> number(server, "lena", "select count(*) from desk_search.decision_text"))
                    .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                            .isEqualTo(REFUSED));
            assertThatThrownBy(() -> number(server, "nadia", "select count(desk_gathers('i1'))"))
                    .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                            .isEqualTo(REFUSED));
            assertThat(plan(owner)).contains("decision_text_words").doesNotContain("Seq Scan");
        }
        // With the guard taken away the same question finds what it must not.
        server.execute(
                NAME,
                "grant usage on schema desk_search to nadia",
                "grant select on desk_search.decision_text to nadia");
        assertThat(number(server, "nadia", "select count(*) from desk_search.decision_text where words @@ 'common'"))
                .isEqualTo(2);
    }

    private static StoredPeople people(PostgresStore store) {
        return new StoredPeople(
                store,
                new StoredEventLog(store, InstantSource.system()),
                new ServerPasswords(store, InstantSource.system()));
    }

    private static void add(PostgresServer server, StoredPeople people, String name, boolean cleared) {
        var ines = new Person("ines", Set.of(Role.ADMINISTRATOR), false);
        var _ = people.add(ines, name, Set.of(Role.REVIEWER), cleared);
        server.execute(NAME, "alter role \"" + name + "\" password '" + SECRET + "'");
    }

    private static void fill(PostgresStore owner) {
        owner.write(handle -> {
            handle.execute("""
                insert into desk_search.decision_text (decision_id, item_id, child_safety, words)
                select gen_random_uuid()::varchar, 'i' || n, n = 2,
                       to_tsvector('simple', case when n < 3 then 'common' else 'word' || n end)
                  from generate_series(1, 20000) n
                """);
            return handle.execute("analyze desk_search.decision_text");
        });
    }

    private static String plan(PostgresStore owner) {
        return owner.read(handle -> String.join(
                "\n",
                handle.createQuery("explain select decision_id from desk_search.decision_text t where t.words @@"
                                + " 'common'::tsquery and (false or not t.child_safety)")
                        .mapTo(String.class)
                        .list()));
    }

    private static long asked(PostgresServer server, String who) throws SQLException {
        return number(server, who, ASK);
    }

    private static long number(PostgresServer server, String who, String sql) throws SQLException {
        try (Connection connection = server.connect(NAME, who, SECRET);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
