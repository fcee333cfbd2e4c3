package org.moderationdesk.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.intake.ImportResult;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.items.Report;
import org.moderationdesk.media.StagedFile;
import org.moderationdesk.queue.FlaggedItems;

/** Hidden tests with files lie beside cases with files, and neither names, paths, hashes nor dates tell them apart. */
class HiddenMediaTest {
    private static final Instant LONG_AGO = Instant.parse("2025-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private HiddenDesk desk;

    @BeforeEach
    void open() {
        desk = new HiddenDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void filesOfASetComeInAsFilesOfTheirOwnNamedLikeThoseBesideThem() throws IOException {
        List<byte[]> practised = pictures(3);
        var _ = share(practised, true);
        ImportResult result = desk.take(cases(20, false));
        assertThat(result.newCases()).isEqualTo(20);

        List<HiddenTest> tests = desk.hidden().placed(PracticeDesk.RUTH);
        assertThat(tests).hasSize(3);
        Set<String> known = practised.stream().map(Sha256::of).collect(Collectors.toSet());
        for (HiddenTest test : tests) {
            assertThat(shape(test.itemId())).isEqualTo(shape("V-20001"));
            MediaFile file = file(test.itemId());
            assertThat(file.path()).isEqualTo("in/" + test.itemId() + "_1.png");
            assertThat(file.sha256()).as("as those beside it").isNull();
            String hash = hash(test.itemId());
            assertThat(known).as("what is practised on").doesNotContain(hash);
            byte[] content = content(hash);
            assertThat(Sha256.of(content)).isEqualTo(hash);
            byte[] shown = practised.get(Integer.parseInt(test.practiceItem().substring(2)) - 1);
            assertThat(Arrays.copyOf(content, shown.length)).isEqualTo(shown);
            assertThat(color(content)).isEqualTo(color(shown));
            assertThat(dateOf(hash)).as("its date on disk").isAfter(LONG_AGO);
        }
        known.forEach(hash -> assertThat(dateOf(hash)).isEqualTo(LONG_AGO));
        List<String> hashes =
                tests.stream().map(test -> hash(test.itemId())).distinct().toList();
        assertThat(hashes).hasSize(3);

        // The same file under its own hash is seen: by what is stored, and by its date.
        String planted = Sha256.of(practised.getFirst());
        desk.practice()
                .store()
                .write(handle -> handle.execute(
                        "update item_media set sha256 = ? where item_id = ?",
                        planted,
                        tests.getFirst().itemId()));
        assertThat(known).contains(hash(tests.getFirst().itemId()));
        assertThat(dateOf(hash(tests.getFirst().itemId()))).isEqualTo(LONG_AGO);
    }

    @Test
    void whereCasesNameTheirFilesByHashesTestsDoSoAsWell() throws IOException {
        var _ = share(pictures(3), true);
        ImportResult _ = desk.take(cases(20, true));
        assertThat(desk.hidden().placed(PracticeDesk.RUTH))
                .hasSize(3)
                .allSatisfy(test -> assertThat(file(test.itemId()).sha256()).isEqualTo(hash(test.itemId())));
    }

    @Test
    void oneWithFilesDoesNotComeInWhereItWouldStandOutNorWithoutThem() throws IOException {
        PracticeSet set = share(pictures(3), true);
        ImportResult _ = desk.take(desk.lines(0, 20));
        assertThat(desk.hidden().placed(PracticeDesk.RUTH))
                .as("beside cases without files")
                .isEmpty();

        PracticeSet gone = share(pictures(2), false);
        assertThat(gone.id()).isNotEqualTo(set.id());
        ImportResult _ = desk.take(cases(20, false));
        assertThat(desk.hidden().placed(PracticeDesk.RUTH))
                .as("whose files are not here")
                .isEmpty();
    }

    private static List<byte[]> pictures(int count) throws IOException {
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(picture(0x10_20_30 * (i + 1)));
        }
        return all;
    }

    private static byte[] picture(int rgb) throws IOException {
        var image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, rgb);
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, "png", out)).isTrue();
        return out.toByteArray();
    }

    private static int color(byte[] png) throws IOException {
        return ImageIO.read(new java.io.ByteArrayInputStream(png)).getRGB(0, 0);
    }

    /** A share of a set of these, each an item; the desk has had their files for long, or not at all. */
    private PracticeSet share(List<byte[]> pictures, boolean held) throws IOException {
        List<Changes.Put> put = new ArrayList<>();
        List<KeyJson.Line> keys = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            String id = "P-" + (i + 1);
            String hash = held ? kept(pictures.get(i)) : Sha256.of("elsewhere " + i);
            FlaggedItem item = withFile(id, "picture.png", hash, "5.3");
            put.add(new Changes.Put(Told.both(id, id), item, null));
            keys.add(PracticeDesk.line(id, PracticeDesk.removed(id)));
        }
        var sets = desk.practice().sets();
        PracticeSet made = sets.make(PracticeDesk.TESS, PracticeDesk.closed("Pictures"), Changes.ofItems(put, keys));
        PracticeSet set = sets.publish(PracticeDesk.TESS, made.id());
        HiddenShare _ = desk.hidden().set(PracticeDesk.RUTH, HiddenDesk.QUEUE, 5, List.of(set.id()));
        return set;
    }

    private String kept(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("practised.png"), content);
        try (StagedFile staged = desk.media().stage(file)) {
            boolean _ = desk.practice().store().write(handle -> {
                desk.media().keep(handle, staged);
                return true;
            });
            Files.setLastModifiedTime(onDisk(staged.sha256()), FileTime.from(LONG_AGO));
            return staged.sha256();
        }
    }

    private Path onDisk(String hash) {
        return folder.resolve("media").resolve(hash.substring(0, 2)).resolve(hash);
    }

    private Instant dateOf(String hash) {
        try {
            return Files.getLastModifiedTime(onDisk(hash)).toInstant();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Cases with a picture each. */
    private List<FlaggedItem> cases(int count, boolean hashed) throws IOException {
        List<FlaggedItem> all = new ArrayList<>();
        for (int i : IntStream.range(0, count).toArray()) {
            String id = "V-" + (20_000 + i);
            byte[] content = picture(i + 1);
            Path file = folder.resolve("in").resolve(id + "_1.png");
            Files.createDirectories(file.resolveSibling(""));
            Files.write(file, content);
            all.add(withFile(id, "in/" + id + "_1.png", hashed ? Sha256.of(content) : null, "5.3"));
        }
        return all;
    }

    private FlaggedItem withFile(String id, String path, @Nullable String hash, String section) {
        Item bare = FlaggedItems.item(
                id,
                ItemKind.IMAGE,
                1,
                "A pan and a knife",
                FlaggedItems.author("u-" + digits(id), "@c", null),
                null,
                null);
        var file = new MediaFile(path, "image/png", hash, 8, 8, null, Map.of());
        var item = new Item(
                bare.id(),
                bare.kind(),
                1,
                bare.text(),
                bare.language(),
                bare.region(),
                bare.postedAt(),
                bare.url(),
                bare.author(),
                List.of(file),
                List.of(),
                List.of(),
                null,
                List.of(),
                bare.reach(),
                List.of(),
                List.of(),
                Map.of());
        var report = new Report(
                "r-" + digits(id),
                Report.Source.USER,
                "w-" + digits(id),
                null,
                null,
                List.of(section),
                desk.clock().instant().minusSeconds(60),
                Map.of());
        return new FlaggedItem(item, List.of(report), false);
    }

    private static String digits(String id) {
        return "7" + id.replaceAll("\\D", "");
    }

    private MediaFile file(String itemId) {
        return desk.practice()
                .rooms()
                .items()
                .file(itemId)
                .orElseThrow()
                .item()
                .media()
                .getFirst();
    }

    private String hash(String itemId) {
        return desk.practice().store().read(handle -> handle.createQuery(
                        "select sha256 from item_media where item_id = ? and state = 'STORED'")
                .bind(0, itemId)
                .mapTo(String.class)
                .one());
    }

    private byte[] content(String hash) throws IOException {
        try (InputStream in = desk.media().open(hash).orElseThrow()) {
            return in.readAllBytes();
        }
    }

    private Map<String, Set<String>> shape(String itemId) {
        return desk.practice().store().read(handle -> {
            long caseId = handle.createQuery("select id from open_case where item_id = ?")
                    .bind(0, itemId)
                    .mapTo(Long.class)
                    .one();
            return StoredShape.of(handle, itemId, caseId);
        });
    }

    @Test
    void noCaseComesInUnderTheNameOfSomebodyReal() throws IOException {
        PracticeSet set = desk.practice().published(12, PracticeDesk.closed("Knives"));
        HiddenShare _ = desk.hidden().set(PracticeDesk.RUTH, HiddenDesk.QUEUE, 5, List.of(set.id()));
        // Names of one digit: nine of ten that could be made up are somebody's.
        List<FlaggedItem> lines = IntStream.range(1, 10)
                .mapToObj(i -> renamed(desk.lines(i, i + 1).getFirst(), "u-" + i, "w-" + i))
                .toList();
        ImportResult _ = desk.take(lines);
        List<HiddenTest> tests = desk.hidden().placed(PracticeDesk.RUTH);
        assertThat(tests).isNotEmpty();
        Set<String> real = Stream.concat(
                        lines.stream()
                                .map(line -> Objects.requireNonNull(line.item().author())
                                        .id()),
                        lines.stream().map(line -> line.reports().getFirst().reporter()))
                .collect(Collectors.toSet());
        for (HiddenTest test : tests) {
            FlaggedItem made = flagged(test.itemId());
            assertThat(real)
                    .doesNotContain(Objects.requireNonNull(made.item().author()).id());
            assertThat(made.reports()).extracting(Report::reporter).doesNotContainAnyElementsOf(real);
        }
    }

    private FlaggedItem flagged(String itemId) {
        var found = desk.practice().rooms().items().file(itemId).orElseThrow();
        return new FlaggedItem(
                found.item(), found.reports().stream().map(one -> one.report()).toList(), false);
    }

    private static FlaggedItem renamed(FlaggedItem line, String account, String reporter) {
        Item item = line.item();
        Report report = line.reports().getFirst();
        return new FlaggedItem(
                FlaggedItems.item(
                        item.id(),
                        item.kind(),
                        1,
                        Objects.requireNonNull(item.text()),
                        FlaggedItems.author(account, "@c", null),
                        null,
                        null),
                List.of(new Report(
                        report.id(), report.source(), reporter, null, null, report.sections(), report.at(), Map.of())),
                false);
    }
}
