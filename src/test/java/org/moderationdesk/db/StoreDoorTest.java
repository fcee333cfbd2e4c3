package org.moderationdesk.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.h2.api.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;

class StoreDoorTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));
    private static final Unlock ALONE = new Unlock.Alone();

    @TempDir
    Path home;

    @Test
    void whatIsWrittenIsThereAfterReopening() throws StoreRefused {
        makeDesk();

        try (Store store = door().open(ALONE)) {
            assertThat(words(store)).isEqualTo("kept");
        }
    }

    @Test
    void theFileIsEncryptedAndNoOtherFileHoldsTheWords() throws StoreRefused, IOException {
        try (Store store = door().create().store()) {
            store.write(handle -> handle.execute(
                    "insert into personal_text (id, salt, words, event_seq) values ('1', repeat('0', 32), repeat('"
                            + "unmistakable', 1000), 1)"));
        }

        try (var files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("unmistakable");
            }
        }
    }

    @Test
    void keyFileAndStoreBelongToTheirOwnerAlone() throws StoreRefused, IOException {
        makeDesk();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().keyFile())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().store())))
                .isEqualTo("rwx------");
    }

    @Test
    void thePassphraseOpensAndAnotherOneDoesNot() throws StoreRefused {
        door().create("correct horse").store().close();

        assertThat(door().opensAlone()).isFalse();
        assertRefused(new StoreRefused.WrongKey(), () -> door().open(new Unlock.Passphrase("correct hors")));
        assertRefused(new StoreRefused.NeedsPassphrase(), () -> door().open(ALONE));
        door().open(new Unlock.Passphrase("correct horse")).close();
    }

    @Test
    void theRecoveryKeyOpensAsItWasWrittenDown() throws StoreRefused {
        Created created = door().create("forgotten");
        created.store().close();
        String written = created.recoveryKey().written();

        door().open(new Unlock.Recovery(written)).close();
        door().open(new Unlock.Recovery(written.toLowerCase(Locale.ROOT).replace("-", " ")))
                .close();
        assertRefused(new StoreRefused.WrongKey(), () -> door().open(
                        new Unlock.Recovery(RecoveryKey.random().written())));
        assertRefused(new StoreRefused.Mistyped(), () -> door().open(new Unlock.Recovery(oneDigitChanged(written))));
    }

    @Test
    void passphraseAndRecoveryKeyCanBeChangedAndTakenAway() throws StoreRefused {
        Created created = door().create();
        created.store().close();
        assertThat(door().opensAlone()).isTrue();

        door().keys(ALONE).setPassphrase("first");
        assertRefused(new StoreRefused.NeedsPassphrase(), () -> door().open(ALONE));
        door().keys(new Unlock.Passphrase("first")).setPassphrase("second");
        assertRefused(new StoreRefused.WrongKey(), () -> door().keys(new Unlock.Passphrase("first")));
        RecoveryKey newer = door().keys(new Unlock.Passphrase("second")).newRecoveryKey();
        assertRefused(new StoreRefused.WrongKey(), () -> door().open(
                        new Unlock.Recovery(created.recoveryKey().written())));
        door().open(new Unlock.Recovery(newer.written())).close();
        door().keys(new Unlock.Passphrase("second")).removePassphrase();
        door().open(ALONE).close();
    }

    @Test
    void aSlotOfAnotherStoreIsRefused() throws StoreRefused, IOException {
        FileKey key = FileKey.random();
        KeyFile one = KeyFile.withPassphrase(key, "words");
        var carried = new KeyFile("another store", one.slots());

        assertThatThrownBy(() -> carried.unlock(new Unlock.Passphrase("words"))).isInstanceOf(StoreRefused.class);
    }

    @Test
    void aSecondDeskIsToldWhoHoldsTheStore() throws StoreRefused {
        try (Store store = door().create().store()) {
            assertThat(words(store)).isNull();
            var refused = catchThrowableOfType(StoreRefused.class, () -> door().open(ALONE));

            assertThat(refused.reason()).isInstanceOfSatisfying(StoreRefused.InUse.class, inUse -> {
                assertThat(inUse.holder().process())
                        .isEqualTo(ProcessHandle.current().pid());
                assertThat(inUse.holder().user()).isEqualTo(System.getProperty("user.name"));
                assertThat(inUse.holder().since()).isEqualTo(CLOCK.instant());
            });
            assertThat(refused.words(new Texts(Language.NL)))
                    .contains(System.getProperty("user.name"))
                    .contains(Long.toString(ProcessHandle.current().pid()));
        }
        door().open(ALONE).close();
    }

    @Test
    void aStoreOfANewerDeskIsNotTouched() throws StoreRefused {
        try (Store store = door().create().store()) {
            store.write(handle -> handle.execute("""
                insert into "schema_history" ("installed_rank", "version", "description", "type", "script",
                    "checksum", "installed_by", "installed_on", "execution_time", "success")
                values (999, '999', 'later', 'SQL', 'V999__later.sql', 1, 'DESK', current_timestamp, 1, true)
                """));
        }

        assertUntouched(new StoreRefused.Newer("999"), () -> door().open(ALONE));
    }

    @Test
    void aWrongKeyFileIsRefused() throws StoreRefused, IOException {
        makeDesk();
        Files.write(folder().keyFile(), KeyFile.bare(FileKey.random()).json());

        assertUntouched(new StoreRefused.Damaged(), () -> door().open(ALONE));
    }

    @Test
    void aMissingKeyFileIsRefused() throws StoreRefused, IOException {
        makeDesk();
        Files.delete(folder().keyFile());

        assertUntouched(new StoreRefused.MissingKeyFile(), () -> door().open(ALONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "{\"format\":1,\"store\":\"s\",\"slots\":[{\"kind\":\"bare\",\"key\":\"00\"}]}"})
    void aKeyFileOfGarbageIsRefused(String garbage) throws StoreRefused, IOException {
        makeDesk();
        Files.writeString(folder().keyFile(), garbage);

        assertUntouched(new StoreRefused.DamagedKeyFile(), () -> door().open(ALONE));
    }

    @Test
    void aMissingStoreIsRefused() throws StoreRefused, IOException {
        assertUntouched(new StoreRefused.Missing(folder().home()), () -> door().open(ALONE));

        makeDesk();
        Files.delete(folder().storeFile());
        assertUntouched(new StoreRefused.Missing(folder().store()), () -> door().open(ALONE));
    }

    @Test
    void aFolderThatNobodyMayWriteIsRefused() throws StoreRefused, IOException {
        makeDesk();
        Files.setPosixFilePermissions(folder().store(), PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assertUntouched(new StoreRefused.ReadOnly(folder().store()), () -> door().open(ALONE));
        } finally {
            Files.setPosixFilePermissions(folder().store(), PosixFilePermissions.fromString("rwx------"));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.3, 0.6, 0.9, 0.99, 0.9999})
    void aTruncatedFileIsRefused(double kept) throws StoreRefused, IOException {
        makeDesk();
        try (var file = new RandomAccessFile(folder().storeFile().toFile(), "rw")) {
            file.setLength((long) (file.length() * kept));
        }

        assertUntouched(new StoreRefused.Truncated(), () -> door().open(ALONE));
    }

    @Test
    void aFileOfGarbageIsRefused() throws StoreRefused, IOException {
        makeDesk();
        try (var file = new RandomAccessFile(folder().storeFile().toFile(), "rw")) {
            file.write(new byte[(int) file.length()]);
        }

        assertUntouched(new StoreRefused.Damaged(), () -> door().open(ALONE));
    }

    @Test
    void aFileWithGarbageBehindItsHeaderIsRefused() throws StoreRefused, IOException {
        makeDesk();
        try (var file = new RandomAccessFile(folder().storeFile().toFile(), "rw")) {
            file.seek(4096);
            file.write(new byte[(int) file.length() - 4096]);
        }

        assertUntouched(new StoreRefused.Damaged(), () -> door().open(ALONE));
    }

    @Test
    void aFolderWhoseNameWouldChangeTheUrlIsRefused() {
        var door = new StoreDoor(new DeskFolder(home.resolve("x;INIT=create table intruder(id int)")), CLOCK);

        assertRefused(
                new StoreRefused.UnusableName(
                        home.resolve("x;INIT=create table intruder(id int)").toAbsolutePath()),
                door::create);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aStoreIsNotMadeOverAnother() throws StoreRefused {
        makeDesk();

        assertUntouched(new StoreRefused.AlreadyThere(folder().home()), () -> door().create());
    }

    @Test
    void whatACrashLeftHalfMadeIsMadeAnew() throws StoreRefused, IOException {
        Files.createDirectories(home.resolve("store.making/media"));
        Files.writeString(home.resolve("store.making/desk.key"), "half");

        door().create().store().close();

        assertThat(home.resolve("store.making")).doesNotExist();
        door().open(ALONE).close();
    }

    @Test
    void noStatementMakesObjectsOfClasses() throws StoreRefused {
        try (Store store = door().create().store()) {
            String makesOne = "create alias intruder for 'java.lang.System.getProperty(java.lang.String)'";

            assertThatThrownBy(() -> store.write(handle -> handle.execute(makesOne)))
                    .isInstanceOf(StoreException.class)
                    .cause()
                    .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getErrorCode())
                            .isEqualTo(ErrorCode.ACCESS_DENIED_TO_CLASS_1));
        }
    }

    @Test
    void failuresDoNotCarryTheWordsOfTheStatement() throws StoreRefused {
        try (Store store = door().create().store()) {
            var failure = catchThrowableOfType(
                    StoreException.class,
                    () -> store.write(handle -> {
                        for (int i = 0; i < 2; i++) {
                            handle.execute(
                                    "insert into skip (case_id, person, at) values (?, ?, ?)", 1, "unmistakable", 1);
                        }
                        return 0;
                    }));

            var said = new java.io.StringWriter();
            failure.printStackTrace(new java.io.PrintWriter(said));
            assertThat(said.toString()).contains("23505").doesNotContain("unmistakable");
        }
    }

    @Test
    void readingChangesNothing() throws StoreRefused {
        try (Store store = door().create().store()) {
            assertThat(store.<Integer>read(
                            handle -> handle.execute("insert into skip (case_id, person, at) values (1, 'anna', 1)")))
                    .isEqualTo(1);

            assertThat(store.<Integer>read(handle -> handle.createQuery("select count(*) from skip")
                            .mapTo(Integer.class)
                            .one()))
                    .isZero();
        }
    }

    private void makeDesk() throws StoreRefused {
        try (Store store = door().create().store()) {
            store.write(handle -> handle.execute(
                    "insert into personal_text (id, salt, words, event_seq) values ('1', repeat('0', 32), 'kept', 1)"));
        }
    }

    private static String words(Store store) {
        return store.read(handle -> handle.createQuery("select max(words) from personal_text")
                .mapTo(String.class)
                .one());
    }

    private void assertUntouched(StoreRefused.Reason reason, ThrowingCallable opening) {
        var before = DeskFiles.of(home);
        assertRefused(reason, opening);
        assertThat(DeskFiles.of(home)).isEqualTo(before);
    }

    private static void assertRefused(StoreRefused.Reason reason, ThrowingCallable opening) {
        var refused = catchThrowableOfType(StoreRefused.class, opening);
        assertThat(refused).isNotNull();
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.words(new Texts(Language.EN))).isNotBlank();
        assertThat(refused.words(new Texts(Language.NL))).isNotBlank();
    }

    private static String oneDigitChanged(String written) {
        char last = written.charAt(written.length() - 1);
        return written.substring(0, written.length() - 1) + (last == '7' ? '8' : '7');
    }

    private DeskFolder folder() {
        return new DeskFolder(home);
    }

    private StoreDoor door() {
        return new StoreDoor(folder(), CLOCK);
    }
}
