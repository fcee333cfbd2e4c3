package org.moderationdesk.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.referrals.FilingDesk.ANNA;
import static org.moderationdesk.referrals.FilingDesk.UNCLEARED;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.media.MediaSpan;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.ncmec.Element;
import org.moderationdesk.referrals.ncmec.Fault;
import org.moderationdesk.referrals.ncmec.IncidentType;
import org.moderationdesk.referrals.ncmec.Outline;
import org.moderationdesk.referrals.ncmec.ViewedHere.Extent;
import org.moderationdesk.review.ItemLooks;
import org.moderationdesk.review.LookReason;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.SealedOpening;
import org.moderationdesk.review.SealedWhy;
import org.moderationdesk.settings.ReporterSettings;
import org.moderationdesk.staff.RightRefused;

/** The report that the desk makes of an item: of what it knows, and of nothing else. */
@OnBothStores
final class ItemReportTest {
    private static final ReporterSettings REPORTER = new ReporterSettings(
            "Noor",
            "Desk",
            "safety-desk@example.org",
            "Sample App",
            "Standing text",
            "Terms",
            "https://legal.example/");

    private static final SealedWhy WHY =
            new SealedWhy(LookReason.REFERRAL_NEEDS_IT, "asked for by the test of reports");

    private final Store store = TestStore.create();

    @TempDir
    private Path folder;

    private FilingDesk desk;

    @BeforeEach
    void begin() {
        desk = new FilingDesk(store, folder, new TestClock());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatTheDeskKnowsOfAnItemIsAReportThatHolds() throws IOException {
        String referral = desk.refer("A-1", true);

        Filings.Draft draft = draft("A-1", IncidentType.ONLINE_ENTICEMENT, REPORTER);

        assertThat(check(referral, IncidentType.ONLINE_ENTICEMENT, REPORTER)).isEmpty();
        assertThat(text(draft.report(), "incidentSummary", "incidentType"))
                .isEqualTo(IncidentType.ONLINE_ENTICEMENT.code());
        assertThat(text(draft.report(), "personOrUserReported", "espIdentifier"))
                .isEqualTo("u-1");
        assertThat(text(draft.report(), "personOrUserReported", "screenName")).isEqualTo("@u");
        assertThat(text(draft.report(), "incidentSummary", "incidentDateTimeDescription"))
                .isEqualTo("When it was reported to us");
        assertThat(draft.files()).extracting(Filings.DraftFile::sha256).hasSize(2);
        assertThat(draft.files()).allSatisfy(file -> {
            assertThat(file.details().child("fileId")).isEmpty();
            assertThat(text(file.details(), "fileViewedByEsp")).isEqualTo("false");
        });
        desk.filings().make(ANNA, referral, Environment.DISABLED, draft);
    }

    @Test
    void whatNobodyHasSaidIsMissingAndNamed() throws IOException {
        String referral = desk.refer("A-1", true);

        assertThat(check(referral, null, ReporterSettings.none()))
                .extracting(fault -> fault.path() + " " + fault.rule())
                .containsExactlyInAnyOrder(
                        "report/incidentSummary/incidentType MISSING",
                        "report/reporter/reportingPerson/email REPORTER_WITHOUT_EMAIL");
        assertThatThrownBy(() -> desk.filings()
                        .make(ANNA, referral, Environment.DISABLED, draft("A-1", null, ReporterSettings.none())))
                .isInstanceOf(FilingRefused.class);
    }

    @Test
    void onlyWhatWasSeenWholeCountsAsViewed() throws IOException {
        desk.flag("A-1");
        Opened opened = desk.review().open("A-1", ANNA);
        look(opened, 0, LookForm.OUTLINE);
        look(opened, 0, LookForm.SMALL_GREY);
        assertThat(viewed()).containsExactly("false", "false");

        look(opened, 1, LookForm.GREY);

        assertThat(viewed()).containsExactly("false", "true");
    }

    @Test
    void metadataCountsOnlyForTheFileAndVersionThatItWasReadOfAndOnlyIfThatWasSeen() throws IOException {
        desk.flag("A-1");
        Opened opened = desk.review().open("A-1", ANNA);
        var looks = desk.review().review().looks();
        look(opened, 1, LookForm.GREY);
        assertThat(told("exifViewedByEsp")).containsExactly("false", "false");

        looks.openMetadata(opened, 1);
        assertThat(told("exifViewedByEsp")).as("opened is not read").containsExactly("false", "false");
        looks.recordMetadata(opened, new Look(1, LookForm.METADATA, 3_000, null));
        looks.recordMetadata(opened, new Look(0, LookForm.METADATA, 3_000, null));

        assertThat(told("exifViewedByEsp")).containsExactly("false", "true");
        assertThat(viewed()).as("metadata is no view of the file").containsExactly("false", "true");
    }

    @Test
    void anOpenedSealCountsOnlyOnceItsLookHasEnded() throws IOException {
        desk.flag("A-1");
        Opened opened = desk.review().open("A-1", ANNA);

        SealedOpening opening = desk.review().review().openSealed(opened, 1, LookForm.GREY, WHY);
        assertThat(viewed())
                .as("the desk may have died before anything was seen")
                .containsExactly("false", "false");
        desk.review().review().endSealed(opening, 0);
        assertThat(viewed()).as("nothing could be shown").containsExactly("false", "false");
        desk.review().review().endSealed(desk.review().review().openSealed(opened, 1, LookForm.GREY, WHY), 2_000);
        assertThat(viewed()).containsExactly("false", "true");
    }

    @Test
    void aFilmCountsAsViewedOnceLooksSpanAllThatTheDecoderFinds() throws IOException {
        desk.flag("A-2", "video/mp4");
        SeenHere begun = (_, _, _, _) -> List.of(span(0, 6_000));
        SeenHere whole = (_, _, _, _) -> List.of(span(0, 6_000), span(5_000, 10_000));

        assertThat(viewed("A-2", begun, _ -> new Extent.Film(10_000, 40))).containsExactly("false", "false");
        assertThat(viewed("A-2", whole, _ -> new Extent.Film(10_000, 40))).containsExactly("true", "true");
        assertThat(viewed("A-2", whole, _ -> new Extent.Film(20_000, 40))).containsExactly("false", "false");
        assertThat(viewed("A-2", whole, _ -> new Extent.Unknown())).containsExactly("false", "false");
    }

    @Test
    void aFileThatWasNeverPlayedIsNotDecoded() throws IOException {
        desk.flag("A-3", "video/mp4");
        SeenHere still = (_, _, _, _) -> List.of(new Look(0, LookForm.GREY, 2_000, null));

        assertThat(viewed("A-3", still, _ -> {
                    throw new AssertionError("decoded without a look");
                }))
                .containsExactly("false", "false");
    }

    @Test
    void theDecoderIsAskedOnceTheTransactionHasEnded() throws IOException {
        String referral = desk.refer("A-4", true, "video/mp4");
        SeenHere whole = (_, _, _, _) -> List.of(span(0, 6_000));
        var asked = new ArrayList<Boolean>();
        var reading = new AtomicReference<Handle>();
        var reports = new ItemReport(
                new StoredItems(store, StoredQueue::openCases),
                whole,
                _ -> {
                    asked.add(reading.get().isClosed());
                    return new Extent.Film(6_000, 40);
                },
                Outline.read());

        assertThat(desk.filings().check(ANNA, referral, (handle, line) -> {
                    reading.set(handle);
                    var gathered = reports.gather(handle, line.itemId()).orElseThrow();
                    assertThat(asked).isEmpty();
                    return () -> reports.draft(gathered, IncidentType.ONLINE_ENTICEMENT, REPORTER);
                }))
                .isEmpty();
        assertThat(asked).containsExactly(true, true);
    }

    @Test
    void whoIsNotClearedChecksNothing() throws IOException {
        String referral = desk.refer("A-1", true);

        assertThatThrownBy(() -> desk.filings().check(UNCLEARED, referral, (handle, line) -> {
                    throw new AssertionError("read for somebody without the right");
                }))
                .isInstanceOf(RightRefused.class);
    }

    private void look(Opened opened, int media, LookForm form) {
        desk.review().review().endSealed(desk.review().review().openSealed(opened, media, form, WHY), 2_000);
    }

    private List<String> viewed() {
        return told("fileViewedByEsp");
    }

    private List<String> told(String field) {
        return draft("A-1", IncidentType.CHILD_SEX_TOURISM, REPORTER).files().stream()
                .map(file -> text(file.details(), field))
                .toList();
    }

    private List<String> viewed(String item, SeenHere seen, Extents extents) {
        var items = new StoredItems(store, StoredQueue::openCases);
        var reports = new ItemReport(items, seen, extents, Outline.read());
        return store
                .read(handle -> reports.gather(handle, item))
                .map(gathered -> reports.draft(gathered, IncidentType.CHILD_SEX_TOURISM, REPORTER))
                .orElseThrow()
                .files()
                .stream()
                .map(file -> text(file.details(), "fileViewedByEsp"))
                .toList();
    }

    private static Look span(long from, long to) {
        return new Look(0, LookForm.GREY, to - from, new MediaSpan(from, to));
    }

    private List<Fault> check(String referral, @Nullable IncidentType type, ReporterSettings by) {
        return desk.filings().check(ANNA, referral, (handle, line) -> {
            var gathered = reports().gather(handle, line.itemId()).orElseThrow();
            return () -> reports().draft(gathered, type, by);
        });
    }

    private Filings.Draft draft(String item, @Nullable IncidentType type, ReporterSettings by) {
        return reports()
                .draft(store.read(handle -> reports().gather(handle, item)).orElseThrow(), type, by);
    }

    private ItemReport reports() {
        return new ItemReport(
                new StoredItems(store, StoredQueue::openCases),
                new ItemLooks(),
                _ -> new Extent.Unknown(),
                Outline.read());
    }

    private static String text(Element element, String... path) {
        Element at = element;
        for (String name : path) {
            at = at.child(name).orElseThrow();
        }
        return at.text();
    }
}
