package org.moderationdesk.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.StoredEventLog;

/** What others record is heard, without asking, and also after the connection that listens was lost. */
@OnPostgres
class ServerNewsTest {
    private static final String DESK = "news";
    private static final String LISTENING = "application_name = 'moderation-desk' and query like 'listen%'";

    @Test
    void anActOfAnotherDeskIsHeardAlsoAfterTheListenerWasCutOff() throws Exception {
        PostgresServer server = PostgresServer.shared();
        var door = new SharedStoreDoor(server.place(DESK));
        door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        var heard = new AtomicInteger();
        try (PostgresStore here = door.open(PostgresServer.ADMIN, PostgresServer.PASSWORD);
                PostgresStore there = door.open(PostgresServer.ADMIN, PostgresServer.PASSWORD);
                Store.News news = here.watch(heard::incrementAndGet)) {
            assertThat(news).isNotNull();
            await().until(() -> heard.get() > 0);
            int before = heard.get();

            record(there);
            await().atMost(Duration.ofSeconds(5)).until(() -> heard.get() > before);

            assertThat(server.number(
                            DESK, "select count(pg_terminate_backend(pid)) from pg_stat_activity where " + LISTENING))
                    .isEqualTo(1);
            await().until(() -> server.number(DESK, "select count(*) from pg_stat_activity where " + LISTENING) == 1);
            int again = heard.get();
            record(there);
            await().atMost(Duration.ofSeconds(5)).until(() -> heard.get() > again);
        }
    }

    private static void record(Store store) {
        long unused = new StoredEventLog(store, InstantSource.system())
                .record(
                        PostgresServer.ADMIN,
                        act -> act.append(new Entry(EventKind.SETTING_CHANGED, null, null, Map.of(), List.of())));
    }
}
