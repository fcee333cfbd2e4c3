package org.moderationdesk.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Listens at the server of a shared store, on a connection and a thread of its own. Where that connection is lost it is
 * made again, ever more slowly; until then, each try is told as a change, so that who watches looks by itself.
 */
final class ServerNews implements Store.News {
    private static final String LISTEN = "listen desk_changed";
    private static final int SILENCE_MS = 10_000;
    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(15));

    private final DataSource source;
    private final Runnable changed;
    private final CountDownLatch closed = new CountDownLatch(1);
    private int failed;

    private ServerNews(DataSource source, Runnable changed) {
        this.source = source;
        this.changed = changed;
    }

    static ServerNews start(DataSource source, Runnable changed) {
        var news = new ServerNews(source, changed);
        Thread.ofVirtual().name("store-news").start(news::run);
        return news;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void run() {
        while (!isClosed()) {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                listen(connection, statement);
            } catch (SQLException lost) {
                // The next try says more than this one; whatever was missed is looked for all the same.
                changed.run();
                rest();
            }
        }
    }

    private void listen(Connection connection, Statement statement) throws SQLException {
        statement.execute(LISTEN);
        failed = 0;
        // What was recorded while nobody listened.
        changed.run();
        PGConnection server = connection.unwrap(PGConnection.class);
        while (!isClosed()) {
            PGNotification[] heard = server.getNotifications(SILENCE_MS);
            if (heard != null && heard.length > 0) {
                changed.run();
            } else {
                // A network that has gone says nothing by itself.
                statement.execute("select 1");
            }
        }
    }

    private void rest() {
        Duration wait = WAITS.get(Math.min(failed, WAITS.size() - 1));
        failed++;
        try {
            boolean unused = closed.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ending) {
            closed.countDown();
            Thread.currentThread().interrupt();
        }
    }
}
