package org.moderationdesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.items.ItemWriter;
import org.moderationdesk.items.Lines;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.queue.CaseWriter;
import org.moderationdesk.settings.QueueSettings;

/**
 * A file that is larger than the heap of the process that imports it: 100 MB in 64 MB in the ordinary run, 2 GB in 256
 * MB in the long one. Among its lines are some with texts of nearly a megabyte, and one of 40 MB.
 */
class SmallHeapTest {
    private static final boolean LONG = Boolean.getBoolean("desk.long");
    private static final long BYTES = LONG ? 2_000_000_000L : 100_000_000L;
    private static final String HEAP = LONG ? "-Xmx256m" : "-Xmx64m";
    /** Most of the ordinary run's bytes stand in lines that are refused: it is the reading that is tried. */
    private static final int TAKEN_OF_A_THOUSAND = LONG ? 1_000 : 40;

    @TempDir
    Path folder;

    @Test
    void aFileLargerThanTheHeapIsImported() throws Exception {
        Path file = folder.resolve("large.jsonl");
        long lines = write(file);
        Path said = folder.resolve("said.txt");

        Process desk = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SmallHeapTest.class.getName(),
                        folder.resolve("desk").toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(desk.waitFor(LONG ? 60 : 8, TimeUnit.MINUTES)).isTrue();
        } finally {
            desk.destroyForcibly();
        }

        assertThat(desk.exitValue()).as(() -> read(said)).isZero();
        assertThat(read(said)).contains("read " + lines + " ").contains(" too long 1 ");
    }

    /** The importing process. */
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[1]);
        var folder = new DeskFolder(Path.of(arguments[0]));
        InstantSource clock = InstantSource.system();
        try (var store = new StoreDoor(folder, clock).create().store()) {
            var cases = new CaseWriter(new BookReader().read("2020-12"), QueueSettings.defaults());
            var receiver = new Receiver(new ItemWriter(), cases, new MediaStore(folder.media(), store));
            ImportResult result = new Intake(store, new StoredEventLog(store, clock), receiver, clock)
                    .importFile(file, "anna", ImportProgress.NONE);
            long tooLong;
            try (var rejected = Files.lines(file.resolveSibling("large.jsonl.rejected.jsonl"))) {
                tooLong = rejected.filter(line -> line.contains("the line is over 8 MB"))
                        .count();
            }
            System.out.println("read " + result.read() + " new " + result.newCases() + " too long " + tooLong
                    + " seconds " + result.seconds());
        }
        // Pool threads of the store may linger.
        System.exit(0);
    }

    private static long write(Path file) throws IOException {
        long written = 0;
        long lines = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            while (written < BYTES) {
                String line = Lines.CONTRACT.replace("V-20418", "V-" + lines);
                if (lines == 500) {
                    line = "{\"id\":\"" + "x".repeat(40_000_000) + "\"}";
                } else if (lines % 5_000 == 10) {
                    line = line.replace("\"reach\"", longTexts() + "\"reach\"");
                } else if (lines % 1_000 >= TAKEN_OF_A_THOUSAND) {
                    line = line.replace("\"VIDEO\"", "\"FILM\"");
                }
                out.write(line);
                out.write('\n');
                written += line.length() + 1L;
                lines++;
            }
        }
        return lines;
    }

    /** One text of nearly a megabyte in the small heap, five in the larger. */
    private static String longTexts() {
        return IntStream.range(0, LONG ? 5 : 1)
                .mapToObj(i -> "\"text" + i + "\":\"" + "y".repeat(950_000) + "\",")
                .collect(Collectors.joining());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.getClass().getName();
        }
    }
}
