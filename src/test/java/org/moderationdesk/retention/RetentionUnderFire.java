package org.moderationdesk.retention;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.Unlock;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.media.MediaStore;

/** A run of retention in a process of its own. Before each act it says how many subjects are gone, as the store confirmed. */
final class RetentionUnderFire {
    static final String GONE = "GONE ";
    static final String END = "END";

    private RetentionUnderFire() {}

    /** @param args the desk's home, where its files lie, and what time it is */
    public static void main(String[] args) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var clock = InstantSource.fixed(Instant.parse(args[2]));
        try (Store store =
                new StoreDoor(new DeskFolder(Path.of(args[0])), Clock.systemUTC()).open(new Unlock.Alone())) {
            var media = new MediaStore(RetentionDesk.files(Path.of(args[1])), store);
            var retention = new Retention(store, new StoredEventLog(store, clock), media, clock);
            out.println("READY");
            var unused = retention.run(RetentionDesk.ADMIN, (done, _) -> out.println(GONE + done));
            out.println(END);
        }
    }
}
