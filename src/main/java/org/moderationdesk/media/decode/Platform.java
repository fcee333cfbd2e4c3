package org.moderationdesk.media.decode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The system that this runs on, as far as starting workers goes.
 *
 * @param name as FFmpeg's libraries call it, such as {@code linux-x86_64}
 */
record Platform(String name) {
    static Platform here() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String kind = system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "macosx" : "linux";
        return new Platform(kind + "-" + (arch.equals("aarch64") ? "arm64" : "x86_64"));
    }

    String java() {
        return isWindows() ? "java.exe" : "java";
    }

    String library(String plain) {
        return isWindows() ? plain + ".dll" : "lib" + plain + (isMac() ? ".dylib" : ".so");
    }

    /** A file among FFmpeg's libraries, on the class path. */
    String libraries() {
        return folder() + library("jniavcodec");
    }

    /** Where they lie once unpacked; without it Linux does not find those that they need themselves. */
    String librariesIn(Path natives, Path jar) {
        return natives.resolve(jar.getFileName()).resolve(folder()).toString();
    }

    Path cacheFolder() {
        String home = System.getProperty("user.home");
        Path caches = isWindows()
                ? named("LOCALAPPDATA").orElse(Path.of(home, "AppData", "Local"))
                : isMac()
                        ? Path.of(home, "Library", "Caches")
                        : named("XDG_CACHE_HOME").orElse(Path.of(home, ".cache"));
        return caches.resolve("moderation-desk");
    }

    /** The command within what the system's own limits can do: no core dump, no file written, no more memory. */
    List<String> shutIn(List<String> command, int memoryMegabytes) {
        if (isWindows()) {
            return command;
        }
        String memory = isMac() ? "" : "ulimit -v " + memoryMegabytes * 1_024L + " && ";
        List<String> shut = new ArrayList<>(
                List.of("/bin/sh", "-c", "ulimit -c 0 && ulimit -f 0 && " + memory + "exec \"$0\" \"$@\""));
        shut.addAll(command);
        return shut;
    }

    private String folder() {
        return "org/bytedeco/ffmpeg/" + name + "/";
    }

    private boolean isWindows() {
        return name.startsWith("windows");
    }

    private boolean isMac() {
        return name.startsWith("macosx");
    }

    private static Optional<Path> named(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
