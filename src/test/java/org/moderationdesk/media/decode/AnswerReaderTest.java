package org.moderationdesk.media.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderationdesk.media.FileMetadata;

/** A worker that was taken over may say anything. */
class AnswerReaderTest {
    private static final Size MOST = new Size(100, 100);

    @Test
    void aFrameOfTheRightSizeIsRead() throws IOException {
        Answer answer = read(frame(2, 3, 24 + 4 * 6, 4 * 6));

        assertThat(answer).isInstanceOfSatisfying(Answer.Picture.class, picture -> assertThat(
                        picture.still().frame().argb())
                .hasSize(6));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 3, 52",
        "2, 3, 44",
        "101, 1, 428",
        "1, 101, 428",
        "0, 3, 24",
        "-2, -3, 48",
        "65536, 65536, 24",
        "2147483647, 2147483647, 28",
        "2, 3, -1",
        "2, 3, 2147483647"
    })
    void aFrameThatDoesNotFitItsSizeOrWhatWasAskedForIsNot(int width, int height, int length) {
        assertThatThrownBy(() -> read(frame(width, height, length, 512))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "S, 1000000",
        "S, 9",
        "T, 80008",
        "T, 7",
        "W, 20002",
        "R, 8",
        "I, 1025",
        "D, 1",
        "A, 1",
        "E, 2",
        "M, 2000000000",
        "M, 4",
        "?, 0"
    })
    void lengthsThatCannotBeEndTheConversation(char kind, int length) {
        ByteBuffer said =
                ByteBuffer.allocate(100_000).putInt(1).put((byte) kind).putInt(length);

        assertThatThrownBy(() -> read(said.array())).isInstanceOf(IOException.class);
    }

    @Test
    void noiseNeverDoesMoreThanEndTheConversation() {
        var random = new Random(5);
        byte[] kinds = {'A', 'I', 'F', 'S', 'T', 'W', 'E', 'D', 'R', 'M'};
        for (int i = 0; i < 20_000; i++) {
            byte[] said = new byte[200];
            random.nextBytes(said);
            said[4] = kinds[random.nextInt(kinds.length)];
            if (random.nextBoolean()) {
                said[5] = said[6] = said[7] = 0;
            }
            try {
                read(said);
            } catch (IOException ended) {
                assertThat(ended).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, 0, 0, 1, 1",
        "-1, 0, 0, 1, 1",
        "1, 9, 0, 1, 1",
        "1, 0, -1, 1, 1",
        "1, 0, 0, 2000000, 1",
        "1, 0, 0, -1, 1"
    })
    void metadataThatCannotBeEndsTheConversation(int count, int part, int number, int name, int value) {
        ByteBuffer said =
                ByteBuffer.allocate(9 + 5 + 13 + 2).putInt(1).put((byte) 'M').putInt(5 + 13 + 2);
        said.put((byte) 0)
                .putInt(count)
                .put((byte) part)
                .putInt(number)
                .putInt(name)
                .put((byte) 'n');
        said.putInt(value).put((byte) 'v');

        assertThatThrownBy(() -> read(said.array())).isInstanceOf(IOException.class);
    }

    @Test
    void metadataThatFitsIsRead() throws IOException {
        ByteBuffer said =
                ByteBuffer.allocate(9 + 5 + 13 + 2).putInt(1).put((byte) 'M').putInt(5 + 13 + 2);
        said.put((byte) 1)
                .putInt(1)
                .put((byte) 1)
                .putInt(2)
                .putInt(1)
                .put((byte) 'n')
                .putInt(1)
                .put((byte) 'v');

        assertThat(read(said.array())).isInstanceOfSatisfying(Answer.Metadata.class, read -> {
            assertThat(read.metadata().cut()).isTrue();
            assertThat(read.metadata().entries())
                    .containsExactly(new FileMetadata.Entry(FileMetadata.Part.STREAM, 2, "n", "v"));
        });
    }

    @Test
    void moreAnswersThanWereAskedForAreNotTaken() {
        var request = new Request(MOST, 1, 0);

        assertThat(request.take(new Answer.Done())).isTrue();
        assertThat(request.take(new Answer.Done())).isFalse();
        request.more();
        assertThat(request.take(new Answer.Done())).isTrue();
    }

    @Test
    void aProcessThatSpeaksAnotherLanguageIsLost() throws Exception {
        var worker = WorkerProcess.start(new ProcessBuilder("sh", "-c", "echo hello and good morning; exec sleep 60"));

        assertThatThrownBy(() -> worker.awaitReady(Duration.ofSeconds(10)))
                .isInstanceOfSatisfying(MediaRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(MediaRefused.Reason.WORKER_LOST));
        assertThat(worker.isAlive()).isFalse();
    }

    @Test
    void aProcessThatEndsForWantOfMemoryIsSaidToHave() throws Exception {
        var worker = WorkerProcess.start(new ProcessBuilder("sh", "-c", "exit 3"));

        assertThatThrownBy(() -> worker.awaitReady(Duration.ofSeconds(10)))
                .isInstanceOfSatisfying(MediaRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(MediaRefused.Reason.TOO_MUCH_MEMORY));
    }

    private static byte[] frame(int width, int height, int length, int pixels) {
        return ByteBuffer.allocate(9 + 24 + pixels)
                .putInt(1)
                .put((byte) 'F')
                .putInt(length)
                .putLong(0)
                .putInt(width)
                .putInt(height)
                .putInt(2)
                .putInt(3)
                .array();
    }

    private static Answer read(byte[] said) throws IOException {
        var reader = new AnswerReader(new ByteArrayInputStream(said));
        return reader.body(reader.head(), new Request(MOST, 1, 10_000));
    }
}
