package org.moderationdesk.authorities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.authorities.AuthorityDesk.EN;
import static org.moderationdesk.authorities.AuthorityDesk.LEAD;
import static org.moderationdesk.authorities.AuthorityDesk.UNCLEARED;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.exception.ZipException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.authorities.AuthorityRefused.Why;
import org.moderationdesk.authorities.DossierFiles.Wanted;
import org.moderationdesk.authorities.Dossiers.Ask;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.proof.Held;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.targets.Targets;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnBothStores
class DossiersTest {
    private static final char[] PASSWORD = "a-long-password-1".toCharArray();
    private static final Ask PLAIN = new Ask(null, null, null);

    private final TestClock clock = new TestClock();
    private final Store store = TestStore.create();

    @TempDir
    private Path folder;

    private AuthorityDesk desk;

    @BeforeEach
    void begin() {
        desk = new AuthorityDesk(store, folder, clock);
    }

    @AfterEach
    void close() {
        assertThat(desk.review().verify().intact()).isTrue();
        store.close();
    }

    @Test
    void aDossierSaysWhoWhatWhenAndWhyAndNamesContentByItsHash() throws IOException {
        String file = desk.flag("A-1", "1.1");
        Dossier made = make(desk.refer("A-1", "1.1.1", true));

        JsonNode parts = json(made).path("parts");
        assertThat(parts.path("addressee").path("code").asString()).isEqualTo("NL_POLICE");
        assertThat(parts.path("addressee").path("contact").asString()).contains("0900-8844");
        assertThat(parts.path("what").path("text").asString()).isEqualTo(AuthorityDesk.WORDS);
        assertThat(parts.path("what").path("url").asString()).isEqualTo("https://example.org/A-1");
        assertThat(parts.path("who").path("account").asString()).isEqualTo("u-1");
        assertThat(parts.path("who").path("device").size()).isEqualTo(2);
        assertThat(parts.path("when").path("posted").asString()).isEqualTo("2026-11-01T08:30:00Z");
        assertThat(parts.path("why").path("suspicion").asString()).isEqualTo("says to be on the way to somebody");
        assertThat(parts.path("why").path("clause").asString()).isEqualTo("1.1.1");
        assertThat(parts.path("content").path("file").asString()).contains(file);
        assertThat(parts.path("content").path("textHash").asString()).contains(Sha256.of(AuthorityDesk.WORDS));
        assertThat(parts.path("missing").isEmpty()).isTrue();
        assertThat(json(made).toString()).doesNotContain("u-secret");
        String pdf = text(made);
        assertThat(pdf).contains("Dutch police", "U Ser", "2026-11-01T08:30:00Z", "says to be on the way", "[RLO]");
        assertThat(pdf.replaceAll("\\s", "")).contains(file);
        assertThat(desk.entries("DOSSIER_MADE")).singleElement().satisfies(body -> assertThat(body)
                .contains(made.pdf(), made.json(), "NL_POLICE")
                .doesNotContain(AuthorityDesk.WORDS, "says to be"));
    }

    @Test
    void whatIsUnderSealIsNamedByItsHashAlone() throws IOException {
        String file = desk.flag("S-1", "8.1");
        Dossier made = make(desk.refer("S-1", "8.1.1", true));

        assertThat(json(made).toString()).contains(file).doesNotContain("made up words");
        assertThat(text(made)).contains("Under seal").doesNotContain("made up words");
        assertThat(desk.dossiers().newest(LEAD, 9)).hasSize(1);
        assertThat(desk.dossiers().newest(UNCLEARED, 9)).isEmpty();
        assertRefused(Why.NO_SUCH_DOSSIER, () -> desk.dossiers()
                .receipt(UNCLEARED, made.id(), made.at(), "a reference", null));
    }

    @Test
    void theFileOpensWithThePasswordAloneAndProvesItself() throws IOException {
        desk.flag("A-1", "1.1");
        Dossier made = make(desk.refer("A-1", "1.1.1", true));
        Path zip = folder.resolve("out.zip");

        DossierFiles.Written written = desk.files().zip(LEAD, made.id(), Wanted.fresh(zip), PASSWORD, Progress.NONE);

        assertThat(written.sha256()).isEqualTo(Sha256.of(Files.readAllBytes(zip)));
        assertThat(new String(Files.readAllBytes(zip), StandardCharsets.ISO_8859_1))
                .doesNotContain("U Ser", "NL_POLICE", "u-1");
        Path out = folder.resolve("opened");
        assertThatThrownBy(() -> new ZipFile(zip.toFile(), "another-password".toCharArray()).extractAll(out.toString()))
                .isInstanceOf(ZipException.class);
        try (var opened = new ZipFile(zip.toFile(), PASSWORD)) {
            opened.extractAll(out.toString());
        }
        JsonNode manifest = JsonMapper.shared().readTree(Files.readAllBytes(out.resolve("manifest.json")));
        assertThat(manifest.path("files").size()).isEqualTo(3);
        for (JsonNode file : manifest.path("files")) {
            byte[] bytes = Files.readAllBytes(out.resolve(file.path("name").asString()));
            assertThat(Sha256.of(bytes)).isEqualTo(file.path("sha256").asString());
        }
        assertThat(Sha256.of(Files.readAllBytes(out.resolve("dossier.pdf")))).isEqualTo(made.pdf());
        assertThat(desk.checkpoints().check(out.resolve("proof.tlog"), Progress.NONE))
                .isInstanceOf(Held.Holds.class);
        assertThat(Files.readString(out.resolve("proof.tlog"))).contains("index " + (made.entry() - 1));
        assertThat(desk.entries("EXPORTED")).singleElement().satisfies(body -> assertThat(body)
                .contains(written.sha256()));
        assertThatThrownBy(() -> desk.files().zip(LEAD, made.id(), Wanted.fresh(zip), PASSWORD, Progress.NONE))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertRefused(Why.PASSWORD, () -> desk.files()
                .zip(LEAD, made.id(), Wanted.fresh(folder.resolve("weak.zip")), "short".toCharArray(), Progress.NONE));
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".part") || name.equals("weak.zip"));
        }
    }

    @Test
    void thePdfAloneOpensWithThePasswordAlone() throws IOException {
        desk.flag("A-1", "1.1");
        Dossier made = make(desk.refer("A-1", "1.1.1", true));
        Path pdf = folder.resolve("out.pdf");

        var written = desk.files().pdf(LEAD, made.id(), Wanted.fresh(pdf), PASSWORD, Progress.NONE);

        assertThat(written.bytes()).isEqualTo(Files.size(pdf));
        assertThatThrownBy(() -> Loader.loadPDF(pdf.toFile()).close()).isInstanceOf(InvalidPasswordException.class);
        try (PDDocument opened = Loader.loadPDF(pdf.toFile(), new String(PASSWORD))) {
            assertThat(opened.getEncryption().getVersion()).isEqualTo(5);
            assertThat(new PDFTextStripper().getText(opened)).contains("U Ser");
        }
    }

    @Test
    void itIsSentOnceSomebodyEntersAReceiptAndNotBefore() throws IOException {
        desk.flag("A-1", "1.1");
        Dossier made = make(desk.refer("A-1", "1.1.1", true));
        assertThat(desk.dossiers().newest(LEAD, 9)).singleElement().matches(line -> !line.isSent());
        byte[] answer = "received, by the front desk".getBytes(StandardCharsets.UTF_8);
        clock.advance(Duration.ofHours(1));

        assertRefused(Why.TIME, () -> desk.dossiers()
                .receipt(LEAD, made.id(), made.at().minusSeconds(3_600), "PL-2026-1", null));
        assertRefused(Why.TIME, () -> desk.dossiers()
                .receipt(LEAD, made.id(), clock.instant().plusSeconds(3_600), "PL-2026-1", null));
        assertRefused(Why.REFERENCE, () -> desk.dossiers().receipt(LEAD, made.id(), made.at(), " ", null));
        assertRefused(Why.DOCUMENT, () -> desk.dossiers().receipt(LEAD, made.id(), made.at(), "PL", new byte[0]));

        Receipt receipt = desk.dossiers().receipt(LEAD, made.id(), made.at().plusSeconds(60), "PL-2026-1", answer);

        assertThat(desk.dossiers().newest(LEAD, 9)).singleElement().satisfies(line -> {
            assertThat(line.isSent()).isTrue();
            assertThat(line.receipts()).containsExactly(receipt);
        });
        assertThat(desk.dossiers().document(LEAD, receipt)).isEqualTo(answer);
        assertThat(desk.entries("DOSSIER_RECEIPT")).hasSize(1);
    }

    @Test
    void whatIsNotToGoOutIsNotMade() {
        desk.flag("A-1", "1.1");
        String waits = desk.refer("A-1", "1.1.1", false);

        assertRefused(Why.NOT_TO_BE_SENT_NOW, () -> make(waits));
        assertRefused(Why.NO_SUCH_REFERRAL, () -> make("none"));
        assertRefused(Why.STATE, () -> desk.dossiers().make(LEAD, waits, new Ask("Belgium", null, null), "NL", EN));
        assertRefused(
                Why.NO_ADDRESSEE, () -> desk.dossiers().make(LEAD, waits, new Ask(null, "EUROPOL", null), "NL", EN));
        desk.flag("A-2", "1.1");
        String goes = desk.refer("A-2", "1.1.1", true);
        assertRefused(Why.NO_REASON, () -> desk.dossiers().make(LEAD, goes, new Ask(null, null, "so"), "NL", EN));
        var reviewer = new Person("rita", Set.of(Role.REVIEWER), true);
        assertThatExceptionOfType(RightRefused.class)
                .isThrownBy(() -> desk.dossiers().make(reviewer, goes, PLAIN, "NL", EN));
        assertThat(desk.dossiers().newest(LEAD, 9)).isEmpty();
    }

    @Test
    void aSecondForTheSameAddresseeIsRefusedAndAnotherAddresseeNeedsAReason() throws IOException {
        desk.flag("A-1", "1.1");
        String referral = desk.refer("A-1", "1.1.1", true);
        Targets shipped = desk.targets().inForce();
        var unused = desk.targets().set(AuthorityDesk.ADMIN, 0, AuthorityDesk.reached(shipped, "EUROPOL"));
        assertThat(unused.version()).isOne();
        var first = desk.dossiers().preview(LEAD, referral, PLAIN, "NL", EN);
        assertThat(first.possible()).extracting(one -> one.target().code()).containsExactly("NL_POLICE", "EUROPOL");
        assertThat(first.document().fact(DossierPart.ADDRESSEE, "code")).hasValue("NL_POLICE");
        assertThat(desk.dossiers().ofReferral(LEAD, referral)).isEmpty();
        Dossier made = make(referral);

        assertRefused(Why.ALREADY_MADE, () -> make(referral));
        assertThat(desk.dossiers().preview(LEAD, referral, PLAIN, "NL", EN).made())
                .containsExactly("NL_POLICE");
        var silent = new Ask(null, "EUROPOL", null);
        assertRefused(Why.NO_REASON_FOR_ANOTHER, () -> desk.dossiers().make(LEAD, referral, silent, "NL", EN));
        var said = new Ask(null, "EUROPOL", null, "asked for by the police here");
        Dossier second = desk.dossiers().make(LEAD, referral, said, "NL", EN);

        assertThat(desk.dossiers().ofReferral(LEAD, referral))
                .satisfiesExactly(
                        one -> {
                            assertThat(one.line().dossier()).isEqualTo(made);
                            assertThat(one.document()).isEqualTo(laidOut(made));
                        },
                        one -> assertThat(one.document().fact(DossierPart.ADDRESSEE, "another"))
                                .hasValue("asked for by the police here"));
        assertThat(text(second)).contains("asked for by the police here");
        assertThat(desk.entries("DOSSIER_MADE")).hasSize(2).noneMatch(body -> body.contains("asked for"));
    }

    /** As it is read back, with its facts in the order in which they were laid out. */
    private DossierDocument laidOut(Dossier dossier) {
        DossierDocument read = DossierDocument.read(
                desk.dossiers().documents(LEAD, dossier.id()).json());
        assertThat(read.json())
                .isEqualTo(desk.dossiers().documents(LEAD, dossier.id()).json());
        assertThat(read.facts(DossierPart.WHO))
                .extracting(DossierDocument.Fact::key)
                .containsExactly("account", "handle", "displayName", "country", "device");
        return read;
    }

    @Test
    void anAnswerComesAfterTheReceiptAndNeitherIsEnteredTwice() throws IOException {
        desk.flag("A-1", "1.1");
        String referral = desk.refer("A-1", "1.1.1", true);
        Dossier made = make(referral);
        byte[] letter = "we look into it".getBytes(StandardCharsets.UTF_8);
        clock.advance(Duration.ofHours(2));
        assertRefused(Why.NOT_SENT, () -> desk.dossiers().answer(LEAD, made.id(), made.at(), "PL-1", null));

        Receipt receipt = desk.dossiers().receipt(LEAD, made.id(), made.at().plusSeconds(600), "PL-1", null);
        assertRefused(Why.ALREADY_SENT, () -> desk.dossiers()
                .receipt(LEAD, made.id(), made.at().plusSeconds(900), "PL-2", null));
        assertRefused(Why.TIME_OF_ANSWER, () -> desk.dossiers().answer(LEAD, made.id(), made.at(), "PL-1", null));
        Receipt answer = desk.dossiers().answer(LEAD, made.id(), made.at().plusSeconds(3_600), "taken on", letter);
        assertRefused(Why.ALREADY_ANSWERED, () -> desk.dossiers()
                .answer(LEAD, made.id(), made.at().plusSeconds(3_600), "taken on ", letter));

        assertThat(desk.dossiers().ofReferral(LEAD, referral)).singleElement().satisfies(one -> {
            assertThat(one.line().receipts()).containsExactly(receipt, answer);
            assertThat(one.line().answers()).containsExactly(answer);
        });
        assertThat(desk.dossiers().find(UNCLEARED, made.id())).isPresent();
        Path saved = folder.resolve("letter.txt");
        var unused = desk.files().document(LEAD, answer, Wanted.fresh(saved));
        assertThat(saved).hasBinaryContent(letter);
        assertThatThrownBy(() -> desk.files().document(LEAD, answer, Wanted.fresh(saved)))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(desk.entries("EXPORTED")).singleElement().satisfies(body -> assertThat(body)
                .contains("DOSSIER_DOCUMENT", Sha256.of(letter)));
        assertThat(unused.bytes()).isEqualTo(letter.length);
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyWhenAskedAndAStopLeavesItAsItWas() throws IOException {
        desk.flag("A-1", "1.1");
        Dossier made = make(desk.refer("A-1", "1.1.1", true));
        Path pdf = Files.writeString(folder.resolve("there.pdf"), "what was there");
        Progress stopped = new Progress() {
            @Override
            public void at(long done, long total) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> desk.files().pdf(LEAD, made.id(), new Wanted(pdf, true), PASSWORD, stopped));
        assertThat(pdf).hasContent("what was there");
        assertThat(desk.entries("EXPORTED")).isEmpty();
        var written = desk.files().pdf(LEAD, made.id(), new Wanted(pdf, true), PASSWORD, Progress.NONE);

        assertThat(Sha256.of(Files.readAllBytes(pdf))).isEqualTo(written.sha256());
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(path -> path.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
    }

    private Dossier make(String referral) throws IOException {
        return desk.dossiers().make(LEAD, referral, PLAIN, "NL", EN);
    }

    private JsonNode json(Dossier dossier) {
        return JsonMapper.shared()
                .readTree(desk.dossiers().documents(LEAD, dossier.id()).json());
    }

    private String text(Dossier dossier) throws IOException {
        try (PDDocument opened =
                Loader.loadPDF(desk.dossiers().documents(LEAD, dossier.id()).pdf())) {
            return new PDFTextStripper().getText(opened);
        }
    }

    private static void assertRefused(Why why, ThrowingCallable act) {
        assertThatExceptionOfType(AuthorityRefused.class).isThrownBy(act).satisfies(refused -> assertThat(refused.why())
                .isEqualTo(why));
    }
}
