package org.moderationdesk.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeskFormatFuzzTest {
    private static final int ROUNDS = Boolean.getBoolean("desk.long") ? 2_000_000 : 60_000;
    private static final List<String> PIECES = List.of(
            "null",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "\\",
            "\\u0000",
            "\\ud800",
            "-1",
            "1e400",
            "1e-400",
            "9007199254740993",
            "true",
            ",",
            ":",
            "\"extra\":{\"id\":1}",
            "\"extra\":",
            "-0",
            "0.1",
            "\"\"",
            "\u202e",
            "2026-01-01T00:00:00Z",
            "\"id\":\"x\",",
            "\"version\":2147483648,",
            "{\"a\":{\"b\":[[]]}}");

    private final DeskFormat format = new DeskFormat(Instant.parse("2026-11-03T00:00:00Z"));

    @Test
    void whateverTheBytesALineIsReadOrRefusedAndWhatIsReadComesBackTheSame() {
        var random = new Random(20_418);
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] line = mutated(random);
            try {
                FlaggedItem item = format.read(line);
                read++;
                assertThat(format.read(DeskFormat.write(item)))
                        .as(() -> HexFormat.of().formatHex(line))
                        .isEqualTo(item);
            } catch (LineRefused refused) {
                assertThat(refused.reason()).isNotNull();
            } catch (RuntimeException other) {
                throw new AssertionError(HexFormat.of().formatHex(line), other);
            }
        }
        assertThat(read).as("mutations that are still lines").isGreaterThan(ROUNDS / 20);
        assertThat(read).as("mutations that are not").isLessThan(ROUNDS);
    }

    private static byte[] mutated(Random random) {
        byte[] line = Lines.CONTRACT.getBytes(StandardCharsets.UTF_8);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(line.length);
            line = switch (random.nextInt(5)) {
                case 0 -> replaced(line, at, at + 1, new byte[] {(byte) random.nextInt(256)});
                case 1 -> replaced(line, at, Math.min(line.length, at + random.nextInt(20)), new byte[0]);
                case 2 -> replaced(line, at, at, piece(random));
                case 3 -> replaced(line, at, Math.min(line.length, at + 8), piece(random));
                default -> {
                    byte[] copied = Arrays.copyOfRange(line, at, Math.min(line.length, at + random.nextInt(60)));
                    int to = random.nextInt(line.length);
                    yield replaced(line, to, to, copied);
                }
            };
        }
        return line;
    }

    private static byte[] piece(Random random) {
        return PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] replaced(byte[] line, int from, int to, byte[] by) {
        byte[] changed = new byte[line.length - (to - from) + by.length];
        System.arraycopy(line, 0, changed, 0, from);
        System.arraycopy(by, 0, changed, from, by.length);
        System.arraycopy(line, to, changed, from + by.length, line.length - to);
        return changed;
    }
}
