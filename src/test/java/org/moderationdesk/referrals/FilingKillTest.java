package org.moderationdesk.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.MortalDesk;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.db.Unlock;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.FilingNext.Filed;
import org.moderationdesk.referrals.FilingNext.Wait;
import org.moderationdesk.referrals.TestReports.State;
import org.moderationdesk.referrals.ncmec.Samples;

/** A desk on a real encrypted file is killed (SIGKILL) at the boundaries of a filing's steps, and started again. */
final class FilingKillTest {
    private static final int REQUESTS = 6;
    private static final int ORDINARILY = 3;

    /** Before or after a request was answered. */
    private record Boundary(int request, boolean sent) {}

    private final TestClock clock = new TestClock();
    private final TestServer server = TestServer.start(clock);

    @TempDir
    private Path home;

    @Test
    void killedAtABoundaryItFinishesOneReportAndNeverTwo() throws Exception {
        List<Boundary> boundaries = boundaries();
        var folder = new DeskFolder(home.resolve("desk"));
        Path files = Files.createDirectory(home.resolve("files"));
        new StoreDoor(folder, Clock.systemUTC()).create().store().close();
        List<String> filings = new ArrayList<>();
        try (Store store = open(folder)) {
            var desk = new FilingDesk(store, files, clock);
            List<String> referrals = new ArrayList<>();
            for (int i = 0; i < boundaries.size(); i++) {
                referrals.add(desk.refer("A-" + i, true));
            }
            clock.advance(Duration.between(clock.instant(), Samples.CLOCK.instant()));
            for (int i = 0; i < boundaries.size(); i++) {
                filings.add(desk.filings()
                        .make(FilingDesk.ANNA, referrals.get(i), Environment.TEST, desk.draft("A-" + i))
                        .id());
            }
        }
        for (int i = 0; i < boundaries.size(); i++) {
            kill(folder, files, filings.get(i), boundaries.get(i));
            try (Store store = open(folder)) {
                var desk = new FilingDesk(store, files, clock);
                assertThat(desk.review().verify().intact()).isTrue();

                assertThat(untilItEnds(desk, filings.get(i)))
                        .as("after %s", boundaries.get(i))
                        .isInstanceOf(Filed.class);

                assertThat(server.reports().in(State.FINISHED))
                        .as("after %s", boundaries.get(i))
                        .hasSize(i + 1);
                assertThat(desk.review().verify().intact()).isTrue();
            }
        }
        server.close();
    }

    private void kill(DeskFolder folder, Path files, String filing, Boundary at) throws Exception {
        var stands = new CountDownLatch(1);
        List<String> ended = Collections.synchronizedList(new ArrayList<>());
        try (var desk = MortalDesk.start(
                FilingUnderFire.class,
                home.resolve("errors.txt"),
                line -> {
                    if (line.equals(FilingUnderFire.STANDS)) {
                        stands.countDown();
                    } else {
                        ended.add(line);
                    }
                },
                folder.home().toString(),
                files.toString(),
                server.base().toString(),
                filing,
                clock.instant().toString(),
                Integer.toString(at.request()),
                Boolean.toString(at.sent()))) {
            desk.await(stands);
        }
        assertThat(ended).isEmpty();
    }

    private FilingNext untilItEnds(FilingDesk desk, String filing) throws Exception {
        Cybertipline way = server.way(TestServer.LOGIN, Duration.ofSeconds(20));
        FilingNext next = desk.filings().goOn(FilingDesk.ANNA, filing, way);
        while (next instanceof Wait wait) {
            clock.advance(Duration.between(clock.instant(), wait.until()));
            next = desk.filings().goOn(FilingDesk.ANNA, filing, way);
        }
        return next;
    }

    /** All of them in full; a few, by a seed, in the ordinary run, one of them after the report was finished. */
    private static List<Boundary> boundaries() {
        List<Boundary> all = new ArrayList<>();
        for (int request = 1; request <= REQUESTS; request++) {
            all.add(new Boundary(request, false));
            all.add(new Boundary(request, true));
        }
        if (Boolean.getBoolean("desk.long")) {
            return all;
        }
        Boundary finished = all.removeLast();
        Collections.shuffle(all, new Random(7_2026));
        List<Boundary> some = new ArrayList<>(all.subList(0, ORDINARILY - 1));
        some.add(finished);
        return some;
    }

    private static Store open(DeskFolder folder) throws StoreRefused {
        return new StoreDoor(folder, Clock.systemUTC()).open(new Unlock.Alone());
    }
}
