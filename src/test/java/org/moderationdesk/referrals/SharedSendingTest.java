package org.moderationdesk.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.OnPostgres;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.Store;
import org.moderationdesk.referrals.FilingNext.Filed;
import org.moderationdesk.referrals.ncmec.Samples;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.SharedPeople;

/** Where reports to NCMEC go on a shared store, each person over a login of their own. */
@OnPostgres
final class SharedSendingTest {
    private static final String NAME = "sendings";
    private static final Person FAY = new Person("fay", Set.of(Role.REVIEWER), true);
    private static final Person FINN = new Person("finn", Set.of(Role.TEAM_LEAD), false);
    private static final Person FRIDA = new Person("frida", Set.of(Role.ADMINISTRATOR), false);
    private static final InstantSource NOW = InstantSource.system();

    private final PostgresServer server = PostgresServer.shared();
    private final SharedStoreDoor door = new SharedStoreDoor(server.place(NAME));

    @TempDir
    private Path folder;

    @Test
    void whereReportsGoTakesTwoPeopleOnTheServerToo() throws Exception {
        door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        String referral;
        try (Store owner = door.open(PostgresServer.ADMIN, PostgresServer.PASSWORD)) {
            SharedPeople.add(door, FRIDA, FAY, FINN);
            referral = new FilingDesk(owner, folder, NOW).refer("A-1", true);
        }
        try (TestServer there = TestServer.start(Samples.CLOCK);
                Store finns = door.open("finn", SharedPeople.SECRET);
                Store fridas = door.open("frida", SharedPeople.SECRET);
                Store fays = door.open("fay", SharedPeople.SECRET)) {
            Environments finn = new FilingDesk(finns, folder, NOW).environments();
            Environments frida = new FilingDesk(fridas, folder, NOW).environments();
            finn.choose(FINN, Environment.PRODUCTION);
            String asked = finn.now(FINN).asked().id();
            assertThat(past(
                            "finn",
                            Map.of(
                                    "confirm one's own wish",
                                            "update filing_environment set confirmed_by = 'finn', confirmed_at = 1",
                                    "confirm in another name",
                                            "update filing_environment set confirmed_by = 'frida', confirmed_at = 1",
                                    "read what is signed in with", "select login_word from filing_login",
                                    "ask in another name", """
                                            insert into filing_environment values ('z', 'TEST', 'frida', 1, null, null, 999999)
                                            """)))
                    .isEmpty();
            assertThat(past(
                            "fay",
                            Map.of(
                                    "say where reports go", """
                                    insert into filing_environment values ('z', 'TEST', 'fay', 1, null, null, 999999)
                                    """,
                                    "send where nothing goes yet", """
                                    insert into filing select 'x', r.id, r.decision_id, r.item_id, 'PRODUCTION', 'fay', 1, 'x', 1
                                      from referral r
                                    """,
                                    "save a draft in another name", """
                                    insert into filing_draft select r.id, r.item_id, '{}', 'finn', 1, 1 from referral r
                                    """)))
                    .isEmpty();
            frida.signInWith(FRIDA, Environment.PRODUCTION, TestServer.LOGIN);
            frida.confirm(FRIDA, asked);

            var desk = new FilingDesk(fays, folder, NOW);
            assertThat(desk.environments().now(FAY).inForce()).isEqualTo(Environment.PRODUCTION);
            Filing filing = desk.filings().make(FAY, referral, Environment.PRODUCTION, desk.draft("A-1"));
            assertThat(desk.sending(there.reach()).goOn(FAY)).isEmpty();
            assertThat(desk.filings().next(FAY, filing.id())).isInstanceOf(Filed.class);
            int revision = desk.drafts()
                    .save(FAY, referral, desk.drafts().prepare(FAY, referral).content(), 0);
            assertThat(revision).isEqualTo(1);
        }
        try (Store owner = door.open(PostgresServer.ADMIN, PostgresServer.PASSWORD)) {
            assertThat(new FilingDesk(owner, folder, NOW).review().verify().intact())
                    .isTrue();
        }
    }

    /** Those that the server lets somebody do past the desk. */
    private Set<String> past(String login, Map<String, String> tries) {
        var left = new LinkedHashMap<>(tries);
        left.values().removeIf(sql -> server.refuses(NAME, login, SharedPeople.SECRET, sql));
        return left.keySet();
    }
}
