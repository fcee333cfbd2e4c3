package org.moderationdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartTest {
    @Test
    void withoutArgumentsTheWindowOpensOnThePlatformsOwnFolder() {
        assertThat(WindowStart.of()).contains(new WindowStart(null, false));
        assertThat(WindowStart.of("--sample-desk")).contains(new WindowStart(null, true));
    }

    @Test
    void theFolderIsNamedInEitherForm() {
        var expected = new WindowStart(Path.of("desk"), true);
        assertThat(WindowStart.of("--home", "desk", "--sample-desk")).contains(expected);
        assertThat(WindowStart.of("--sample-desk", "--home=desk")).contains(expected);
    }

    @Test
    void anythingElseIsACommandAndOpensNoWindow() {
        assertThat(WindowStart.of("queue")).isEmpty();
        assertThat(WindowStart.of("--home", "desk", "verify")).isEmpty();
        assertThat(WindowStart.of("--help")).isEmpty();
        assertThat(WindowStart.of("--home")).isEmpty();
    }

    @Test
    void eachPlatformHasItsOwnPlaceForData() {
        assertThat(PlatformHome.of("Linux", "/home/a", Map.of()))
                .isEqualTo(Path.of("/home/a/.local/share/moderation-desk"));
        assertThat(PlatformHome.of("Linux", "/home/a", Map.of("XDG_DATA_HOME", "/data")))
                .isEqualTo(Path.of("/data/moderation-desk"));
        assertThat(PlatformHome.of("Linux", "/home/a", Map.of("XDG_DATA_HOME", "data")))
                .isEqualTo(Path.of("/home/a/.local/share/moderation-desk"));
        assertThat(PlatformHome.of("Mac OS X", "/Users/a", Map.of()))
                .isEqualTo(Path.of("/Users/a/Library/Application Support/Moderation Desk"));
        assertThat(PlatformHome.of("Windows 11", "/a", Map.of("LOCALAPPDATA", "/local")))
                .isEqualTo(Path.of("/local/Moderation Desk"));
    }

    @Test
    void whatTheWindowLacksIsNamed(@TempDir Path libraries) throws IOException {
        var display = Map.of("DISPLAY", ":0");
        assertThat(Display.missing("Linux", Map.of(), Stream.of(libraries))).contains("app.no-display");
        assertThat(Display.missing("Linux", display, Stream.of(libraries))).contains("app.no-gtk");

        Files.createFile(libraries.resolve("libgtk-3.so.0"));

        assertThat(Display.missing("Linux", display, Stream.of(libraries))).isEmpty();
        assertThat(Display.missing("Mac OS X", Map.of(), Stream.of())).isEmpty();
    }
}
