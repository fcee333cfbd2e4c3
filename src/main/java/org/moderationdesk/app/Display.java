package org.moderationdesk.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a window can be opened here. JavaFX itself dies with a stack trace where it cannot. */
final class Display {
    private static final String GTK = "libgtk-3.so.0";

    private Display() {}

    /** The key of the sentence that says what is missing; empty where a window can be opened. */
    static Optional<String> missing() {
        if ("Headless".equals(System.getProperty("glass.platform"))) {
            return Optional.empty();
        }
        return missing(System.getProperty("os.name", ""), System.getenv(), libraryFolders());
    }

    static Optional<String> missing(String system, Map<String, String> environment, Stream<Path> libraryFolders) {
        if (!system.startsWith("Linux")) {
            return Optional.empty();
        }
        if (!isSet(environment, "DISPLAY")) {
            return Optional.of("app.no-display");
        }
        return libraryFolders.anyMatch(folder -> Files.exists(folder.resolve(GTK)))
                ? Optional.empty()
                : Optional.of("app.no-gtk");
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }

    private static Stream<Path> libraryFolders() {
        String paths = System.getProperty("java.library.path", "");
        String machine = System.getProperty("os.arch", "").equals("aarch64") ? "aarch64" : "x86_64";
        Stream<String> usual = Stream.of(
                "/usr/lib",
                "/usr/lib64",
                "/lib",
                "/lib64",
                "/usr/local/lib",
                "/usr/lib/" + machine + "-linux-gnu",
                "/lib/" + machine + "-linux-gnu");
        return Stream.concat(Arrays.stream(paths.split(":")), usual)
                .filter(path -> !path.isBlank())
                .map(Path::of);
    }
}
