package org.moderationdesk.media.decode;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a worker process is started: with the JVM of this one, nothing on its class path but what it takes, and shut in as
 * far as the system can. A worker that decodes writes no file whatever: no crash dump, and on Linux and macOS the system
 * itself keeps it from it.
 */
public final class WorkerLaunch {
    private static final String DECODE = "org.moderationdesk.media.worker.Decode";
    private static final String ENCODE = "org.moderationdesk.media.worker.Encode";
    private static final String UNPACK = "org.moderationdesk.media.worker.Unpack";

    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=32m",
            "-XX:CompressedClassSpaceSize=32m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-XX:+SuppressFatalErrorMessage",
            "-XX:-CreateCoredumpOnCrash",
            "-Xshare:auto",
            "-Xlog:disable",
            "-Djava.awt.headless=true",
            "-Dorg.bytedeco.javacpp.nopointergc=true",
            "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
            "-Dorg.bytedeco.javacpp.maxBytes=0",
            "--enable-native-access=ALL-UNNAMED");

    private final Path natives;
    private final Platform platform;

    /** @param natives folder that FFmpeg's libraries are unpacked to; never content */
    public WorkerLaunch(Path natives) {
        this.natives = natives.toAbsolutePath();
        this.platform = Platform.here();
    }

    /** With the folder for unpacked libraries that this system and user have for caches. */
    public static WorkerLaunch usual() {
        return new WorkerLaunch(Platform.here().cacheFolder());
    }

    /** Starts a process that encodes what the desk makes itself; told nothing of memory. */
    public ProcessBuilder encoding() throws IOException {
        unpack();
        List<String> command = java(256);
        command.add(ENCODE);
        return started(command);
    }

    /** Starts a process that decodes, within the limits. */
    ProcessBuilder decoding(DecodeLimits limits) throws IOException {
        unpack();
        List<String> command = java(limits.heapMegabytes());
        command.addAll(List.of(
                DECODE,
                Long.toString(limits.mostPixels()),
                Integer.toString(limits.longestSide()),
                Long.toString(limits.survey().toMillis()),
                Long.toString(limits.memoryMegabytes() / 4L)));
        return started(platform.shutIn(command, limits.memoryMegabytes()));
    }

    private List<String> java(int heapMegabytes) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(
                Path.of(System.getProperty("java.home"), "bin", platform.java()).toString());
        command.addAll(JVM);
        command.addAll(List.of(
                "-Xmx" + heapMegabytes + "m",
                "-Dorg.bytedeco.javacpp.cachedir=" + natives,
                "-cp",
                String.join(File.pathSeparator, classPath())));
        return command;
    }

    private ProcessBuilder started(List<String> command) {
        var builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
        var environment = builder.environment();
        environment
                .keySet()
                .removeIf(name -> name.startsWith("JAVA_") || name.startsWith("JDK_") || name.contains("PROXY"));
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("LD_LIBRARY_PATH", platform.librariesIn(natives, jar(platform.libraries())));
        return builder;
    }

    /** Once a version: a worker that decodes may not write, so one that does nothing else unpacks before. */
    private void unpack() throws IOException {
        Path done = natives.resolve(jar(platform.libraries()).getFileName() + ".unpacked");
        if (Files.exists(done)) {
            return;
        }
        Files.createDirectories(natives);
        List<String> command = java(64);
        command.add(UNPACK);
        try {
            if (started(command).redirectOutput(Redirect.DISCARD).start().waitFor() != 0) {
                throw new IOException("FFmpeg's libraries cannot be unpacked");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
        Files.writeString(done, "");
    }

    private Set<String> classPath() {
        Set<String> entries = new LinkedHashSet<>();
        for (String inside : List.of(
                "org/moderationdesk/media/decode/WorkerLaunch.class",
                "org/bytedeco/javacpp/Loader.class",
                "org/bytedeco/javacpp/" + platform.name() + "/" + platform.library("jnijavacpp"),
                "org/bytedeco/ffmpeg/global/avcodec.class",
                platform.libraries())) {
            entries.add(jar(inside).toString());
        }
        return entries;
    }

    /** The jar or folder on this class path that a file lies in. */
    private static Path jar(String inside) {
        URL found = WorkerLaunch.class.getClassLoader().getResource(inside);
        if (found == null) {
            throw new IllegalStateException("not on the class path: " + inside);
        }
        try {
            if (found.openConnection() instanceof JarURLConnection jar) {
                return Path.of(jar.getJarFileURL().toURI());
            }
            Path file = Path.of(found.toURI());
            int names = Path.of(inside).getNameCount();
            Path root = file;
            for (int i = 0; i < names; i++) {
                root = root.resolveSibling("");
            }
            return root;
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("cannot be found on the class path: " + inside, unreadable);
        }
    }
}
