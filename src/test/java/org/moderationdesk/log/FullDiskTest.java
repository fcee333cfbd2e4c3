package org.moderationdesk.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.FullDiskDesk;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.StoreException;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.db.Unlock;

class FullDiskTest {
    private static final int ENTRIES_AN_ACT = 60;

    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(longs = {0, 40_000, 300_000, 2_000_000})
    void whenTheDiskIsFullAnActIsThereWholeOrNotAtAll(long room) throws StoreRefused, IOException {
        var folder = new DeskFolder(temp);
        door(folder).create().store().close();
        long confirmed = 0;
        StoreException failure = null;
        try (Store store = FullDiskDesk.open(folder)) {
            FullDiskDesk.leaveRoom(folder, room);
            for (int act = 0; act < 10_000 && failure == null; act++) {
                confirmed = recorded(store);
            }
        } catch (StoreException full) {
            failure = full;
        }
        assertThat(failure).isNotNull();
        assertThat(failure.isFull()).isTrue();
        assertThat(failure.words(new Texts(Language.EN))).contains("full");

        try (Store store = door(folder).open(new Unlock.Alone())) {
            Verdict verdict = new Verifier(store, List.of()).verify(Progress.NONE);
            assertThat(verdict.intact()).isTrue();
            assertThat(verdict.entries() % ENTRIES_AN_ACT).isZero();
            assertThat(verdict.entries()).isBetween(confirmed, confirmed + ENTRIES_AN_ACT);
            assertThat(recorded(store)).isEqualTo(verdict.entries() + ENTRIES_AN_ACT);
        }
    }

    @Test
    void otherFailuresAreNotCalledAFullDisk() throws IOException {
        assertThat(StoreException.wordless(new IOException("Input/output error"))
                        .isFull())
                .isFalse();
        assertThat(Files.isDirectory(temp)).isTrue();
    }

    private static long recorded(Store store) {
        var random = new Random(1);
        return new StoredEventLog(store, InstantSource.system()).record("anna", act -> {
            long last = 0;
            for (int i = 0; i < ENTRIES_AN_ACT; i++) {
                Map<String, ?> facts =
                        Map.of("what", Long.toHexString(random.nextLong()).repeat(40));
                last = act.append(new Entry(EventKind.SHOWN, null, null, facts, List.of()));
            }
            return last;
        });
    }

    private static StoreDoor door(DeskFolder folder) {
        return new StoreDoor(folder, InstantSource.system());
    }
}
