package org.moderationdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.cli.CommandRun.MARK;
import static org.moderationdesk.cli.CommandRun.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.app.RealDoor;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.H2Store;
import org.moderationdesk.db.PostgresPlace;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.RestorePermit;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.StoreMove;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.db.Unlock;

/** verify, backup, restore and store, and a store that does not open. */
class StoreCommandsTest {
    private static final String SECRET = "a good passphrase";

    @TempDir
    private Path folder;

    private CommandRun desk;

    @BeforeEach
    void open() {
        desk = new CommandRun(folder);
    }

    @Test
    void aLogIsHeldToACheckpointAndADecisionIsProved() throws StoreRefused {
        desk.imported(line("A-1", "5.3"), line("A-2", "5.3"));
        Path kept = desk.path("kept.checkpoint");
        var made = desk.run("checkpoint", kept.toString(), "--json");
        assertThat(made.status()).isZero();
        assertThat(made.object().keySet()).containsExactly("entries", "head", "key");
        var again = desk.run("checkpoint", kept.toString());
        assertThat(again.status()).isEqualTo(Exit.WRONG_USE);
        assertThat(again.err()).contains("is there already");
        assertThat(desk.run("checkpoint", desk.path("x").toString(), "--decision", "none")
                        .status())
                .isEqualTo(Exit.WRONG_USE);

        var held = desk.run("verify", "--checkpoint", kept.toString(), "--json");
        assertThat(held.status()).isZero();
        assertThat(held.object()).containsEntry("intact", true);

        var other = new CommandRun(folder.resolve("other"));
        other.imported(line("A-1", "5.3"));
        var differs = other.run("verify", "--checkpoint", kept.toString(), "--json");
        assertThat(differs.status()).isEqualTo(Exit.NO);
        assertThat(differs.object()).containsEntry("intact", false).containsKeys("firstBroken", "why");
        assertThat(desk.run("verify", "--checkpoint", desk.path("nothing").toString())
                        .status())
                .isEqualTo(Exit.WRONG_USE);
    }

    @Test
    void aSoundLogIsIntactAndARowChangedBehindItIsNot() throws StoreRefused {
        desk.imported(line("A-1", "5.3"));

        var sound = desk.run("verify", "--json");
        assertThat(sound.status()).isZero();
        assertThat(sound.object().keySet()).containsExactly("entries", "intact", "head");
        assertThat(sound.object().get("head")).asString().matches("[0-9a-f]{64}");

        try (H2Store store = opened()) {
            store.write(handle -> handle.execute("update open_case set queue = 'legal'"));
        }
        var broken = desk.run("verify", "--json");
        assertThat(broken.status()).isEqualTo(Exit.NO);
        assertThat(broken.object().keySet()).containsExactly("intact", "firstBroken", "why");
        assertThat(broken.object()).containsEntry("intact", false);
        assertThat(desk.run("verify").status()).isEqualTo(Exit.NO);
    }

    @Test
    void aStoreHeldByAnotherIsNotOpenedAndTheHolderIsNamed() throws StoreRefused {
        desk.imported(line("A-1", "5.3"));

        try (H2Store _ = opened()) {
            for (String command : List.of(
                    "queue",
                    "verify",
                    "show A-1",
                    "claim A-1",
                    "approvals list",
                    "referrals list",
                    "guidelines list")) {
                var answer = desk.run((command + " --json").split(" "));

                assertThat(answer.status()).as(command).isEqualTo(Exit.STORE_CLOSED);
                assertThat(answer.out()).isEmpty();
                assertThat(answer.err())
                        .contains(
                                System.getProperty("user.name"),
                                String.valueOf(ProcessHandle.current().pid()));
            }
            assertThat(desk.run("guidelines", "list", "--edition", "2020-12").status())
                    .isZero();
        }
        assertThat(desk.run("queue").status()).isZero();
    }

    @Test
    void aBackupIsRestoredAndVerifiedInAnotherFolder() {
        String recovery = recoveryKey(desk.imported(line("A-1", "5.3")));
        Path backup = desk.path("desk.backup");
        Path other = desk.path("other");

        var made = desk.run("backup", backup.toString(), "--json");
        assertThat(made.status()).isZero();
        assertThat(made.object().keySet()).containsExactly("entries", "bytes");

        assertThat(on(other, "restore", backup.toString()).status()).isEqualTo(Exit.STORE_CLOSED);
        desk.passphrase("wrong");
        assertThat(on(other, "restore", backup.toString()).status()).isEqualTo(Exit.STORE_CLOSED);
        desk.passphrase(recovery);
        var restored = on(other, "restore", backup.toString());
        assertThat(restored.status()).isZero();
        assertThat(restored.object()).isEqualTo(made.object());
        desk.noPassphrase();
        assertThat(on(other, "verify").object())
                .containsEntry("entries", made.object().get("entries"));
        assertThat(desk.run("restore", backup.toString(), "--json").status())
                .as("on the desk that made it, its key file opens it")
                .isZero();
    }

    @Test
    void whatIsNoBackupReplacesNothing() throws IOException {
        desk.imported(line("A-1", "5.3"));
        Path whole = desk.path("whole.backup");
        desk.run("backup", whole.toString());
        byte[] bytes = Files.readAllBytes(whole);
        bytes[bytes.length / 2] ^= 1;
        Path bent = Files.write(desk.path("bent.backup"), bytes);

        for (Path file : List.of(desk.path("in.jsonl"), bent, desk.path("nosuch"))) {
            var answer = desk.run("restore", file.toString(), "--json");

            assertThat(answer.status()).as(file.toString()).isEqualTo(Exit.WRONG_USE);
            assertThat(answer.out()).isEmpty();
        }
        assertThat(desk.run("queue", "--json").objects()).hasSize(1);
    }

    @Test
    void aBackupThatCannotBeWrittenIsWrongUse() {
        desk.imported(line("A-1", "5.3"));
        Path inTheWay = desk.write("file", "old");

        for (Path target : List.of(desk.home(), inTheWay.resolve("backup"))) {
            assertThat(desk.run("backup", target.toString()).status()).isEqualTo(Exit.WRONG_USE);
        }
    }

    @Test
    void aStoreWithAPassphraseOpensWithNothingElse() {
        desk.passphrase(SECRET);
        var made = desk.run("store", "init", "--json");
        assertThat(made.status()).isZero();
        assertThat(made.object().keySet()).containsExactly("home", "passphrase");
        assertThat(made.object()).containsEntry("passphrase", true);
        assertThat(desk.run("store", "init").status()).isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("queue").status()).isZero();

        desk.passphrase("another");
        assertThat(desk.run("queue", "--json").status()).isEqualTo(Exit.STORE_CLOSED);
        desk.noPassphrase();
        var asked = desk.run("queue", "--json");
        assertThat(asked.status()).isEqualTo(Exit.STORE_CLOSED);
        assertThat(asked.out()).isEmpty();
        assertThat(asked.err()).contains(Terminal.PASSPHRASE);
    }

    @Test
    void whatIsNotThereIsNotCopiedAndNotMade() {
        desk.passphrase(SECRET);
        String to = desk.path("copy").toString();

        var missing = desk.bare("store", "copy", "--from", desk.path("nosuch").toString(), "--to", to, "--json");
        assertThat(missing.status()).isEqualTo(Exit.STORE_CLOSED);
        assertThat(desk.path("nosuch")).doesNotExist();
    }

    @Test
    void aStoreWithAPassphraseIsCopiedOnce() {
        desk.passphrase(SECRET);
        desk.run("store", "init");
        desk.imported(line("A-1", "5.3"));
        String from = desk.home().toString();
        String to = desk.path("copy").toString();

        var copied = desk.bare("store", "copy", "--from", from, "--to", to, "--json");
        assertThat(copied.status()).isZero();
        assertThat(copied.object().keySet()).containsExactly("entries");
        assertThat(desk.bare("store", "copy", "--from", from, "--to", to, "--json")
                        .status())
                .isEqualTo(Exit.WRONG_USE);
        assertThat(on(Path.of(to), "verify").object())
                .containsEntry("entries", copied.object().get("entries"));
    }

    @Test
    void settingsThatCannotBeReadAreNamedAndLeftAlone() throws IOException {
        desk.imported(line("A-1", "5.3"));
        Path settings = new DeskFolder(desk.home()).settings().resolve("queue.json");
        Files.writeString(settings, "{broken");

        var answer = desk.run("queue", "--json");

        assertThat(answer.status()).isZero();
        assertThat(answer.objects()).hasSize(1);
        assertThat(answer.err()).contains(settings.toString());
        assertThat(Files.readString(settings)).isEqualTo("{broken");
    }

    @Test
    void whatNobodyForesawIsNoAnswerAndQuotesNothing() {
        var answer = desk.bare(new FailingDoor(), "queue", "--json");

        assertThat(answer.status()).isEqualTo(Exit.FAILED);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err())
                .contains("IllegalStateException", "StoreCommandsTest.java")
                .hasLineCount(1);
    }

    private H2Store opened() throws StoreRefused {
        return new StoreDoor(new DeskFolder(desk.home()), desk.clock()).open(new Unlock.Alone());
    }

    private CommandRun.Answer on(Path home, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--json", "--home", home.toString()));
        return desk.bare(all.toArray(String[]::new));
    }

    private static String recoveryKey(CommandRun.Answer made) {
        return made.err().strip().replaceFirst("(?s).*: ", "");
    }

    /** A door behind which something breaks, with content in its words. */
    private final class FailingDoor implements DeskDoor {
        private final DeskDoor real = RealDoor.of(desk.clock());

        @Override
        public DeskFolder folder(@Nullable Path home) {
            return real.folder(desk.home());
        }

        @Override
        public Texts texts(DeskFolder at) {
            return real.texts(at);
        }

        @Override
        public List<Path> unread(DeskFolder at) {
            return List.of();
        }

        @Override
        public boolean exists(DeskFolder at) {
            return true;
        }

        @Override
        public OpenedDesk open(PostgresPlace place, DeskFolder at, String login, String password) throws StoreRefused {
            return real.open(place, at, login, password);
        }

        @Override
        public OpenedDesk open(DeskFolder at, Supplier<String> passphrase, Consumer<String> recoveryKey) {
            throw new IllegalStateException("quotes " + MARK);
        }

        @Override
        public void create(DeskFolder at, @Nullable String passphrase, Consumer<String> recoveryKey) {}

        @Override
        public boolean opensAlone(DeskFolder at, Path backup) {
            return true;
        }

        @Override
        public long restore(RestorePermit permit, DeskFolder at, Path backup, Unlock unlock, Progress progress) {
            return 0;
        }

        @Override
        public Moved moveTo(
                StoreMove.Server to, DeskFolder from, Supplier<String> passphrase, DeskFolder home, Progress progress)
                throws StoreRefused {
            return real.moveTo(to, from, passphrase, home, progress);
        }

        @Override
        public Moved moveFrom(
                StoreMove.Server from,
                StoreMove.Folder to,
                Consumer<String> recoveryKey,
                DeskFolder home,
                Progress progress)
                throws StoreRefused {
            return real.moveFrom(from, to, recoveryKey, home, progress);
        }

        @Override
        public int tour(Path pictures) {
            return 0;
        }
    }
}
