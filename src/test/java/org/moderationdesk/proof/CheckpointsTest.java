package org.moderationdesk.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;

@OnBothStores
class CheckpointsTest {
    private static final Person LEAD = new Person("lena", Set.of(Role.TEAM_LEAD), false);

    @TempDir
    private Path folder;

    private Store store;
    private EventLog log;
    private Checkpoints checkpoints;

    @BeforeEach
    void open() {
        store = TestStore.create();
        log = new StoredEventLog(store, InstantSource.system());
        checkpoints = new Checkpoints(store, log, InstantSource.system());
        append(7);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aLogThatWentOnHoldsToItsCheckpoint() throws IOException {
        Path file = folder.resolve("a.checkpoint");
        Checkpoints.Made made = checkpoints.make(file, LEAD, Progress.NONE);
        append(20);

        assertThat(made.size()).isEqualTo(8);
        assertThat(made.key()).matches("moderation-desk/[0-9a-f]{16}\\+[0-9a-f]{8}\\+\\S+");
        assertThat(checkpoints.check(file, Progress.NONE)).isInstanceOf(Held.Holds.class);
        assertThatThrownBy(() -> checkpoints.make(file, LEAD, Progress.NONE))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void aRewrittenEntryATruncatedLogAndAnotherKeyAreEachTold() throws IOException {
        Path file = folder.resolve("a.checkpoint");
        checkpoints.make(file, LEAD, Progress.NONE);
        String note = Files.readString(file);

        String third = hash(3);
        sql("update event set hash = '" + "a".repeat(64) + "' where seq = 3");
        assertThat(why(file)).isEqualTo(Held.Why.REWRITTEN);
        sql("update event set hash = '" + third + "' where seq = 3");
        assertThat(checkpoints.check(file, Progress.NONE).holds()).isTrue();

        sql("update log_head set seq = 6");
        assertThat(why(file)).isEqualTo(Held.Why.SHORTER);
        sql("update log_head set seq = 9");

        Files.writeString(file, note.replace("\n8\n", "\n7\n"));
        assertThat(why(file)).isEqualTo(Held.Why.NOT_SIGNED);
        Files.writeString(file, note);
        CheckpointKey other = CheckpointKey.make();
        sql("update checkpoint_key set public_key = '" + other.publicKey() + "'");
        assertThat(why(file)).isEqualTo(Held.Why.NOT_SIGNED);

        Files.writeString(file, note.substring(0, note.length() / 2));
        assertThat(why(file)).isEqualTo(Held.Why.UNREADABLE);
        Files.writeString(file, note.replace("moderation-desk/", "moderation-desk/0"));
        assertThat(why(file)).isEqualTo(Held.Why.OTHER_LOG);
    }

    @Test
    void aProofOfOneEntryHoldsAndAnotherBodyInItDoesNot() throws IOException {
        for (long seq = 1; seq <= 7; seq++) {
            Path file = folder.resolve(seq + ".proof");
            checkpoints.prove(seq, file, LEAD, Progress.NONE);
            assertThat(checkpoints.check(file, Progress.NONE).holds()).isTrue();
        }
        Path file = folder.resolve("4.proof");
        InclusionProof proof = InclusionProof.parse(Files.readString(file)).orElseThrow();
        var forged = new InclusionProof(
                proof.before(),
                proof.body().replace("\"n\":3", "\"n\":4"),
                proof.index(),
                proof.way(),
                proof.checkpoint());
        Files.writeString(file, forged.written());
        assertThat(why(file)).isEqualTo(Held.Why.REWRITTEN);
    }

    @Test
    void aReviewerDoesNotSign() {
        var anna = new Person("anna", Set.of(Role.REVIEWER), false);
        assertThatThrownBy(() -> checkpoints.make(folder.resolve("b"), anna, Progress.NONE))
                .isInstanceOf(RightRefused.class);
        assertThat(folder.resolve("b")).doesNotExist();
    }

    private Held.Why why(Path file) throws IOException {
        return ((Held.Differs) checkpoints.check(file, Progress.NONE)).why();
    }

    private void append(int count) {
        long unused = log.record("anna", act -> {
            long last = 0;
            for (int i = 0; i < count; i++) {
                last = act.append(new Entry(EventKind.SHOWN, null, "v1", Map.of("n", i), List.of()));
            }
            return last;
        });
    }

    private String hash(long seq) {
        return store.read(handle -> handle.createQuery("select hash from event where seq = :seq")
                .bind("seq", seq)
                .mapTo(String.class)
                .one());
    }

    private void sql(String statement) {
        int unused = store.write(handle -> handle.execute(statement));
    }
}
