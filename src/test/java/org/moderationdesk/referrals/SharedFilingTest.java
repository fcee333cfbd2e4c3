package org.moderationdesk.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
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
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.referrals.FilingNext.Filed;
import org.moderationdesk.referrals.FilingRefused.Why;
import org.moderationdesk.referrals.ncmec.Samples;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.SharedPeople;

/** Reports to NCMEC on a shared store, each person over a login of their own. */
@OnPostgres
final class SharedFilingTest {
    private static final String NAME = "filings";
    private static final Person FAY = new Person("fay", Set.of(Role.REVIEWER), true);
    private static final Person FINN = new Person("finn", Set.of(Role.TEAM_LEAD), false);
    private static final Person FRIDA = new Person("frida", Set.of(Role.ADMINISTRATOR), false);
    private static final InstantSource NOW = InstantSource.system();

    private final PostgresServer server = PostgresServer.shared();
    private final SharedStoreDoor door = new SharedStoreDoor(server.place(NAME));

    @TempDir
    private Path folder;

    @Test
    void whoIsClearedFilesAndNobodyAltersWhatWasFiled() throws Exception {
        door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        String referral;
        try (Store owner = door.open(PostgresServer.ADMIN, PostgresServer.PASSWORD)) {
            SharedPeople.add(door, FRIDA, FAY, FINN);
            referral = new FilingDesk(owner, folder, NOW).refer("A-1", true);
        }
        Filing filing = filed(referral);

        assertThat(through("fay", filing)).isEmpty();
        assertThat(through("finn", filing)).isEmpty();
        for (String table : new String[] {"filing", "filing_request", "filing_reply", "filing_paper"}) {
            assertThat(count("fay", table)).as(table).isPositive();
            assertThat(count("finn", table)).as(table).isZero();
        }
        server.execute(NAME, "grant update on filing_reply to filings_reviewer");
        assertThat(through("fay", filing)).as("a grant too many").containsExactly("alter an answer");
        try (Store owner = door.open(PostgresServer.ADMIN, PostgresServer.PASSWORD)) {
            assertThat(new FilingDesk(owner, folder, NOW).review().verify().intact())
                    .isTrue();
        }
    }

    private Filing filed(String referral) throws StoreRefused, IOException {
        try (TestServer there = TestServer.start(Samples.CLOCK);
                Store fays = door.open("fay", SharedPeople.SECRET);
                Store others = door.open("fay", SharedPeople.SECRET)) {
            var desk = new FilingDesk(fays, folder, NOW);
            Filing filing = desk.filings().make(FAY, referral, Environment.TEST, desk.draft("A-1"));
            Cybertipline way = there.way(TestServer.LOGIN, Duration.ofSeconds(20));
            Filings another = new FilingDesk(others, folder, NOW).filings();
            Cybertipline meanwhile = call -> {
                assertThatExceptionOfType(FilingRefused.class)
                        .isThrownBy(() -> another.goOn(FAY, filing.id(), way))
                        .satisfies(refusal -> assertThat(refusal.why()).isEqualTo(Why.UNDER_WAY));
                return way.send(call);
            };

            assertThat(desk.filings().goOn(FAY, filing.id(), meanwhile)).isInstanceOf(Filed.class);
            return filing;
        }
    }

    /** What somebody gets done past the desk. */
    private Set<String> through(String login, Filing filing) {
        Map<String, String> tries = new LinkedHashMap<>();
        tries.put("alter an answer", "update filing_reply set outcome = 'DONE'");
        tries.put("alter a request", "update filing_request set report = 1");
        tries.put("alter what was sent", "update filing_paper set body = ''");
        tries.put("take a request away", "delete from filing_request");
        tries.put("take a filing away", "delete from filing");
        tries.put("empty the papers", "truncate filing_paper");
        tries.put("another step in between", """
            insert into filing_request values ('%s', 3, 'A-1', 'FINISH', 1, -1, 1, 'x', 1)
            """.formatted(filing.id()));
        tries.put("an answer to nothing", """
            insert into filing_reply values ('%s', 99, 'A-1', 1, 'DONE', 0, 1, null, 200, '', null, 1)
            """.formatted(filing.id()));
        tries.put("a decision in another name", """
            insert into filing_wish values ('%s', 1, 'A-1', 'TAKE_BACK', 'alfa', 1, 6, 1)
            """.formatted(filing.id()));
        tries.put("a report for what nobody referred", """
            insert into filing values ('x', 'no-such', 'no-such', 'A-1', 'TEST', '%s', 1, 'x', 1)
            """.formatted(login));
        tries.values().removeIf(sql -> server.refuses(NAME, login, SharedPeople.SECRET, sql));
        return tries.keySet();
    }

    private long count(String login, String table) throws SQLException {
        try (Connection connection = server.connect(NAME, login, SharedPeople.SECRET);
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from " + table)) {
            count.next();
            return count.getLong(1);
        }
    }
}
