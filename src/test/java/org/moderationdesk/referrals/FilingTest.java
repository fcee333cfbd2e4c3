package org.moderationdesk.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.FilingNext.Filed;
import org.moderationdesk.referrals.FilingNext.Halted;
import org.moderationdesk.referrals.FilingNext.TakenBack;
import org.moderationdesk.referrals.FilingNext.Wait;
import org.moderationdesk.referrals.MemoryJournal.Died;
import org.moderationdesk.referrals.TestReports.State;
import org.moderationdesk.referrals.TestServer.Kind;
import org.moderationdesk.referrals.ncmec.Samples;

/** Filings against the test server: whatever breaks, one finished report there, or a person is called. */
final class FilingTest {
    /** Open, two files with their details, finish. */
    private static final int REQUESTS = 6;

    private final TestClock clock = afterWhatTheReportTells();
    private final TestServer server = TestServer.start(clock);
    private final MemoryJournal journal = new MemoryJournal();
    private final Cybertipline way = server.way(TestServer.LOGIN, Duration.ofSeconds(2));
    private final FilingContent content = new FilingContent(
            Samples.document("report"),
            List.of(
                    new FiledFile(HttpCybertiplineTest.bytes(5_000), Samples.document("file")),
                    new FiledFile(HttpCybertiplineTest.bytes(70_000), Samples.document("file"))));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aReportIsOpenedFilledAndFinishedAndEveryByteOfItKept() throws IOException {
        assertThat(run(way)).isInstanceOfSatisfying(Filed.class, filed -> {
            assertThat(filed.withReceipt()).isTrue();
            assertThat(filed.since()).isEqualTo(clock.instant());
        });

        assertThat(server.seen()).containsExactly("/submit", "/upload", "/fileinfo", "/upload", "/fileinfo", "/finish");
        assertOne();
        assertThat(journal.asked()).hasSize(REQUESTS).allMatch(bytes -> bytes > 0);
        assertThat(journal.answered()).hasSize(REQUESTS).allMatch(bytes -> bytes > 0);
    }

    @Test
    void whatIsFiledIsNeverSentAgain() throws IOException {
        run(way);
        int asked = server.seen().size();

        assertThat(run(way)).isInstanceOf(Filed.class);
        assertThat(server.seen()).hasSize(asked);
    }

    @ParameterizedTest
    @EnumSource(MemoryJournal.Moment.class)
    void whereverItDiesOneReportIsFinishedThere(MemoryJournal.Moment moment) throws IOException {
        for (int request = 1; request <= REQUESTS; request++) {
            try (TestServer other = TestServer.start(clock)) {
                var kept = new MemoryJournal();
                kept.dieAt(moment, request);
                Cybertipline there = other.way(TestServer.LOGIN, Duration.ofSeconds(2));

                assertThatThrownBy(() -> run(kept, there)).isInstanceOf(Died.class);
                assertThat(untilItEnds(kept, there))
                        .as("dead at request %d", request)
                        .isInstanceOf(Filed.class);

                assertOne(other);
            }
        }
    }

    /** Deaths and troubles of every kind, one after another; the seed says which. */
    @Test
    void whateverBreaksAndHoweverOftenOneReportIsFinishedThere() throws IOException {
        var random = new Random(20_201_219);
        int rounds = Boolean.getBoolean("desk.long") ? 400 : 25;
        for (int round = 0; round < rounds; round++) {
            try (TestServer other = TestServer.start(clock)) {
                var kept = new MemoryJournal();
                Cybertipline there = other.way(TestServer.LOGIN, Duration.ofMillis(700));
                for (int blow = 0; blow < 3; blow++) {
                    Kind kind = BREAKING.get(random.nextInt(BREAKING.size()));
                    other.trouble(ASKED.get(random.nextInt(ASKED.size())), kind, kind == Kind.STATUS ? 503 : 1000);
                    kept.dieAt(MemoryJournal.Moment.values()[random.nextInt(4)], 1 + random.nextInt(REQUESTS));
                    try {
                        var _ = untilItEnds(kept, there);
                    } catch (Died died) {
                        assertThat(died).hasNoCause();
                    }
                }
                kept.live();
                FilingNext end = untilItEnds(kept, there);

                assertThat(end).as("round %d", round).isInstanceOf(Filed.class);
                assertOne(other);
            }
        }
    }

    private static final List<Kind> BREAKING =
            List.of(Kind.CODE, Kind.STATUS, Kind.CUT_BEFORE, Kind.CUT_AFTER, Kind.SILENT, Kind.HALF, Kind.GARBAGE);
    private static final List<What> ASKED = List.of(What.OPEN, What.UPLOAD, What.DESCRIBE, What.FINISH);

    @Test
    void theWitnessSeesADeskThatOpensAnotherReportWhenTheReceiptWasLost() throws IOException {
        server.trouble(What.FINISH, Kind.CUT_AFTER, 0);
        var careless = new MemoryJournal() {
            @Override
            public void came(FilingReply reply, @Nullable Answer answer) {
                Outcome heard = reply.outcome() == Outcome.LOST ? Outcome.REPORT_GONE : reply.outcome();
                super.came(new FilingReply(reply.came(), heard, reply.code(), reply.report(), reply.fileId()), answer);
            }
        };

        untilItEnds(careless, way);

        assertThatThrownBy(this::assertOne).isInstanceOf(AssertionError.class);
    }

    @Test
    void anAnswerToFinishingThatWasLostIsAskedForAgainAndCountsAsDone() throws IOException {
        server.trouble(What.FINISH, Kind.CUT_AFTER, 0);

        assertThat(run(way)).isInstanceOf(Wait.class);
        assertThat(untilItEnds(journal, way))
                .isInstanceOfSatisfying(
                        Filed.class, filed -> assertThat(filed.withReceipt()).isFalse());
        assertOne();
    }

    @Test
    void aReportFinishedThereThatNobodyHereAskedToFinishIsForAPerson() throws IOException {
        server.trouble(What.FINISH, Kind.CODE, 5102);

        assertThat(run(way)).isEqualTo(new Halted(Outcome.FINISHED, 5102));
    }

    @Test
    void aReportThatLapsedIsOpenedAnewAndTheOldNumberStaysInTheHistory() throws IOException {
        journal.dieAt(MemoryJournal.Moment.AFTER_KEPT, 3);
        assertThatThrownBy(() -> run(way)).isInstanceOf(Died.class);
        clock.advance(Duration.ofHours(26));

        assertThat(untilItEnds(journal, way)).isInstanceOf(Filed.class);

        assertOne();
        assertThat(journal.history().steps().stream()
                        .map(FilingStep::report)
                        .filter(number -> number != null)
                        .distinct())
                .hasSize(2);
    }

    @Test
    void aFileThatArrivedDamagedIsNotFinishedWith() throws IOException {
        server.trouble(What.UPLOAD, Kind.OTHER_HASH, 0);

        assertThat(untilItEnds(journal, way)).isInstanceOf(Filed.class);

        assertOne();
        assertThat(server.reports().in(State.RETRACTED)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"OPEN,2000", "OPEN,4100", "UPLOAD,3300", "DESCRIBE,4000", "FINISH,4100", "FINISH,5101", "FINISH,3000"})
    void whatNoRetryMendsStopsAtOnceAndGoesOnWhenAPersonSaysSo(What what, int code) throws IOException {
        server.trouble(what, Kind.CODE, code);

        assertThat(run(way)).isEqualTo(new Halted(Outcome.ofCode(code), code));
        int asked = server.seen().size();
        assertThat(run(way)).isInstanceOf(Halted.class);
        assertThat(server.seen()).as("nothing goes out meanwhile").hasSize(asked);

        journal.wish(FilingWish.Kind.GO_ON, clock.instant());
        assertThat(untilItEnds(journal, way)).isInstanceOf(Filed.class);
        assertOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPEN", "UPLOAD", "DESCRIBE", "FINISH"})
    void retriesWaitLongerEachTimeAndEndWithACall(String what) throws IOException {
        Stream.generate(() -> What.valueOf(what)).limit(50).forEach(one -> server.trouble(one, Kind.CODE, 1000));
        Instant from = clock.instant();
        Duration before = Duration.ZERO;
        int waits = 0;

        FilingNext next = run(way);
        while (next instanceof Wait wait) {
            Duration pause = Duration.between(clock.instant(), wait.until());
            assertThat(pause).isPositive().isGreaterThanOrEqualTo(before);
            before = pause;
            waits++;
            clock.advance(pause.minusMillis(1));
            int asked = server.seen().size();
            assertThat(run(way)).isInstanceOf(Wait.class);
            assertThat(server.seen()).as("nothing goes out before its time").hasSize(asked);
            clock.advance(Duration.ofMillis(1));
            next = run(way);
        }

        assertThat(next).isEqualTo(new Halted(Outcome.RETRY, null));
        assertThat(waits).isEqualTo(FilingState.MOST_TRIES - 1);
        assertThat(Duration.between(from, clock.instant())).isBetween(Duration.ofHours(4), Duration.ofHours(12));
    }

    @Test
    void aLineThatLosesEveryFileCallsAPersonInsteadOfOpeningReportsForEver() throws IOException {
        for (int i = 0; i < 100; i++) {
            server.trouble(What.UPLOAD, Kind.CUT_AFTER, 0);
        }

        assertThat(untilItEnds(journal, way)).isEqualTo(new Halted(Outcome.LOST, null));

        assertThat(server.reports().count()).isEqualTo(FilingState.MOST_REPORTS);
        assertThat(server.reports().in(State.FINISHED)).isEmpty();
    }

    @Test
    void whatIsTakenBackInTimeIsRetractedThereAndNothingMoreGoesOut() throws IOException {
        journal.dieAt(MemoryJournal.Moment.AFTER_KEPT, 4);
        assertThatThrownBy(() -> run(way)).isInstanceOf(Died.class);
        journal.wish(FilingWish.Kind.TAKE_BACK, clock.instant());
        server.trouble(What.RETRACT, Kind.CUT_AFTER, 0);

        assertThat(untilItEnds(journal, way)).isEqualTo(new TakenBack());

        assertThat(server.reports().in(State.RETRACTED)).hasSize(1);
        assertThat(server.reports().in(State.FINISHED)).isEmpty();
        int asked = server.seen().size();
        journal.wish(FilingWish.Kind.GO_ON, clock.instant());
        assertThat(run(way)).isEqualTo(new TakenBack());
        assertThat(server.seen()).hasSize(asked);
    }

    @Test
    void onceItWasAskedToFinishNothingIsTakenBack() throws IOException {
        server.trouble(What.FINISH, Kind.CUT_AFTER, 0);
        run(way);
        journal.wish(FilingWish.Kind.TAKE_BACK, clock.instant());

        assertThat(FilingState.of(journal.history()).mayBeTakenBack()).isFalse();
        assertThat(untilItEnds(journal, way)).isInstanceOf(Filed.class);
        assertThat(server.seen()).doesNotContain("/retract");
    }

    @Test
    void aFileThatCannotBeReadAsksNothingOfIt() throws IOException {
        var unreadable =
                new FilingContent(content.report(), List.of(new FiledFile(new Unreadable(), Samples.document("file"))));

        assertThatThrownBy(() -> new FilingRun(unreadable, journal, way, clock).goOn())
                .isInstanceOf(IOException.class);
        assertThat(server.seen()).containsExactly("/submit");
    }

    private static TestClock afterWhatTheReportTells() {
        var clock = new TestClock();
        clock.advance(Duration.between(clock.instant(), Samples.CLOCK.instant()));
        return clock;
    }

    private FilingNext run(Cybertipline there) throws IOException {
        return run(journal, there);
    }

    private FilingNext run(MemoryJournal kept, Cybertipline there) throws IOException {
        return new FilingRun(content, kept, kept.around(there), clock).goOn();
    }

    /** Goes on whenever it is time. */
    private FilingNext untilItEnds(MemoryJournal kept, Cybertipline there) throws IOException {
        FilingNext next = run(kept, there);
        while (next instanceof Wait wait) {
            clock.advance(Duration.between(clock.instant(), wait.until()));
            next = run(kept, there);
        }
        return next;
    }

    private void assertOne() {
        assertOne(server);
    }

    private static void assertOne(TestServer there) {
        assertThat(there.reports().in(State.FINISHED)).singleElement().satisfies(report -> {
            assertThat(report.files()).extracting(bytes -> bytes.length).containsExactly(5_000, 70_000);
            assertThat(report.details()).hasSize(2);
        });
    }

    private static final class Unreadable implements FileBody {
        @Override
        public long bytes() {
            return 1;
        }

        @Override
        public InputStream open() throws IOException {
            throw new IOException("gone");
        }
    }
}
