import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Completes the folder {@code target/desk}: the desk's own jar, the launchers, and a cache of loaded classes from one
 * training run, without which the desk starts the slow way. Arguments: the jar, the folder, the main class, the JVM
 * flags.
 */
final class Assemble {
    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    private static final int LEAST_SECONDS = 10;
    private static final int RESTFUL_SECONDS = 3;
    private static final int MOST_SECONDS = 120;
    private static final Duration AT_REST = Duration.ofMillis(150);

    private Assemble() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path jar = Path.of(args[0]);
        Path desk = Path.of(args[1]);
        String main = args[2];
        String flags = String.join(" ", List.of(args).subList(3, args.length));

        Files.copy(jar, desk.resolve("lib").resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        Path bin = Files.createDirectories(desk.resolve("bin"));
        for (String name : List.of("moderation-desk", "moderation-desk.bat")) {
            String script = Files.readString(Path.of("packaging", "launcher", name))
                    .replace("@JAVA_HOME@", System.getProperty("java.home"))
                    .replace("@JVM_FLAGS@", flags)
                    .replace("@MAIN@", main);
            Path written = Files.writeString(bin.resolve(name), script);
            if (!written.toFile().setExecutable(true, false)) {
                throw new IOException("cannot make " + written + " executable");
            }
        }
        train(desk, bin);
    }

    /**
     * Opens the window of a new sample desk without a display, lets it come to rest, and asks it to end. Windows cannot
     * ask: there a command is run, whose cache lacks the window's classes.
     */
    private static void train(Path desk, Path bin) throws IOException, InterruptedException {
        Path cache = desk.resolve("lib").resolve("desk.aot");
        Files.deleteIfExists(cache);
        Path home = Files.createTempDirectory("desk-training");
        List<String> command = new ArrayList<>();
        if (WINDOWS) {
            command.addAll(List.of("cmd", "/c"));
        }
        command.add(bin.resolve(WINDOWS ? "moderation-desk.bat" : "moderation-desk")
                .toAbsolutePath()
                .toString());
        command.addAll(
                WINDOWS
                        ? List.of("sample", "--home", home.toString(), "--cases", "20", "--json")
                        : List.of("--home", home.toString(), "--sample-desk"));
        var training =
                new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
        training.environment()
                .put(
                        "MODERATION_DESK_JAVA_OPTIONS",
                        "-Dglass.platform=Headless -Dprism.order=sw -XX:AOTCacheOutput=" + cache);
        var running = training.start();
        if (!WINDOWS) {
            awaitRest(running);
            running.destroy();
        }
        if (!running.waitFor(2, TimeUnit.MINUTES)) {
            running.destroyForcibly().waitFor();
        }
        if (!Files.exists(cache)) {
            System.err.println(
                    "The training run ended with " + running.exitValue() + ": no class cache, slower starts.");
        }
        remove(home);
    }

    /** Until the process has used next to no processor time for a while; two minutes at most. */
    private static void awaitRest(Process running) throws InterruptedException {
        Duration used = Duration.ZERO;
        int restful = 0;
        for (int second = 0; second < MOST_SECONDS && restful < RESTFUL_SECONDS && running.isAlive(); second++) {
            running.waitFor(1, TimeUnit.SECONDS);
            Duration now = running.info().totalCpuDuration().orElse(Duration.ZERO);
            restful = now.minus(used).compareTo(AT_REST) < 0 && second >= LEAST_SECONDS ? restful + 1 : 0;
            used = now;
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
