package org.moderationdesk.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.moderationdesk.referrals.FilingDesk.ANNA;
import static org.moderationdesk.referrals.FilingDesk.REPORTER;
import static org.moderationdesk.referrals.FilingDesk.UNCLEARED;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.FilingRefused.Why;
import org.moderationdesk.referrals.ReportDrafts.Content;
import org.moderationdesk.referrals.ReportDrafts.Prepared;
import org.moderationdesk.referrals.ncmec.Element;
import org.moderationdesk.referrals.ncmec.Fault;
import org.moderationdesk.referrals.ncmec.Fields;
import org.moderationdesk.referrals.ncmec.IncidentType;
import org.moderationdesk.referrals.ncmec.Outline;
import org.moderationdesk.referrals.ncmec.Rule;
import org.moderationdesk.referrals.ncmec.Samples;
import org.moderationdesk.settings.ReporterSettings;
import org.moderationdesk.staff.RightRefused;

/** The drafts that people make of what the desk knows. */
@OnBothStores
final class ReportDraftsTest {
    private static final String TYPE = "report/incidentSummary/incidentType";
    private static final String EMAIL = "report/reporter/reportingPerson/email[1]";
    private static final String VIEWED = "fileDetails/fileViewedByEsp";

    private final TestClock clock = new TestClock();
    private final TestServer server = TestServer.start(clock);
    private final Cybertipline way = server.way(TestServer.LOGIN, Duration.ofSeconds(2));
    private final Store store = TestStore.create();
    private final Fields fields = new Fields(Outline.read());

    @TempDir
    private Path folder;

    private FilingDesk desk;

    @BeforeEach
    void begin() {
        clock.advance(Duration.between(clock.instant(), Samples.CLOCK.instant()));
        desk = new FilingDesk(store, folder, clock);
    }

    @AfterEach
    void close() {
        assertThat(desk.review().verify().intact()).isTrue();
        store.close();
        server.close();
    }

    @Test
    void whatTheDeskKnowsIsThereAndWhatItCannotKnowIsMissing() throws IOException {
        String referral = desk.refer("A-1", true);

        Prepared prepared = desk.drafts().prepare(ANNA, referral);

        assertThat(prepared.revision()).isZero();
        assertThat(prepared.content().files())
                .extracting(ReportDrafts.ContentFile::bytes)
                .containsExactly(5_000L, 70_000L);
        assertThat(fields.text(prepared.content().report(), "report/additionalInfo"))
                .contains("made up");
        assertThat(desk.drafts().check(prepared.content()))
                .extracting(Fault::path, Fault::rule)
                .containsExactly(tuple(TYPE, Rule.MISSING));
        assertThat(desk.workspace().find(ANNA, referral).orElseThrow().standing())
                .isEqualTo(Standing.TO_DO);
    }

    @Test
    void aDraftIsKeptAsItWasSavedAlsoWhereItDoesNotHold() throws IOException {
        String referral = desk.refer("A-1", true);
        Prepared before = desk.drafts().prepare(ANNA, referral);
        Element report = fields.with(before.content().report(), "report/incidentSummary/platform", "x\u0007y");
        var files = List.of(
                before.content().files().get(0).sent(false),
                before.content().files().get(1));

        int revision = desk.drafts().save(ANNA, referral, new Content(report, files), 0);

        assertThat(revision).isEqualTo(1);
        Prepared after = desk.drafts().prepare(ANNA, referral);
        assertThat(after.savedBy()).isEqualTo("anna");
        assertThat(after.content()).isEqualTo(new Content(report, files));
        assertThat(desk.drafts().check(after.content()))
                .extracting(Fault::rule)
                .containsExactlyInAnyOrder(Rule.MISSING, Rule.FORBIDDEN_CHARACTER);
        assertThat(desk.workspace().find(ANNA, referral).orElseThrow().standing())
                .isEqualTo(Standing.DRAFT);
        assertThat(desk.workspace().read(ANNA, referral).orElseThrow().events())
                .anyMatch(ReferralEvent.Drafted.class::isInstance);
    }

    @Test
    void whoReportsIsAlwaysAsTheSettingsSay() throws IOException {
        String referral = desk.refer("A-1", true);
        Prepared before = desk.drafts().prepare(ANNA, referral);
        Element other = fields.with(before.content().report(), EMAIL, "somebody@example.org");
        int unused = desk.drafts()
                .save(ANNA, referral, new Content(other, before.content().files()), 0);
        assertThat(fields.text(desk.drafts().prepare(ANNA, referral).content().report(), EMAIL))
                .isEqualTo(REPORTER.email());

        desk.reportAs(ReporterSettings.none());

        assertThat(desk.drafts().check(desk.drafts().prepare(ANNA, referral).content()))
                .extracting(Fault::rule)
                .contains(Rule.REPORTER_WITHOUT_EMAIL);
        assertThat(unused).isEqualTo(1);
    }

    @Test
    void whetherAFileWasViewedFollowsFromLooksWhateverADraftSays() throws IOException {
        String referral = desk.refer("A-1", true);
        Prepared before = desk.drafts().prepare(ANNA, referral);
        var claimed = before.content().files().stream()
                .map(file -> file.with(fields.with(file.details(), VIEWED, "true")))
                .toList();
        Element report = fields.with(before.content().report(), TYPE, IncidentType.CHILD_SEX_TOURISM.code());
        int unused = desk.drafts().save(ANNA, referral, new Content(report, claimed), 0);

        assertThat(desk.drafts().prepare(ANNA, referral).content().files())
                .allSatisfy(
                        file -> assertThat(fields.text(file.details(), VIEWED)).isEqualTo("false"));
        clock.advance(Duration.ofMinutes(1));
        Filing filing = desk.drafts().file(ANNA, referral, Environment.TEST);
        assertThat(desk.filings().goOn(ANNA, filing.id(), way)).isInstanceOf(FilingNext.Filed.class);
        List<String> told = store.read(handle -> FilingFile.of(handle, filing.id()).stream()
                .map(file -> new String(Papers.read(handle, filing, file.details()), StandardCharsets.UTF_8))
                .toList());
        assertThat(told).hasSize(2).allMatch(details -> details.contains("<fileViewedByEsp>false</fileViewedByEsp>"));
        assertThat(unused).isEqualTo(1);
    }

    @Test
    void whatSomebodyElseSavedMeanwhileIsNotWrittenOver() throws IOException {
        String referral = desk.refer("A-1", true);
        Content content = desk.drafts().prepare(ANNA, referral).content();
        int first = desk.drafts().save(ANNA, referral, content, 0);
        int second = desk.drafts().save(FilingDesk.LEAD, referral, content, first);

        for (int stale : List.of(0, first)) {
            assertThatExceptionOfType(FilingRefused.class)
                    .isThrownBy(() -> desk.drafts().save(ANNA, referral, content, stale))
                    .satisfies(refusal -> assertThat(refusal.why()).isEqualTo(Why.DRAFTED_MEANWHILE));
        }
        assertThat(second).isEqualTo(2);
    }

    @Test
    void whatIsNotSentIsNeitherCheckedNorFiled() throws IOException {
        String referral = desk.refer("A-1", true);
        Content content = desk.drafts().prepare(ANNA, referral).content();
        Element report = fields.with(content.report(), TYPE, IncidentType.CHILD_SEX_TOURISM.code());
        Element wrong = fields.with(content.files().getFirst().details(), "fileDetails/locationOfFile", "no address");
        var files = List.of(
                content.files().get(0).with(wrong).sent(false), content.files().get(1));
        int unused = desk.drafts().save(ANNA, referral, new Content(report, files), 0);
        clock.advance(Duration.ofMinutes(1));

        Filing filing = desk.drafts().file(ANNA, referral, Environment.DISABLED);

        assertThat(unused).isEqualTo(1);
        List<FilingFile> sent = store.read(handle -> FilingFile.of(handle, filing.id()));
        assertThat(sent)
                .extracting(FilingFile::media)
                .containsExactly(content.files().get(1).sha256());
    }

    @Test
    void numbersOfEarlierReportsAboutTheAccountAreFilledIn() throws IOException {
        String first = desk.refer("A-1", true);
        clock.advance(Duration.ofMinutes(1));
        desk.sendTo(Environment.PRODUCTION);
        Filing filing = desk.filings().make(ANNA, first, Environment.PRODUCTION, desk.draft("A-1"));
        assertThat(desk.filings().goOn(ANNA, filing.id(), way)).isInstanceOf(FilingNext.Filed.class);
        String number = store.read(handle -> handle.createQuery("select max(report) from filing_reply")
                .mapTo(String.class)
                .one());

        String second = desk.refer("A-2", true);

        assertThat(fields.texts(
                        desk.drafts().prepare(ANNA, second).content().report(),
                        "report/personOrUserReported[1]/priorCTReports"))
                .containsExactly(number);
        assertThat(fields.count(
                        desk.drafts().prepare(ANNA, first).content().report(),
                        "report/personOrUserReported[1]/priorCTReports"))
                .as("a report is not earlier than itself")
                .isZero();
    }

    @Test
    void closingsOfTheAccountThatTheDeskRecordedAreFilledIn() throws IOException {
        String until = clock.instant().plus(Duration.ofDays(7)).toString();
        String referral = desk.refer("A-1", true, "image/png", "{\"measure\":\"SUSPEND\",\"until\":\"" + until + "\"}");
        String closed = "report/personOrUserReported[1]/accountTemporarilyDisabled";
        assertThat(fields.has(desk.drafts().prepare(ANNA, referral).content().report(), closed))
                .as("not in effect while it can be undone")
                .isFalse();
        clock.advance(Duration.ofMinutes(10));

        Content content = desk.drafts().prepare(ANNA, referral).content();

        assertThat(fields.text(content.report(), closed)).isEqualTo("true");
        assertThat(Instant.parse(fields.text(content.report(), closed + "/@disabledDate")))
                .isBefore(clock.instant());
        assertThat(fields.text(content.report(), closed + "/@reenabledDate")).isEqualTo(until);
        assertThat(fields.has(content.report(), "report/personOrUserReported[1]/accountPermanentlyDisabled"))
                .isFalse();
        Element edited = fields.with(content.report(), closed + "/@userNotified", "true");
        int unused = desk.drafts().save(ANNA, referral, new Content(edited, content.files()), 0);
        assertThat(fields.text(desk.drafts().prepare(ANNA, referral).content().report(), closed + "/@userNotified"))
                .as("what somebody wrote stays")
                .isEqualTo("true");
        assertThat(unused).isEqualTo(1);
    }

    @Test
    void aBanThatWaitsForASecondPersonIsNoClosingUntilItIsInEffect() throws IOException {
        String referral = desk.refer("A-1", true, "image/png", "{\"measure\":\"BAN\"}");
        String closed = "report/personOrUserReported[1]/accountPermanentlyDisabled";
        clock.advance(Duration.ofMinutes(10));
        assertThat(fields.has(desk.drafts().prepare(ANNA, referral).content().report(), closed))
                .isFalse();

        desk.approve("A-1");
        clock.advance(Duration.ofMinutes(10));

        Element report = desk.drafts().prepare(ANNA, referral).content().report();
        assertThat(fields.text(report, closed)).isEqualTo("true");
        assertThat(fields.text(report, closed + "/@disabledDate")).isNotEmpty();
    }

    @Test
    void aClosingThatSomebodyReviewsBlindIsNotToldToThem() throws IOException {
        String until = clock.instant().plus(Duration.ofDays(7)).toString();
        String first = desk.refer("A-1", true, "image/png", "{\"measure\":\"SUSPEND\",\"until\":\"" + until + "\"}");
        String second = desk.refer("A-2", true);
        clock.advance(Duration.ofMinutes(10));
        String closed = "report/personOrUserReported[1]/accountTemporarilyDisabled";
        assertThat(fields.has(desk.drafts().prepare(ANNA, second).content().report(), closed))
                .as("of the same account")
                .isTrue();
        int taken = store.write(handle -> handle.execute("""
            insert into second_review (id, case_id, item_id, item_version, edition, kind, queue, severity, sections,
                                       opened_at, seen_at, due_at, child_safety, sealed, state, second_person, taken_at,
                                       ends_at, moved_in, event_seq)
            values ('r-1', 1, 'A-1', 1, '2020-12', 'IMAGE', '', 1, '', 0, 0, 0, true, true, 'TAKEN', 'anna', 0, 0, 0, 1)
            """));

        assertThat(fields.has(desk.drafts().prepare(ANNA, second).content().report(), closed))
                .isFalse();
        assertThat(fields.has(
                        desk.drafts().prepare(FilingDesk.LEAD, second).content().report(), closed))
                .isTrue();
        int ended = store.write(handle -> handle.execute("delete from second_review"));
        assertThat(List.of(taken, ended)).containsExactly(1, 1);
        assertThat(first).isNotEmpty();
    }

    @Test
    void withoutTheClearanceNothingIsDraftedOrRead() throws IOException {
        String referral = desk.refer("A-1", true);
        Content content = desk.drafts().prepare(ANNA, referral).content();

        assertThatThrownBy(() -> desk.drafts().prepare(UNCLEARED, referral)).isInstanceOf(RightRefused.class);
        assertThatThrownBy(() -> desk.drafts().save(UNCLEARED, referral, content, 0))
                .isInstanceOf(RightRefused.class);
        assertThatThrownBy(() -> desk.drafts().file(UNCLEARED, referral, Environment.TEST))
                .isInstanceOf(RightRefused.class);
    }
}
