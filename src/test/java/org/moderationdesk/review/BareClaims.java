package org.moderationdesk.review;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.moderationdesk.db.PostgresServer;

/** What a server can do at most: a bare table, taken row by row with skip locked, and nothing told to any log. */
public final class BareClaims {
    private static final String NEXT = """
        update bare set state = 'LEASED'
         where id = (select id from bare where state = 'WAITING' order by state, rank desc, id limit 1
                        for update skip locked)
        """;

    private BareClaims() {}

    /** Claims a second by so many hands with a connection each, each claim on disk; the table is gone afterwards. */
    public static double aSecond(PostgresServer server, String database, int hands, int cases) throws Exception {
        server.execute(
                database,
                "create table bare (id bigint primary key, state varchar(20) not null, rank bigint not null)",
                "insert into bare select i, 'WAITING', i * 7919 % 1000 from generate_series(1, " + cases + ") i",
                "create index bare_urgent on bare (state, rank desc, id)",
                "analyze bare");
        List<Connection> connections = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(hands)) {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int hand = 0; hand < hands; hand++) {
                Connection connection = server.connect(database, PostgresServer.ADMIN, PostgresServer.PASSWORD);
                connections.add(connection);
                work.add(() -> takeAll(connection));
            }
            long began = System.nanoTime();
            int taken = 0;
            for (Future<Integer> one : pool.invokeAll(work)) {
                taken += one.get();
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            if (taken != cases) {
                throw new IllegalStateException("taken " + taken + " of " + cases);
            }
            return cases / seconds;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
            server.execute(database, "drop table bare");
        }
    }

    private static int takeAll(Connection connection) throws SQLException {
        int taken = 0;
        try (var next = connection.prepareStatement(NEXT);
                Statement left = connection.createStatement()) {
            while (true) {
                if (next.executeUpdate() == 1) {
                    taken++;
                    continue;
                }
                try (ResultSet row = left.executeQuery("select 1 from bare where state = 'WAITING' limit 1")) {
                    if (!row.next()) {
                        return taken;
                    }
                }
            }
        }
    }
}
