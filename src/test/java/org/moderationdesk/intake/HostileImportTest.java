package org.moderationdesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.items.Lines;

@OnBothStores
class HostileImportTest {
    private static final int LINES = Boolean.getBoolean("desk.long") ? 200_000 : 8_000;

    @TempDir
    Path folder;

    @Test
    void noLineStopsAnImportWhateverItHolds() throws IOException {
        var random = new Random(11);
        var content = new ByteArrayOutputStream();
        for (int i = 0; i < LINES; i++) {
            content.write(mutated(random, i));
            content.write('\n');
        }
        Path file = Files.write(folder.resolve("hostile.jsonl"), content.toByteArray());

        try (var desk = new IntakeDesk(folder)) {
            ImportResult result = desk.take(file, ImportProgress.NONE);

            assertThat(result.cancelled()).isFalse();
            assertThat(result.newCases()).isGreaterThan(LINES / 10);
            assertThat(result.rejected()).isGreaterThan(LINES / 10);
            assertThat(desk.count("open_case")).isEqualTo(result.newCases());
            String head = desk.head();

            desk.take(file, ImportProgress.NONE);

            assertThat(desk.head()).as("the same file again").isEqualTo(head);
        }
    }

    /** The line of the contract under another id, with a few bytes changed, taken away or put in. */
    private static byte[] mutated(Random random, int number) {
        byte[] line = Lines.CONTRACT
                .replace("V-20418", "V-" + number % (LINES / 2))
                .replace("\"u-7\"", "\"u-" + number % 50 + "\"")
                .getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(line.length);
            switch (random.nextInt(3)) {
                case 0 -> line[at] = (byte) (32 + random.nextInt(224));
                case 1 -> line[at] = (byte) "{}[]\",:0\\e-".charAt(random.nextInt(11));
                default -> {
                    int from = random.nextInt(line.length);
                    int length = Math.min(random.nextInt(30), line.length - Math.max(at, from));
                    System.arraycopy(line, from, line, at, length);
                }
            }
        }
        for (int i = 0; i < line.length; i++) {
            line[i] = line[i] == '\n' ? (byte) ' ' : line[i];
        }
        return line;
    }
}
