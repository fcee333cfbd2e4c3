package org.moderationdesk.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A desk in a process of its own, to be killed (SIGKILL) by a test. It says READY on its standard output, and then a line
 * for each thing that it was told is done.
 */
public final class MortalDesk implements AutoCloseable {
    private static final String READY = "READY";
    private static final int MOST_SECONDS = 300;

    private final Process process;
    private final Path errors;
    private final Thread listening;
    private final CountDownLatch ready = new CountDownLatch(1);

    private MortalDesk(Process process, Path errors, Consumer<String> said) {
        this.process = process;
        this.errors = errors;
        this.listening = Thread.ofPlatform().unstarted(() -> listen(said));
    }

    /**
     * Starts it, and waits until it is ready.
     *
     * @param main whose main method it runs
     * @param errors where its standard error goes
     * @param said told each line, on a thread of its own
     */
    public static MortalDesk start(Class<?> main, Path errors, Consumer<String> said, String... args)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                // It lives for a second or two: what it compiles well it never uses.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.to(errors.toFile()))
                .start();
        var desk = new MortalDesk(process, errors, said);
        desk.listening.start();
        await(desk, desk.ready, "the desk came up");
        return desk;
    }

    /** Waits until something has been said. */
    public void await(CountDownLatch what) throws InterruptedException {
        await(this, what, "it went on");
    }

    private static void await(MortalDesk desk, CountDownLatch what, String as) throws InterruptedException {
        for (int seconds = 0; seconds < MOST_SECONDS && desk.process.isAlive(); seconds++) {
            if (what.await(1, TimeUnit.SECONDS)) {
                return;
            }
        }
        // What it said last may still be on its way.
        desk.close();
        assertThat(what.getCount()).as(() -> as + "; " + desk.complaints()).isZero();
    }

    /** Lets it live a little longer; answers with whether it ended by itself. */
    public boolean endsWithin(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** Waits until it has ended by itself, and answers with its exit status. */
    public int end() throws InterruptedException {
        assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS))
                .as(this::complaints)
                .isTrue();
        listening.join();
        return process.exitValue();
    }

    /** What it wrote to standard error. */
    public String complaints() {
        try {
            return Files.readString(errors);
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** Kills it, if it lives, and hears it out. */
    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        listening.join();
    }

    private void listen(Consumer<String> said) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> {
                if (line.equals(READY)) {
                    ready.countDown();
                } else {
                    said.accept(line);
                }
            });
        } catch (IOException | UncheckedIOException killed) {
            return;
        }
    }
}
