package org.moderationdesk.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final Unlock ALONE = new Unlock.Alone();
    private static final Restore.Check SOUND = (store, progress) -> Optional.empty();

    @TempDir
    Path temp;

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final InstantSource clock = () -> now;
    private DeskFolder folder;
    private RecoveryKey recovery;
    private Path backup;

    @BeforeEach
    void makeADeskAndItsBackup() throws StoreRefused, IOException {
        folder = new DeskFolder(temp.resolve("home"));
        backup = temp.resolve("elsewhere/desk.zip");
        Created created = door().create();
        recovery = created.recoveryKey();
        try (H2Store store = created.store()) {
            say(store, "kept");
            Files.createDirectories(folder.media().resolve("ab"));
            Files.writeString(folder.media().resolve("ab/abcd"), "sealed picture");
            assertThat(new Backup(store, clock).to(backup, Progress.NONE).files())
                    .isEqualTo(2);
            say(store, "later");
        }
    }

    @Test
    void aBackupComesBackWhole() throws StoreRefused, IOException {
        Files.delete(folder.media().resolve("ab/abcd"));

        restore(recovered());

        assertThat(said()).containsExactly("kept");
        assertThat(folder.media().resolve("ab/abcd")).hasContent("sealed picture");
        assertThat(temp.resolve("home"))
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("store."));
    }

    @Test
    void aBackupComesBackOnAnotherComputer() throws StoreRefused {
        folder = new DeskFolder(temp.resolve("another"));
        assertRefused(new StoreRefused.NeedsPassphrase(), () -> restore(ALONE));

        restore(recovered());

        assertThat(said()).containsExactly("kept");
    }

    @Test
    void theDeskThatMadeItNeedsNoRecoveryKey() throws StoreRefused {
        assertThat(new Restore(folder, clock).opensAlone(backup)).isTrue();

        restore(ALONE);

        assertThat(said()).containsExactly("kept");
    }

    @Test
    void theBackupOfADeskWithAPassphraseOpensWithIt() throws StoreRefused {
        folder = new DeskFolder(temp.resolve("with passphrase"));
        try (H2Store store = door().create("open sesame").store()) {
            say(store, "behind words");
            assertThat(new Backup(store, clock).to(backup, Progress.NONE).bytes())
                    .isPositive();
        }
        assertRefused(new StoreRefused.WrongKey(), () -> restore(new Unlock.Passphrase("open barley")));
        assertRefused(new StoreRefused.NeedsPassphrase(), () -> restore(ALONE));

        restore(new Unlock.Passphrase("open sesame"));

        assertThat(door().opensAlone()).isFalse();
        try (Store store = door().open(new Unlock.Passphrase("open sesame"))) {
            assertThat(said(store)).containsExactly("behind words");
        }
    }

    @Test
    void theKeyItselfIsNotInTheBackup() throws StoreRefused, IOException {
        String key = Files.readString(folder.keyFile())
                .replaceAll("(?s).*\"key\":\"([0-9a-f]{64})\",\"kind\":\"bare\".*", "$1");
        assertThat(key).hasSize(64);

        assertThat(Files.readString(backup, StandardCharsets.ISO_8859_1))
                .doesNotContain(key)
                .doesNotContain("\"bare\"")
                .doesNotContain("kept");
    }

    @Test
    void aBackupWithoutAnyWrittenKeyIsRefused() throws StoreRefused, IOException {
        try (H2Store store = door().open(ALONE)) {
            KeyFile keys = KeyFile.read(folder.keyFile());
            FileKey key = keys.unlock(ALONE);
            Files.write(folder.keyFile(), new KeyFile(keys.store(), List.of(new KeySlot.Bare(key))).json());

            assertRefused(new StoreRefused.NoRecoveryKey(), () -> new Backup(store, clock)
                    .to(temp.resolve("none.zip"), Progress.NONE));
        }
        assertThat(temp.resolve("none.zip")).doesNotExist();
    }

    @Test
    void theBackupOfAStoreInUseIsOneMoment() throws StoreRefused, InterruptedException {
        Path during = temp.resolve("during.zip");
        try (H2Store store = door().open(ALONE)) {
            var over = new AtomicBoolean();
            var begun = new CountDownLatch(20);
            var worker = new Thread(() -> {
                for (int i = 0; !over.get(); i++) {
                    say(store, "pair " + i, "pair " + i);
                    begun.countDown();
                }
            });
            worker.start();
            begun.await();
            assertThat(new Backup(store, clock).to(during, Progress.NONE).bytes())
                    .isPositive();
            over.set(true);
            worker.join();
        }
        backup = during;
        restore(recovered());

        List<String> pairs =
                said().stream().filter(word -> word.startsWith("pair")).toList();
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(40);
        assertThat(pairs.stream().distinct().count() * 2).isEqualTo(pairs.size());
    }

    @Test
    void aBackupThatDoesNotVerifyReplacesNothing() {
        var before = DeskFiles.of(temp);

        assertRefused(new StoreRefused.DoesNotVerify("entry 3"), () -> new Restore(folder, clock)
                .from(
                        RestorePermit.asked(),
                        backup,
                        recovered(),
                        (store, progress) -> Optional.of("entry 3"),
                        Progress.NONE));

        assertThat(DeskFiles.of(temp)).isEqualTo(before);
    }

    @Test
    void theOpenedStoreIsGivenToTheCheck() throws StoreRefused {
        var seen = new ArrayList<String>();
        new Restore(folder, clock)
                .from(
                        RestorePermit.asked(),
                        backup,
                        recovered(),
                        (store, progress) -> {
                            seen.addAll(said(store));
                            return Optional.empty();
                        },
                        Progress.NONE);

        assertThat(seen).containsExactly("kept");
    }

    @Test
    void oneByteChangedAnywhereInTheBackupReplacesNothing() throws IOException {
        var random = new Random(3);
        long length = Files.size(backup);
        var before = DeskFiles.of(folder.home());
        int refused = 0;
        for (int trial = 0; trial < 40; trial++) {
            long at = random.nextLong(length);
            flip(backup, at);
            var answer = catchThrowableOfType(StoreRefused.class, () -> new Restore(folder, clock)
                    .from(
                            RestorePermit.asked(),
                            backup,
                            recovered(),
                            (store, progress) -> Optional.of("looked at whole"),
                            Progress.NONE));
            // A zip has a few bytes that mean nothing, such as times; behind all others stands a sum.
            if (!(answer.reason() instanceof StoreRefused.DoesNotVerify)) {
                refused++;
            }
            assertThat(DeskFiles.of(folder.home())).isEqualTo(before);
            flip(backup, at);
        }
        assertThat(refused).isGreaterThan(35);
    }

    @Test
    void aBackupCutShortReplacesNothing() throws IOException {
        try (var file = new RandomAccessFile(backup.toFile(), "rw")) {
            file.setLength(file.length() * 2 / 3);
        }
        var before = DeskFiles.of(temp);

        assertRefused(new StoreRefused.NotABackup(backup), () -> restore(recovered()));
        assertThat(DeskFiles.of(temp)).isEqualTo(before);
    }

    @Test
    void aFileThatTheManifestDoesNotNameIsRefused() throws IOException {
        rewrite(zip -> put(zip, "../../intruder", "words"));

        assertRefused(new StoreRefused.BackupDamaged(), () -> restore(recovered()));
        assertThat(temp.getParent().resolve("intruder")).doesNotExist();
    }

    @Test
    void namesThatLeaveTheFolderAreNoFilesOfABackup() {
        for (String name : List.of(
                "../desk.mv.db",
                "media/../../x",
                "/etc/x",
                "media/..",
                "media/a/../../b",
                "media\\x",
                "desk.key",
                "C:x",
                "media/.hidden",
                "media/")) {
            assertThatThrownBy(() -> new BackupManifest.Part(name, 1, "0"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aManifestOfAnotherHandIsRefused() throws IOException {
        byte[] json;
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            json = zip.getInputStream(zip.getEntry(BackupManifest.NAME)).readAllBytes();
        }
        byte[] forged = new String(json, StandardCharsets.UTF_8)
                .replace("\"opensAlone\":true", "\"opensAlone\":false")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(forged).isNotEqualTo(json);
        rewrite(zip -> {}, forged);

        assertRefused(new StoreRefused.BackupDamaged(), () -> restore(recovered()));
    }

    @Test
    void anOpenDeskIsNotReplaced() throws StoreRefused {
        try (Store store = door().open(ALONE)) {
            var refused = catchThrowableOfType(StoreRefused.class, () -> restore(recovered()));
            assertThat(refused.reason()).isInstanceOf(StoreRefused.InUse.class);
            assertThat(said(store)).containsExactlyInAnyOrder("kept", "later");
        }
    }

    @Test
    void aStoppedBackupLeavesNothing() throws StoreRefused {
        try (H2Store store = door().open(ALONE)) {
            Path stopped = temp.resolve("stopped/desk.zip");
            var progress = new StopsAt(1);

            assertThatThrownBy(() -> new Backup(store, clock).to(stopped, progress))
                    .isInstanceOf(CancellationException.class);
            assertThat(stopped.getParent()).isEmptyDirectory();
        }
    }

    @Test
    void aStoppedRestoreReplacesNothing() {
        var before = DeskFiles.of(temp);

        assertThatThrownBy(() -> new Restore(folder, clock)
                        .from(RestorePermit.asked(), backup, recovered(), SOUND, new StopsAt(1)))
                .isInstanceOf(CancellationException.class);
        assertThat(DeskFiles.of(temp)).isEqualTo(before);
    }

    @Test
    void aCrashAtAnyStepOfTheReplacementLeavesOneWholeStore() throws StoreRefused, IOException {
        Path aside = folder.home().resolve("store.replaced");
        Path prepared = folder.home().resolve("store.restoring");

        Files.createDirectories(prepared.resolve("media"));
        Files.writeString(prepared.resolve("desk.mv.db"), "half unpacked");
        assertThat(said()).containsExactlyInAnyOrder("kept", "later");
        assertThat(prepared).doesNotExist();

        Files.move(folder.store(), aside);
        assertThat(said()).containsExactlyInAnyOrder("kept", "later");

        var other = new DeskFolder(temp.resolve("other"));
        new Restore(other, clock).from(RestorePermit.asked(), backup, recovered(), SOUND, Progress.NONE);
        Files.move(folder.store(), aside);
        Files.move(other.store(), prepared);
        Files.createFile(prepared.resolve("complete"));
        assertThat(door().exists()).isTrue();
        assertThat(said()).containsExactly("kept");
        assertThat(aside).doesNotExist();
        assertThat(folder.store().resolve("complete")).doesNotExist();
    }

    @Test
    void theDeskMakesOneBackupADayAndKeepsSeven() throws StoreRefused, IOException {
        try (H2Store store = door().open(ALONE)) {
            var daily = new DailyBackup(new Backup(store, clock), folder, clock, ZoneOffset.UTC);
            Files.createDirectories(folder.backups());
            Files.writeString(folder.backups().resolve("my own.zip"), "not the desk's");
            for (int day = 0; day < 9; day++) {
                assertThat(daily.runIfDue(Progress.NONE)).isPresent();
                assertThat(daily.runIfDue(Progress.NONE)).isEmpty();
                now = now.plus(Duration.ofDays(1));
            }

            assertThat(daily.kept())
                    .extracting(path -> path.getFileName().toString())
                    .hasSize(7)
                    .startsWith("daily-2026-11-30.zip")
                    .endsWith("daily-2026-11-24.zip");
            assertThat(folder.backups().resolve("my own.zip")).exists();
            backup = daily.kept().getFirst();
        }
        restore(ALONE);
        assertThat(said()).containsExactlyInAnyOrder("kept", "later");
    }

    @Test
    void anOlderStoreIsCopiedBeforeItIsBroughtUp() throws StoreRefused {
        var newer = new StoreDoor(folder, clock, List.of(Migration.SCRIPTS, "classpath:planted/migration"));

        try (Store store = newer.open(ALONE)) {
            assertThat(store.<Integer>read(handle -> handle.createQuery("select count(*) from planted_later")
                            .mapTo(Integer.class)
                            .one()))
                    .isZero();
        }

        backup = folder.backups().resolve("before-migration-2026-11-22-100000.zip");
        assertRefused(new StoreRefused.Newer("9001"), () -> door().open(ALONE));
        restore(recovered());
        assertThat(said()).containsExactlyInAnyOrder("kept", "later");
    }

    @Test
    void aMigrationThatFailsSaysSoAndLeavesItsBackup() throws StoreRefused {
        var faulty = new StoreDoor(folder, clock, List.of(Migration.SCRIPTS, "classpath:planted/faulty"));

        var failed = new StoreRefused.NotBroughtUp("9002", null);
        assertRefused(failed, () -> faulty.open(ALONE));

        backup = folder.backups().resolve("before-migration-2026-11-22-100000.zip");
        now = now.plus(Duration.ofMinutes(1));
        // Half a step is not taken for a whole one at the next start.
        assertRefused(failed, () -> faulty.open(ALONE));
        assertRefused(new StoreRefused.Newer("9002"), () -> door().open(ALONE));
        restore(recovered());
        assertThat(said()).containsExactlyInAnyOrder("kept", "later");
    }

    private void restore(Unlock unlock) throws StoreRefused {
        new Restore(folder, clock).from(RestorePermit.asked(), backup, unlock, SOUND, Progress.NONE);
    }

    private Unlock recovered() {
        return new Unlock.Recovery(recovery.written());
    }

    private List<String> said() throws StoreRefused {
        try (Store store = door().open(ALONE)) {
            return said(store);
        }
    }

    private static List<String> said(Store store) {
        return store.read(handle -> handle.createQuery("select words from personal_text order by id")
                .mapTo(String.class)
                .list());
    }

    private static void say(Store store, String... words) {
        store.write(handle -> {
            for (String word : words) {
                handle.execute(
                        "insert into personal_text (id, salt, words, event_seq) values (?, repeat('0', 32), ?, 1)",
                        UUID.randomUUID().toString(),
                        word);
            }
            return 0;
        });
    }

    private static void assertRefused(StoreRefused.Reason reason, ThrowingCallable act) {
        var refused = catchThrowableOfType(StoreRefused.class, act);
        assertThat(refused).isNotNull();
        assertThat(refused.reason()).isEqualTo(reason);
    }

    private static void flip(Path file, long at) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int was = bytes.read();
            bytes.seek(at);
            bytes.write(was ^ 1);
        }
    }

    private void rewrite(Addition addition) throws IOException {
        rewrite(addition, null);
    }

    private void rewrite(Addition addition, byte[] manifest) throws IOException {
        Path rewritten = temp.resolve("rewritten.zip");
        try (ZipFile from = new ZipFile(backup.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(rewritten))) {
            for (ZipEntry entry : from.stream().toList()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                boolean replaced = manifest != null && entry.getName().equals(BackupManifest.NAME);
                try (InputStream in = replaced ? new ByteArrayInputStream(manifest) : from.getInputStream(entry)) {
                    in.transferTo(to);
                }
            }
            addition.to(to);
        }
        backup = rewritten;
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }

    private StoreDoor door() {
        return new StoreDoor(folder, clock);
    }

    private interface Addition {
        void to(ZipOutputStream zip) throws IOException;
    }

    private static final class StopsAt implements Progress {
        private final long most;
        private long done;

        StopsAt(long most) {
            this.most = most;
        }

        @Override
        public void at(long bytes, long total) {
            done = bytes;
        }

        @Override
        public boolean isCancelled() {
            return done > most;
        }
    }
}
