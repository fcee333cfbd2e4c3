package org.moderationdesk.media.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderationdesk.media.GrowingFile;
import org.moderationdesk.media.decode.FileOrder.Container;
import org.moderationdesk.media.decode.MediaRefused.Reason;

/** Each odd file either opens, saying what of it is missing, or is refused with its reason; the next one opens as ever. */
class HostileFilesTest {
    private static final Size MOST = new Size(200, 200);
    private static TestClips clips;

    @TempDir
    private Path folder;

    private DecodeDesk desk;

    @BeforeAll
    static void encoder() throws Exception {
        clips = new TestClips();
    }

    @AfterAll
    static void encoderGone() {
        clips.close();
    }

    @BeforeEach
    void desk() {
        desk = new DecodeDesk(folder);
    }

    @AfterEach
    void theNextOneOpensAsEver() throws Exception {
        try (Clip clip = desk.open(clips.usual())) {
            assertThat(TestClips.numberIn(clip.frameAt(500_000, MOST))).isEqualTo(15);
        } finally {
            desk.close();
        }
    }

    @Test
    void aFileThatTheDeskDoesNotHoldIsMissing() {
        assertThat(refusal(() -> desk.decoder().open("0".repeat(64)))).isEqualTo(Reason.MISSING);
    }

    @Test
    void aFileOfNoLengthIsEmpty() {
        assertThat(refusal(() -> desk.open(new byte[0]))).isEqualTo(Reason.EMPTY);
        assertThat(refusal(() -> desk.decoder().picture(desk.keep(new byte[0]), MOST)))
                .isEqualTo(Reason.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "only words",
                "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nhttp://127.0.0.1:9/secret.ts\n",
                "ffconcat version 1.0\nfile /etc/passwd\n",
                "<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
                "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 9 RTP/AVP 96\n"
            })
    void whatNamesOtherFilesOrIsNoMediaIsNotLookedInto(String words) {
        assertThat(refusal(() -> desk.open(words.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(Reason.NOT_MEDIA);
    }

    @Test
    void noiseIsNoMedia() {
        byte[] noise = new byte[300_000];
        new Random(3).nextBytes(noise);

        assertThat(refusal(() -> desk.open(noise))).isIn(Reason.NOT_MEDIA, Reason.BROKEN);
    }

    @Test
    void aFileCutBeforeItsIndexIsBroken() throws Exception {
        byte[] whole = clips.usual();

        assertThat(refusal(() -> desk.open(Arrays.copyOf(whole, whole.length / 2))))
                .isEqualTo(Reason.BROKEN);
    }

    @Test
    void aFileCutInItsPicturesOpensAsFarAsItGoesAndSaysSo() throws Exception {
        byte[] whole = clips.by(Container.MATROSKA, PictureOrder.Codec.H264);

        try (Clip clip = desk.open(Arrays.copyOf(whole, whole.length / 2))) {
            assertThat(clip.facts().missing()).contains(Missing.TRUNCATED);
            assertThat(TestClips.numberIn(clip.frameAt(300_000, MOST))).isEqualTo(9);
            assertThat(TestClips.numberIn(clip.frameAt(2_900_000, MOST))).isBetween(20, 70);
        }
    }

    @Test
    void aFileThatWasChangedOnDiskIsBroken() throws Exception {
        String sha256 = desk.keep(clips.silent());
        Path held = desk.media().blob(sha256).orElseThrow().path();
        try (var file = new RandomAccessFile(held.toFile(), "rw")) {
            file.seek(file.length() - 40);
            file.write(7);
            file.write(7);
        }

        assertThat(refusal(() -> desk.decoder().open(sha256))).isEqualTo(Reason.BROKEN);
    }

    @Test
    void aFileCutOnDiskWhereASegmentEndsIsBrokenAndNotTakenForAGrowingOne() throws Exception {
        byte[] noise = clips.noise(1);
        assertThat(noise.length).as("more than a segment").isGreaterThan(1 << 16);
        String sha256 = desk.keep(noise);
        Path held = desk.media().blob(sha256).orElseThrow().path();
        try (var file = new RandomAccessFile(held.toFile(), "rw")) {
            file.setLength((1 << 16) + 16);
        }

        assertThat(refusal(() -> desk.decoder().open(sha256))).isEqualTo(Reason.BROKEN);
    }

    @Test
    void aClipWithoutSoundSaysSo() throws Exception {
        try (Clip clip = desk.open(clips.silent())) {
            assertThat(clip.facts().sound()).isFalse();
            assertThat(clip.facts().missing()).containsExactly(Missing.NO_SOUND);
        }
    }

    @Test
    void soundAloneSaysThatThereIsNoPicture() throws Exception {
        try (Clip clip = desk.open(clips.soundOnly(Container.OGG, SoundOrder.Codec.OPUS))) {
            assertThat(clip.facts().picture()).isFalse();
            assertThat(clip.facts().sound()).isTrue();
            assertThat(clip.facts().soundCodec()).isEqualTo("opus");
            assertThat(clip.facts().missing()).contains(Missing.NO_PICTURE);
            assertThatThrownBy(() -> clip.frameAt(0, MOST)).isInstanceOf(MediaRefused.class);
            assertThat(clip.waveform(30).peaks()).hasSize(30);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 128, 96", "90, 96, 128", "180, 128, 96", "270, 96, 128"})
    void aTurnedClipStandsUpright(int rotation, int width, int height) throws Exception {
        try (Clip clip = desk.open(clips.turned(rotation))) {
            assertThat(clip.facts().rotation()).isEqualTo(rotation);
            assertThat(clip.facts().width()).isEqualTo(width);
            assertThat(clip.facts().height()).isEqualTo(height);
            Frame frame = clip.frameAt(1_020_000, MOST);
            assertThat(frame.width()).isEqualTo(width);
            assertThat(frame.height()).isEqualTo(height);
            assertThat(TestClips.numberIn(turnedBack(frame, rotation))).isEqualTo(30);
        }
    }

    @Test
    void aClipOfEightThousandPointsAcrossOpensScaledDown() throws Exception {
        try (Clip clip = desk.open(clips.large(7_680, 4_320))) {
            assertThat(clip.facts().width()).isEqualTo(7_680);
            Frame frame = clip.frameAt(40_000, new Size(640, 640));
            assertThat(frame.width()).isEqualTo(640);
            assertThat(frame.height()).isEqualTo(360);
            assertThat(TestClips.numberIn(frame)).isEqualTo(1);
        }
    }

    @Test
    void aClipThatClaimsTooMuchIsRefusedByItsHeader() throws Exception {
        byte[] large = clips.large(9_000, 8_000);

        long before = System.nanoTime();
        var refused = catchThrowableOfType(MediaRefused.class, () -> desk.open(large));

        assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refused.width()).isEqualTo(9_000);
        assertThat(refused.height()).isEqualTo(8_000);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void framesThatGrowBeyondTheLimitInsideAStreamAreRefused() throws Exception {
        var narrow = new DecodeLimits(40_000, 16_384, Duration.ofSeconds(10), Duration.ofSeconds(10), 96, 3_072);
        byte[] growing = clips.changingSize(640, 480);
        try (var limited = new DecodeDesk(folder.resolve("limited"), narrow);
                Clip clip = limited.open(growing)) {
            assertThat(clip.frameAt(0, MOST).width()).isEqualTo(128);
            var largest = new int[1];
            try {
                for (long micros = 0; micros < 6_000_000; micros += 500_000) {
                    largest[0] = Math.max(
                            largest[0],
                            clip.frameAt(micros, new Size(1_000, 1_000)).width());
                }
            } catch (MediaRefused refused) {
                assertThat(refused.reason()).isIn(Reason.TOO_LARGE, Reason.BROKEN);
            }
            assertThat(largest[0]).isEqualTo(128);
        }
    }

    @Test
    void aFileThatTakesTooMuchMemoryIsRefusedAndOnlyThatFile() throws Exception {
        var poor = new DecodeLimits(64_000_000, 16_384, Duration.ofSeconds(10), Duration.ofSeconds(10), 64, 720);
        byte[] large = clips.large(7_680, 7_680);
        try (var limited = new DecodeDesk(folder.resolve("limited"), poor)) {
            assertThat(refusal(() -> {
                        try (Clip clip = limited.open(large)) {
                            clip.strip(9, new Size(4_096, 4_096), frame -> {});
                            for (int i = 0; i < 9; i++) {
                                clip.frameAt(i * 33_333L, new Size(4_096, 4_096));
                            }
                        }
                    }))
                    .isIn(Reason.TOO_MUCH_MEMORY, Reason.WORKER_LOST);
            try (Clip clip = limited.open(clips.usual())) {
                assertThat(clip.frameAt(0, MOST).width()).isEqualTo(128);
            }
        }
    }

    @Test
    void aGrowingFileIsReadOn() throws Exception {
        byte[] whole = clips.busyStream();
        try (GrowingFile file = desk.media().grow()) {
            file.append(Arrays.copyOf(whole, whole.length / 3));
            try (Clip clip = desk.decoder().open(file.name())) {
                Long early = clip.facts().durationMicros();
                assertThat(clip.facts().missing()).contains(Missing.GROWING);
                assertThat(TestClips.numberIn(clip.frameAt(0, MOST))).isZero();

                file.append(Arrays.copyOfRange(whole, whole.length / 3, whole.length));
                file.finish();
                ClipFacts later = clip.refresh();

                assertThat(later.missing()).doesNotContain(Missing.GROWING);
                assertThat(clip.facts()).isEqualTo(later);
                assertThat(later.durationMicros()).isNotNull();
                assertThat(early == null || early < later.durationMicros())
                        .as("from %s to %s", early, later.durationMicros())
                        .isTrue();
                assertThat(TestClips.numberIn(clip.frameAt(2_500_000, MOST))).isEqualTo(75);
            }
        }
    }

    private static Reason refusal(ThrowingCallable work) {
        return catchThrowableOfType(MediaRefused.class, work).reason();
    }

    private static Frame turnedBack(Frame frame, int rotation) throws IOException {
        Frame turned = frame;
        for (int left = (360 - rotation) % 360; left > 0; left -= 90) {
            int[] argb = new int[turned.argb().length];
            for (int y = 0; y < turned.height(); y++) {
                for (int x = 0; x < turned.width(); x++) {
                    argb[x * turned.height() + turned.height() - 1 - y] = turned.argb()[y * turned.width() + x];
                }
            }
            turned = new Frame(turned.micros(), turned.height(), turned.width(), argb);
        }
        return turned;
    }
}
