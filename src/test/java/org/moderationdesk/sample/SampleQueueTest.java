package org.moderationdesk.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.intake.ImportProgress;
import org.moderationdesk.intake.Intake;
import org.moderationdesk.intake.Receiver;
import org.moderationdesk.items.DeskFormat;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.ItemWriter;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.items.TimedText;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.media.decode.WorkerLaunch;
import org.moderationdesk.queue.CaseWriter;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.settings.QueueSettings;

class SampleQueueTest {
    private static final int CASES = 240;
    private static final long SEED = 7;
    /** Real brands of platforms, and words that no made-up case needs. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "\\b(tiktok|youtube|instagram|facebook|twitter|snapchat|whatsapp|telegram|nazi|hitler|porn\\w*|fuck\\w*"
                    + "|kanker\\w*|hoer\\w*|kut\\w*|bitch\\w*|retard\\w*)\\b");

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private final Book book = new BookReader().read("2020-12");

    @Test
    void everySectionKindSeverityAndBothLanguagesAreThereAndEveryLineIsTaken() throws IOException {
        try (Store store = TestStore.create()) {
            var items = new StoredItems(store, StoredQueue::openCases);
            assertThat(items.isEmpty()).isTrue();

            assertThat(queue(store).fill(200, SEED, ImportProgress.NONE)).isEqualTo(200);

            assertThat(items.isEmpty()).isFalse();
            assertThat(words(store, "select distinct sections from open_case"))
                    .containsAll(book.sections().stream()
                            .map(section -> section.code().value())
                            .toList());
            assertThat(words(store, "select distinct kind from item"))
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(ItemKind.values()).map(Enum::name).toList());
            assertThat(words(store, "select distinct language from open_case")).contains("nl", "en", "fy", "fr", "de");
            assertThat(rows(store, "select distinct severity from open_case")).hasSize(Severity.values().length);
            assertThat(words(store, "select distinct state from item_media")).contains("STORED", "MISSING", "DIFFERS");
        }
    }

    @Test
    void someCasesAreLateAndSomeNearlyDue() throws IOException {
        try (Store store = TestStore.create()) {
            queue(store).fill(200, SEED, ImportProgress.NONE);

            long now = clock.instant().toEpochMilli();
            List<Long> due = rows(store, "select due_at from open_case").stream()
                    .map(Long::valueOf)
                    .toList();
            assertThat(due).filteredOn(at -> at < now).hasSizeBetween(2, 40);
            assertThat(due)
                    .filteredOn(at -> at >= now && at < now + 30 * 60_000)
                    .hasSizeBetween(2, 80);
            assertThat(due).filteredOn(at -> at > now + 3_600_000).hasSizeGreaterThan(80);
        }
    }

    @Test
    void atLeastTwoHundredCasesDiffer() throws IOException {
        Set<String> texts = new HashSet<>();
        for (String line : lines("a", CASES, SEED)) {
            FlaggedItem flagged = new DeskFormat(clock.instant()).read(line);
            Item item = flagged.item();
            texts.add(item.kind() + " " + item.text());
        }

        assertThat(texts).hasSizeGreaterThanOrEqualTo(200);
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
        assertThat(lines("b", CASES, SEED))
                .isEqualTo(lines("c", CASES, SEED))
                .isNotEqualTo(lines("d", CASES, SEED + 1));
        try (var pictures = Files.list(folder.resolve("b/media"))) {
            for (Path picture : pictures.toList()) {
                assertThat(picture)
                        .hasSameBinaryContentAs(folder.resolve("c/media").resolve(picture.getFileName()));
                assertThat(Files.size(picture)).isLessThan(60_000);
            }
        }
    }

    @Test
    void noLineHoldsAForbiddenWord() throws IOException {
        assertThat(FORBIDDEN.matcher("see it on tiktok too").find()).isTrue();
        assertThat(lines("e", CASES, SEED)).allSatisfy(line -> assertThat(
                        FORBIDDEN.matcher(line.toLowerCase(Locale.ROOT)).find())
                .isFalse());
    }

    @Test
    void everyClipHasAFileOfItsOwnButReposts() throws IOException {
        Set<String> files = new HashSet<>();
        Set<String> reposts = new HashSet<>();
        try (var film = Film.of(WorkerLaunch.usual())) {
            for (int round = 0; round < 2; round++) {
                for (String line : lines("f" + round, film, round == 0 ? CASES : 20)) {
                    Item item = new DeskFormat(clock.instant()).read(line).item();
                    boolean clip = item.kind() == ItemKind.VIDEO
                            || item.kind() == ItemKind.AUDIO
                            || item.kind() == ItemKind.LIVESTREAM;
                    for (MediaFile media : clip ? item.media() : List.<MediaFile>of()) {
                        Path file = folder.resolve("f" + round).resolve(String.valueOf(media.path()));
                        assertThat(file).isRegularFile();
                        assertThat(Files.size(file)).isLessThan(2_000_000);
                        assertThat(Sha256.of(Files.readAllBytes(file))).isEqualTo(media.sha256());
                        boolean isNew = files.add(media.sha256());
                        assertThat(round == 0 || !isNew).isTrue();
                        if (round == 0 && !isNew) {
                            reposts.add(String.valueOf(media.path()));
                        }
                        long said = item.transcript().stream()
                                .mapToLong(TimedText::toMs)
                                .max()
                                .orElse(0);
                        boolean picture =
                                item.media().size() > 1 && media.width() != null && media.durationMs() == null;
                        if (!picture) {
                            assertThat(media.durationMs()).isGreaterThan(said);
                        }
                    }
                }
            }
        }
        assertThat(files).hasSizeGreaterThan(80);
        assertThat(reposts).containsExactly("media/harbour-storm.mp4");
    }

    @Test
    void everyOddFileIsAmongTheFirstCasesAndSaysWhatItStandsForInBothLanguages() throws IOException {
        var odd = Templates.read().odd();
        assertThat(odd).extracting(Template::odd).containsExactlyInAnyOrder(OddFile.values());

        try (var film = Film.of(WorkerLaunch.usual())) {
            List<String> lines = lines("o", film, 140);
            for (Template template : odd) {
                assertThat(template.text()).contains("Sample: ", "Voorbeeld: ");
                assertThat(lines).anyMatch(line -> line.contains(template.text()));
            }
        }
        try (var files = Files.walk(folder.resolve("o/media"))) {
            List<Long> sizes = files.map(Path::toFile).map(File::length).toList();
            assertThat(sizes).contains(0L, 40_000L);
        }
    }

    @Test
    void withoutAnEncoderTheQueueIsFilledAllTheSame() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "");
        try (Store store = TestStore.create()) {
            var arrivals = new ArrivalClock(clock);
            var unable = new WorkerLaunch(notAFolder.resolve("natives"));

            long filled =
                    new SampleQueue(intake(store, arrivals), arrivals, unable).fill(20, SEED, ImportProgress.NONE);

            assertThat(filled).isEqualTo(20);
            assertThat(words(store, "select distinct state from item_media")).contains("NOT_NAMED");
        }
    }

    @Test
    void twoThousandCasesAreAsManyItems() throws IOException {
        try (Store store = TestStore.create()) {
            assertThat(loadQueue(store).fill(2_000, SEED, ImportProgress.NONE)).isEqualTo(2_000);
        }
    }

    private SampleQueue queue(Store store) {
        var arrivals = new ArrivalClock(clock);
        return new SampleQueue(intake(store, arrivals), arrivals, null);
    }

    private SampleQueue loadQueue(Store store) {
        return new SampleQueue(intake(store, clock), clock, null);
    }

    private Intake intake(Store store, InstantSource time) {
        var media = new MediaStore(folder.resolve("desk-media"), store);
        var cases = new CaseWriter(book, QueueSettings.defaults());
        return new Intake(store, new StoredEventLog(store, time), new Receiver(new ItemWriter(), cases, media), time);
    }

    private List<String> lines(String name, Film film, int cases) throws IOException {
        Path here = Files.createDirectories(folder.resolve(name));
        var media = new CaseMedia(new Pictures(here), film.into(here));
        var made = new Cases(Templates.read(), media, SEED, clock.instant());
        return Files.readAllLines(SampleQueue.write(here, made, cases));
    }

    private List<String> lines(String name, int cases, long seed) throws IOException {
        Path here = Files.createDirectories(folder.resolve(name));
        var made = new Cases(Templates.read(), new CaseMedia(new Pictures(here), null), seed, clock.instant());
        return Files.readAllLines(SampleQueue.write(here, made, cases));
    }

    private static List<String> rows(Store store, String sql) {
        return store.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private static Set<String> words(Store store, String sql) {
        return rows(store, sql).stream()
                .filter(row -> row != null)
                .flatMap(row -> Arrays.stream(row.split(" ")))
                .collect(Collectors.toSet());
    }
}
