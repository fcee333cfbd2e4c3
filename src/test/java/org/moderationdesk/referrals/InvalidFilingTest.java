package org.moderationdesk.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static org.moderationdesk.referrals.FilingDesk.ANNA;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.FilingRefused.Why;
import org.moderationdesk.referrals.ncmec.Element;
import org.moderationdesk.referrals.ncmec.Fault;
import org.moderationdesk.referrals.ncmec.Samples;
import org.moderationdesk.referrals.ncmec.Samples.Invalid;

/** Documents that do not hold, each refused where a report is made of them, with the field that is wrong. */
final class InvalidFilingTest {
    private final TestClock clock = new TestClock();
    private final Store store = TestStore.create();

    @TempDir
    private Path folder;

    private FilingDesk desk;
    private String referral = "";

    @BeforeEach
    void begin() throws IOException {
        clock.advance(Duration.between(clock.instant(), Samples.CLOCK.instant()));
        desk = new FilingDesk(store, folder, clock);
        referral = desk.refer("A-1", true);
        clock.advance(Duration.ofMinutes(1));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void eachIsRefusedBeforeAnythingIsKeptAndNamesItsField() {
        List<Invalid> all = Samples.invalid();
        assertThat(all).hasSizeGreaterThanOrEqualTo(40);

        for (Invalid invalid : all) {
            assertThatExceptionOfType(FilingRefused.class)
                    .as(invalid.toString())
                    .isThrownBy(() -> desk.filings().make(ANNA, referral, Environment.TEST, draft(invalid)))
                    .satisfies(refused -> assertThat(refused.why()).isEqualTo(Why.INVALID))
                    .satisfies(refused -> assertThat(refused.faults())
                            .extracting(Fault::path, Fault::rule)
                            .containsExactly(tuple(
                                    invalid.path().replaceFirst("^fileDetails", "fileDetails[1]"), invalid.rule())));
        }

        for (String table : List.of("filing", "filing_file", "filing_paper", "filing_request")) {
            assertThat(count(table)).as(table).isZero();
        }
        assertThat(desk.filings().make(ANNA, referral, Environment.TEST, desk.draft("A-1")))
                .as("as it is without the fault")
                .isNotNull();
    }

    private Filings.Draft draft(Invalid invalid) {
        Filings.Draft whole = desk.draft("A-1");
        String sha = whole.files().getFirst().sha256();
        boolean batched = invalid.document().startsWith("batch");
        boolean ofFile = invalid.document().contains("file");
        Element report = ofFile ? Samples.document(batched ? "batch" : "report") : invalid.element();
        Element file = ofFile ? invalid.element() : Samples.document(batched ? "batch-file" : "file");
        return new Filings.Draft(report, List.of(new Filings.DraftFile(sha, file)));
    }

    private int count(String table) {
        return store.read(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Integer.class)
                .one());
    }
}
