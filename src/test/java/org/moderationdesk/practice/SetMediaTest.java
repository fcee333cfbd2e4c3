package org.moderationdesk.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.practice.PracticeDesk.FLEUR;
import static org.moderationdesk.practice.PracticeDesk.RUTH;
import static org.moderationdesk.practice.PracticeDesk.TESS;
import static org.moderationdesk.practice.RunsTest.refused;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.media.decode.DecodeLimits;
import org.moderationdesk.media.decode.Decoder;
import org.moderationdesk.media.decode.Size;
import org.moderationdesk.media.decode.WorkerLaunch;
import org.moderationdesk.practice.PracticeRefused.Why;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.staff.RightRefused;

/** Items come in with their files, whole or not at all. */
@OnBothStores
class SetMediaTest {
    @TempDir
    static Path held;

    @TempDir
    static Path given;

    private static PracticeDesk desk;
    private static MediaStore media;
    private static Decoder decoder;
    private static SetMedia bringing;

    @BeforeAll
    static void open() throws IOException {
        desk = new PracticeDesk();
        media = new MediaStore(held, desk.store());
        decoder = new Decoder(media, WorkerLaunch.usual(), DecodeLimits.USUAL);
        bringing = new SetMedia(desk.sets(), desk.store(), media, decoder::tried);
        Files.createDirectories(given.resolve("media"));
        picture("media/guilty.png", 0x20_40_60);
        picture("media/other.png", 0x60_40_20);
        Files.writeString(given.resolve("media/words.png"), "these are words");
        Files.writeString(given.resolve("media/empty.png"), "");
        Path outside = held.resolveSibling(held.getFileName() + "-outside.png");
        Files.copy(given.resolve("media/other.png"), outside);
        Files.createSymbolicLink(given.resolve("media/link.png"), outside);
    }

    @AfterAll
    static void close() throws IOException {
        decoder.close();
        desk.close();
        Files.deleteIfExists(held.resolveSibling(held.getFileName() + "-outside.png"));
    }

    private static void picture(String name, int colour) throws IOException {
        var drawn = new BufferedImage(32, 24, BufferedImage.TYPE_INT_RGB);
        drawn.setRGB(3, 3, colour);
        assertThat(ImageIO.write(drawn, "png", given.resolve(name).toFile())).isTrue();
    }

    private static String line(String id, String... files) {
        return """
            {"id":"%s","kind":"IMAGE","media":[%s],
             "reports":[{"id":"r-%s","source":"USER","sections":["5.3"],"at":"2026-11-02T12:00:00Z"}]}
            """.formatted(id, String.join(",", files), id).replace("\n", "");
    }

    private static String path(String path) {
        return "{\"path\":\"" + path + "\",\"mime\":\"image/png\"}";
    }

    private static Changes read(String... lines) {
        return SetFiles.read(
                List.of(lines),
                Stream.of(lines)
                        .map(line -> line.replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1"))
                        .map(id -> "{\"item\":\"" + id
                                + "\",\"answers\":{\"5.3.1\":\"NO\",\"5.3.2\":\"NO\",\"5.3.3\":\"NO\"},"
                                + "\"outcome\":\"NO_VIOLATION\"}")
                        .toList(),
                "tess",
                desk.clock().instant());
    }

    private static long keys() {
        return desk.store().read(handle -> handle.createQuery("select count(*) from media_key")
                .mapTo(Long.class)
                .one());
    }

    private static List<Path> onDisk() throws IOException {
        try (Stream<Path> all = Files.walk(held)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aFileComesAlongIsShownUnderCoverInTheRunAndSaysNothingByItsName() throws Exception {
        PracticeSet made = bringing.make(
                TESS, PracticeDesk.terms("With files"), read(line("P-1", path("media/guilty.png"))), given);
        assertThat(desk.sets().publish(TESS, made.id()).state()).isEqualTo(SetState.PUBLISHED);

        Run run = desk.runs().start(FLEUR, made.id(), null);
        OpenItem open = desk.practising().next(FLEUR, run.id(), 0).orElseThrow();

        assertThat(open.opened().file().mediaStates()).containsExactly(MediaFile.State.STORED);
        MediaFile file = open.item().content().item().media().getFirst();
        assertThat(file.path()).isEqualTo("media-1");
        String sha256 = Objects.requireNonNull(file.sha256());
        assertThat(sha256).isEqualTo(Sha256.of(Files.readAllBytes(given.resolve("media/guilty.png"))));
        assertThat(decoder.picture(sha256, new Size(64, 64)).full().width()).isEqualTo(32);
        assertThat(desk.store().<Long>read(handle -> handle.createQuery("select count(*) from item_media")
                        .mapTo(Long.class)
                        .one()))
                .as("no real item has it")
                .isZero();
    }

    @Test
    void badFilesAreSaidOneByOneAndNothingIsKept() throws IOException {
        PracticeSet before = desk.sets().make(TESS, PracticeDesk.terms("Bad files"), Changes.without(Set.of()));
        long keys = keys();
        List<Path> files = onDisk();
        String other = "{\"path\":\"media/other.png\",\"sha256\":\"" + "0".repeat(64) + "\"}";
        Changes bad = read(
                line("P-1", path("media/other.png")),
                line("P-2", path("media/gone.png")),
                line("P-3", other),
                line("P-4", path("media/words.png"), path("media/empty.png")),
                line("P-5", path("media/link.png")));

        assertThatThrownBy(() -> bringing.change(TESS, before.id(), bad, Told.nothing(), given))
                .isInstanceOfSatisfying(PracticeRefused.class, refused -> {
                    assertThat(refused.why()).isEqualTo(Why.SEVERAL);
                    assertThat(refused.words(new Texts(Language.EN)).lines())
                            .containsExactly(
                                    "P-2: the file media/gone.png is not beside the file with the items.",
                                    "P-3: the file media/other.png is not the one that its SHA-256 stands for.",
                                    "P-4: nothing can be seen or heard of the file media/words.png.",
                                    "P-4: nothing can be seen or heard of the file media/empty.png.",
                                    "P-5: the file media/link.png is not beside the file with the items.");
                });

        assertThat(desk.sets().find(TESS, before.id())).isEqualTo(before);
        assertThat(keys()).isEqualTo(keys);
        assertThat(onDisk()).isEqualTo(files);
    }

    @Test
    void ofManyBadFilesTheFirstAreNamedAndTheOthersCounted() {
        String[] lines = Stream.iterate(1, i -> i + 1)
                .limit(12)
                .map(i -> line("P-" + i, path("media/gone-" + i + ".png")))
                .toArray(String[]::new);
        Changes bad = read(lines);

        assertThatThrownBy(() -> bringing.make(TESS, PracticeDesk.terms("Many"), bad, given))
                .isInstanceOfSatisfying(PracticeRefused.class, refused -> assertThat(
                                refused.words(new Texts(Language.NL)).lines())
                        .hasSize(6)
                        .startsWith("P-1: het bestand media/gone-1.png staat niet naast het bestand met de items.")
                        .last()
                        .isEqualTo("en nog 7"));
    }

    @Test
    void whereTheItemsAreRefusedTheirGoodFilesAreNotKeptEither() throws IOException {
        long keys = keys();
        List<Path> files = onDisk();
        Changes items = read(line("P-1", path("media/other.png")));
        var invalid = new Changes(
                null,
                items.put(),
                List.of(PracticeDesk.line("P-1", PracticeDesk.key(Proposed.of("P-1", "\"outcome\":\"REMOVE\"")))),
                Set.of());

        refused(Why.KEY_INVALID, () -> bringing.make(TESS, PracticeDesk.terms("Refused"), invalid, given));

        assertThat(keys()).isEqualTo(keys);
        assertThat(onDisk()).isEqualTo(files);
    }

    @Test
    void whatIsExportedComesInAgainByTheHashOfAFileThatIsHeld() throws IOException {
        PracticeSet made =
                bringing.make(TESS, PracticeDesk.terms("Twice"), read(line("P-1", path("media/guilty.png"))), given);
        String sha256 = Sha256.of(Files.readAllBytes(given.resolve("media/guilty.png")));
        String again = "{\"path\":\"media-1\",\"sha256\":\"" + sha256 + "\"}";

        PracticeSet both = bringing.change(TESS, made.id(), read(line("P-2", again)), Told.nothing(), held);

        assertThat(desk.items(both))
                .extracting(one -> one.content().item().media().getFirst().sha256())
                .containsExactly(sha256, sha256);
    }

    @Test
    void aFileOfACaseOfChildSafetyNeitherComesInNorIsShownOnceItIsOne() throws IOException {
        picture("media/sealed.png", 0x11_22_33);
        PracticeSet made =
                bringing.make(TESS, PracticeDesk.terms("Sealed"), read(line("P-1", path("media/sealed.png"))), given);
        assertThat(desk.sets().publish(TESS, made.id()).state()).isEqualTo(SetState.PUBLISHED);
        String sha256 = Sha256.of(Files.readAllBytes(given.resolve("media/sealed.png")));
        String decision = desk.real().decided(RUTH, "8.1", Proposed.of("S-1", """
            "answers":{"8.1.1":"YES"},"outcome":"REMOVE","referrals":[{"to":"NCMEC","why":"said so in so many words"}],
            "rationale":"said so in so many words"
            """));
        assertThat(decision).isNotEmpty();
        int named = desk.store().write(handle -> handle.execute("""
            insert into item_media (item_id, version, position, sha256, state, event_seq)
            values ('S-1', 1, 0, ?, 'STORED', (select max(seq) from event))
            """, sha256));
        assertThat(named).isEqualTo(1);

        refused(
                Why.MEDIA_SEALED,
                () -> bringing.make(
                        TESS, PracticeDesk.terms("Again"), read(line("P-1", path("media/sealed.png"))), given));
        refused(
                Why.MEDIA_MISSING,
                () -> bringing.make(
                        TESS,
                        PracticeDesk.terms("By hash"),
                        read(line("P-1", "{\"path\":\"x.png\",\"sha256\":\"" + sha256 + "\"}")),
                        given));
        Run run = desk.runs().start(FLEUR, made.id(), null);
        assertThat(desk.practising()
                        .next(FLEUR, run.id(), 0)
                        .orElseThrow()
                        .opened()
                        .file()
                        .mediaStates())
                .containsExactly(MediaFile.State.MISSING);
        desk.store().<Integer>write(handle -> handle.execute("delete from item_media where sha256 = ?", sha256));
    }

    @Test
    void onlyWhoTrainsBringsFilesIn() throws IOException {
        List<Path> files = onDisk();
        Changes items = read(line("P-1", path("media/other.png")));

        assertThatThrownBy(() -> bringing.make(FLEUR, PracticeDesk.terms("Mine"), items, given))
                .isInstanceOf(RightRefused.class);

        assertThat(onDisk()).isEqualTo(files);
    }
}
