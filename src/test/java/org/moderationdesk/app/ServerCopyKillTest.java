package org.moderationdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.OnPostgres;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.StoreRefused;

/** A store copied to a server and back by processes that are killed: it is there whole, or nobody is let into it. */
@OnPostgres
class ServerCopyKillTest {
    private static final int ROUNDS = CopyTrial.LONG ? 15 : 1;
    /** Rows and entries: a copy of these stores tells of many more. */
    private static final int STEPS = 40;

    private static final String DATABASE = "copied_under_fire";

    @TempDir
    private Path home;

    @Test
    void noHalfStoreIsTakenForAWholeOneOnAServerOrBack() throws Exception {
        var trial = new CopyTrial(home);
        var place = PostgresServer.shared().place(DATABASE);
        var door = new SharedStoreDoor(place);
        door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        var random = new Random(28_2026);

        boolean there = false;
        for (int round = 0; round < ROUNDS && !there; round++) {
            boolean ended = trial.runAndKill(trial.from(), place.url(), 1 + random.nextInt(STEPS), random.nextInt(20));
            there = isTaken(trial, door);
            assertThat(!ended || there)
                    .as("what ended is there, in round %d", round)
                    .isTrue();
        }
        if (!there) {
            assertThat(trial.copy(trial.from(), place.url())).isGreaterThan(1);
        }
        assertThat(isTaken(trial, door)).isTrue();

        for (int round = 0; round < ROUNDS; round++) {
            Path to = home.resolve("back-" + round);
            boolean ended = trial.runAndKill(place.url(), to.toString(), 1 + random.nextInt(STEPS), random.nextInt(20));
            boolean back = new StoreDoor(new DeskFolder(to), Clock.systemUTC()).exists();
            assertThat(!ended || back)
                    .as("what ended is back, in round %d", round)
                    .isTrue();
            if (!back) {
                int unused = trial.copy(place.url(), to.toString());
            }
            try (Store copy = trial.open(to)) {
                assertThat(trial.problems(copy)).as("back in round %d", round).isEmpty();
            }
        }
    }

    /** Whether people are let in, and then it is whole; else it is closed to them, or as empty as it was. */
    private static boolean isTaken(CopyTrial trial, SharedStoreDoor door) {
        try (Store there = door.open(PostgresServer.ADMIN, PostgresServer.PASSWORD)) {
            long rows = there.read(handle -> handle.createQuery("select count(*) from event")
                    .mapTo(Long.class)
                    .one());
            if (rows > 0) {
                assertThat(trial.problems(there)).isEmpty();
            }
            return rows > 0;
        } catch (StoreRefused refused) {
            assertThat(refused.reason()).isInstanceOf(StoreRefused.Unfinished.class);
            return false;
        }
    }
}
