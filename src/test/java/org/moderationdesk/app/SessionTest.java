package org.moderationdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.Unlock;
import org.moderationdesk.settings.Settings;

/** What an open desk leaves behind when it is left: nothing. */
final class SessionTest {
    @TempDir
    private Path home;

    @Test
    void noProcessThatDecodesOutlivesTheDeskThatStartedIt() throws Exception {
        var folder = new DeskFolder(home);
        var settling = new Settling(new Preferences(new Settings(folder.settings())), InstantSource.system(), _ -> {});
        Session first = settling.own(
                folder, new StoreDoor(folder, Clock.systemUTC()).create().store(), new Unlock.Alone(), false);
        Set<ProcessHandle> before = children();
        first.desk().decoder().warm();
        Set<ProcessHandle> started = new HashSet<>(children());
        started.removeAll(before);
        assertThat(started).hasSize(1);

        Session anew = settling.anew(first);
        assertThat(anew.desk().decoder())
                .as("under other settings")
                .isSameAs(first.desk().decoder());
        assertThat(started).allMatch(ProcessHandle::isAlive);

        anew.close();
        await().until(() -> started.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current().children().collect(Collectors.toSet());
    }
}
