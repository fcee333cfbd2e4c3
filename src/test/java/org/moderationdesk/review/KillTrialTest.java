package org.moderationdesk.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.Created;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.MortalDesk;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.Unlock;
import org.moderationdesk.intake.ImportProgress;
import org.moderationdesk.intake.ImportResult;

/**
 * A desk on a real encrypted file is killed (SIGKILL) at random moments while it imports and decides. What a person saw
 * confirmed is there afterwards, whole, and the log verifies.
 */
class KillTrialTest {
    private static final int ROUNDS = Boolean.getBoolean("desk.long") ? 50 : 5;
    private static final int LINES = 3_000;
    private static final int LONGEST_LIFE_MS = 2_500;
    private static final int MOST_WAITED_FOR = 25;
    private static final String DECIDED = "DECIDED ";

    @TempDir
    private Path home;

    @Test
    void nothingThatWasConfirmedIsLostOrHalfThereHoweverTheDeskDies() throws Exception {
        var folder = new DeskFolder(home.resolve("desk"));
        Created created = new StoreDoor(folder, Clock.systemUTC()).create();
        created.store().close();
        var random = new Random(50_2026);
        Set<String> confirmed = ConcurrentHashMap.newKeySet();

        for (int round = 0; round < ROUNDS; round++) {
            Path lines = write(round);
            runAndKill(folder, lines, random, confirmed);
            try (Store store = new StoreDoor(folder, Clock.systemUTC()).open(new Unlock.Alone())) {
                assertThat(new Aftermath(store).problems(confirmed))
                        .as("after round %d, %d decisions confirmed so far", round, confirmed.size())
                        .isEmpty();
                if (round == ROUNDS - 1) {
                    importsTheRest(folder, store, lines);
                }
            }
        }
        assertThat(confirmed).as("decisions that were confirmed before a kill").isNotEmpty();
    }

    @Test
    void theTrialSeesALostAndAHalfDecision() throws Exception {
        var folder = new DeskFolder(home.resolve("desk"));
        Created created = new StoreDoor(folder, Clock.systemUTC()).create();
        try (Store store = created.store()) {
            var desk = new ReviewDesk(store, Clock.systemUTC());
            desk.flag("v1", "5.3");
            Submitted submitted = desk.review().submit(desk.open("v1", ReviewDesk.ANNA), Proposed.removal("v1"), 0);
            assertThat(submitted).isInstanceOf(Submitted.Accepted.class);
            var aftermath = new Aftermath(store);
            assertThat(aftermath.problems(Set.of())).isEmpty();
            assertThat(aftermath.problems(Set.of("nowhere"))).containsExactly("lost: nowhere");

            int gone = store.write(handle -> handle.execute("delete from decision_answer"));

            assertThat(gone).isEqualTo(1);
            assertThat(aftermath.problems(Set.of()))
                    .anyMatch(problem -> problem.startsWith("half"))
                    .anyMatch(problem -> problem.startsWith("verify"));
        }
    }

    /** In turns soon after the start, in the midst of the import, and after some decisions. */
    private void runAndKill(DeskFolder folder, Path lines, Random random, Set<String> confirmed) throws Exception {
        boolean deciding = random.nextBoolean() || confirmed.isEmpty();
        var decided = new CountDownLatch(deciding ? 1 + random.nextInt(MOST_WAITED_FOR) : 0);
        try (var desk = MortalDesk.start(
                DeskUnderFire.class,
                home.resolve("errors.txt"),
                line -> {
                    if (line.startsWith(DECIDED)) {
                        confirmed.add(line.substring(DECIDED.length()));
                        decided.countDown();
                    }
                },
                folder.home().toString(),
                lines.toString(),
                Long.toString(random.nextLong()))) {
            desk.await(decided);
            int longest = deciding ? 300 : LONGEST_LIFE_MS;
            assertThat(desk.endsWithin(1 + random.nextInt(longest)))
                    .as(() -> "the desk ended by itself: " + desk.complaints())
                    .isFalse();
        }
    }

    /** What the kill interrupted is taken up again, and what was there is not taken twice. */
    private static void importsTheRest(DeskFolder folder, Store store, Path lines) throws IOException {
        var desk = new ReviewDesk(store, Clock.systemUTC());
        var intake = DeskUnderFire.intake(folder, store, desk, Clock.systemUTC());

        ImportResult first = intake.importFile(lines, "anna", ImportProgress.NONE);
        ImportResult second = intake.importFile(lines, "anna", ImportProgress.NONE);

        assertThat(first.newCases() + first.unchanged()).isEqualTo(LINES);
        assertThat(second.unchanged()).isEqualTo(LINES);
        assertThat(new Aftermath(store).problems(Set.of())).isEmpty();
    }

    private Path write(int round) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            lines.add("""
                {"id":"k%d-%d","kind":"TEXT","text":"words %d","author":{"id":"u-%d","handle":"@u%d"},\
                "reports":[{"id":"r","source":"USER","reporter":"z-%d","sections":["5.3"],\
                "at":"2026-11-02T12:25:00Z"}]}\
                """.formatted(round, i, i, i % 300, i % 300, i % 50));
        }
        return Files.write(home.resolve("round-" + round + ".jsonl"), lines);
    }
}
