package org.moderationdesk.media.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** While a clip is looked at and played, and afterwards, no byte of it and no frame of it lies on disk in the clear. */
class NothingInTheClearTest {
    private static final Size MOST = new Size(200, 200);
    private static final int PIECE = 32;
    private static final long LARGEST = 256L << 20;

    @TempDir
    private Path folder;

    @Test
    void noByteOfAClipAndNoFrameOfItLiesOnDisk() throws Exception {
        Instant begun = Instant.now().minusSeconds(2);
        byte[] file;
        try (var clips = new TestClips()) {
            file = clips.noise(new Random().nextLong());
        }
        List<byte[]> known = pieces(file);
        try (var desk = new DecodeDesk(folder)) {
            String sha256 = desk.keep(file);
            try (Clip clip = desk.decoder().open(sha256)) {
                Frame frame = clip.frameAt(500_000, MOST);
                known.add(row(frame));
                clip.strip(5, MOST, each -> known.add(row(each)));
                var heard = new Heard();
                clip.play(new PlayFrom(0, 1, MOST, true), heard);
                assertThat(heard.begun.await(20, java.util.concurrent.TimeUnit.SECONDS))
                        .isTrue();

                assertThat(holding(known, begun)).as("while it plays").isEmpty();
                assertThat(heard.isOver(20)).isTrue();
            }
            assertThat(holding(known, begun)).as("after it was looked at").isEmpty();

            Path planted = Files.write(folder.resolve("planted.tmp"), file);
            assertThat(holding(known, begun)).as("what must be found").containsExactly(planted);
            Files.delete(planted);
        }
        assertThat(holding(known, begun)).as("after the desk is closed").isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aWorkerCannotWriteAFileAndLeavesNoDump() throws Exception {
        try (var clips = new TestClips();
                var desk = new DecodeDesk(folder);
                Clip clip = desk.open(clips.usual())) {
            String limits = Files.readString(Path.of("/proc", Long.toString(clip.processId()), "limits"));

            assertThat(limits).containsPattern("Max file size +0 +0 ");
            assertThat(limits).containsPattern("Max core file size +0 +0 ");
            assertThat(limits).containsPattern("Max address space +3221225472 +3221225472 ");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theKeyOfAFileIsInNoCommandLineAndNoEnvironment() throws Exception {
        try (var clips = new TestClips();
                var desk = new DecodeDesk(folder)) {
            String sha256 = desk.keep(clips.usual());
            try (Clip clip = desk.decoder().open(sha256)) {
                String key = java.util.HexFormat.of()
                        .formatHex(desk.media().blob(sha256).orElseThrow().key());
                Path process = Path.of("/proc", Long.toString(clip.processId()));
                for (String told : List.of("cmdline", "environ")) {
                    assertThat(Files.readString(process.resolve(told), StandardCharsets.ISO_8859_1))
                            .doesNotContain(key)
                            .doesNotContain(sha256);
                }
            }
        }
    }

    /** Some pieces of the middle of a file, where it is like no other. */
    private static List<byte[]> pieces(byte[] file) {
        List<byte[]> pieces = new ArrayList<>();
        for (int i = 1; i < 6; i++) {
            int at = i * file.length / 6;
            pieces.add(java.util.Arrays.copyOfRange(file, at, at + PIECE));
        }
        return pieces;
    }

    /** The middle of a frame, as it lies in memory. */
    private static byte[] row(Frame frame) {
        byte[] row = new byte[PIECE];
        var words = java.nio.ByteBuffer.wrap(row)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer();
        words.put(frame.argb(), frame.height() / 2 * frame.width() + 8, PIECE / Integer.BYTES);
        return row;
    }

    /** Every file that was touched meanwhile and holds one of the pieces. */
    private List<Path> holding(List<byte[]> pieces, Instant since) throws IOException {
        List<String> wanted = pieces.stream()
                .map(piece -> new String(piece, StandardCharsets.ISO_8859_1))
                .toList();
        List<Path> found = new ArrayList<>();
        for (Path place : List.of(
                folder,
                Path.of(System.getProperty("java.io.tmpdir")),
                Path.of("target", "natives"),
                Path.of(System.getProperty("user.home"), ".cache", "moderation-desk"),
                Path.of("/dev/shm"))) {
            for (Path file : touched(place, since)) {
                String content = content(file);
                if (wanted.stream().anyMatch(content::contains) && !found.contains(file)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static List<Path> touched(Path place, Instant since) throws IOException {
        List<Path> touched = new ArrayList<>();
        if (!Files.isDirectory(place)) {
            return touched;
        }
        try (Stream<Path> files = Files.find(
                place,
                12,
                (file, attributes) -> attributes.isRegularFile()
                        && attributes.size() < LARGEST
                        && attributes.lastModifiedTime().compareTo(FileTime.from(since)) >= 0)) {
            files.forEach(touched::add);
        } catch (UncheckedIOException goneMeanwhile) {
            // Others work in the folder for temporary files too; what they take away holds nothing of ours.
            return touched;
        }
        return touched;
    }

    private static String content(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException | java.nio.file.AccessDeniedException goneMeanwhile) {
            return "";
        }
    }
}
