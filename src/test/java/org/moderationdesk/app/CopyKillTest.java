package org.moderationdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreDoor;

/** A store copied to another folder by processes that are killed: it is there whole, or not there. */
class CopyKillTest {
    private static final int ROUNDS = CopyTrial.LONG ? 30 : 2;

    @TempDir
    private Path home;

    @Test
    void noHalfStoreIsTakenForAWholeOneAndTheCopyIsMadeAgain() throws Exception {
        var trial = new CopyTrial(home);
        Path measured = home.resolve("measured");
        int steps = trial.copy(trial.from(), measured.toString());
        assertThat(steps).isGreaterThan(3);
        var random = new Random(27_2026);
        int whole = 0;

        for (int round = 0; round < ROUNDS; round++) {
            Path to = home.resolve("to-" + round);
            boolean ended =
                    trial.runAndKill(trial.from(), to.toString(), 1 + random.nextInt(steps), random.nextInt(40));
            boolean there = new StoreDoor(new DeskFolder(to), Clock.systemUTC()).exists();
            assertThat(!ended || there)
                    .as("what ended is there, in round %d", round)
                    .isTrue();
            if (there) {
                whole++;
            } else {
                int unused = trial.copy(trial.from(), to.toString());
            }
            try (Store copy = trial.open(to)) {
                assertThat(trial.problems(copy)).as("round %d", round).isEmpty();
            }
        }
        assertThat(whole).as("copies that were whole when they were killed").isLessThan(ROUNDS);
        theTrialSeesAStoreThatIsNotWhole(trial, measured);
    }

    private static void theTrialSeesAStoreThatIsNotWhole(CopyTrial trial, Path to) throws Exception {
        try (Store copy = trial.open(to)) {
            assertThat(trial.problems(copy)).isEmpty();
            execute(copy, "delete from report where item_id = 'k-1'");
            assertThat(trial.problems(copy)).singleElement().asString().startsWith("verify");
            execute(copy, "delete from event where seq = (select max(seq) from event)");
            assertThat(trial.problems(copy)).contains("another head");
            execute(copy, "delete from media_key");
            assertThat(trial.problems(copy)).contains("files: 0");
        }
    }

    private static void execute(Store store, String sql) {
        int unused = store.write(handle -> handle.execute(sql));
    }
}
