package org.moderationdesk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.Unlock;

/** An empty store to measure on: a desk's own, encrypted, or a shared one on a server of its own; gone once closed. */
interface MadeStore extends AutoCloseable {
    /** Opens it anew. */
    Store open() throws Exception;

    /** The numbers x of a range, both ends in it, as a table in the store's own SQL. */
    String numbers(long first, long last);

    @Override
    void close();

    /** Measures on one of each and says under which of the two it was. */
    static Map<String, Object> both(Measurement measurement) throws Exception {
        Map<String, Object> line = new LinkedHashMap<>();
        try (MadeStore own = own()) {
            line.put("h2", measurement.on(own));
        }
        try (MadeStore shared = shared()) {
            line.put("postgres", measurement.on(shared));
        }
        return line;
    }

    @FunctionalInterface
    interface Measurement {
        Map<String, Object> on(MadeStore made) throws Exception;
    }

    static MadeStore own() throws Exception {
        Path home = Files.createTempDirectory("desk-bench");
        var door = new StoreDoor(new DeskFolder(home.resolve("home")), InstantSource.system());
        door.create().store().close();
        return new MadeStore() {
            @Override
            public Store open() throws Exception {
                return door.open(new Unlock.Alone());
            }

            @Override
            public String numbers(long first, long last) {
                return "system_range(%d, %d)".formatted(first, last);
            }

            @Override
            public void close() {
                delete(home);
            }
        };
    }

    static MadeStore shared() throws Exception {
        var server = PostgresServer.start();
        var door = new SharedStoreDoor(server.place("bench"));
        door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        return new MadeStore() {
            @Override
            public Store open() throws Exception {
                return door.open(PostgresServer.ADMIN, PostgresServer.PASSWORD);
            }

            @Override
            public String numbers(long first, long last) {
                return "generate_series(cast(%d as bigint), cast(%d as bigint)) x".formatted(first, last);
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
