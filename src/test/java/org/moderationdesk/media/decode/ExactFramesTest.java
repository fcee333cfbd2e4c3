package org.moderationdesk.media.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderationdesk.media.decode.FileOrder.Container;

class ExactFramesTest {
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
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({
        "MP4, H264",
        "MOV, MPEG4",
        "WEBM, VP8",
        "WEBM, VP9",
        "MATROSKA, H264",
        "MPEG_TS, H264",
        "MOV, MJPEG",
        "GROWING_MP4, H264"
    })
    void theFrameShownAtATimeIsFoundWhereverOneLooksFirst(Container container, PictureOrder.Codec codec)
            throws Exception {
        try (Clip clip = desk.open(clips.by(container, codec))) {
            for (int number : new int[] {45, 0, 89, 31, 29, 30, 60, 59, 1, 88, 45}) {
                long within = number * 1_000_000L / 30 + 20_000;
                Frame frame = clip.frameAt(within, MOST);
                assertThat(TestClips.numberIn(frame)).as("at %d", within).isEqualTo(number);
                assertThat(frame.micros()).isBetween(within - 22_000, within - 18_000);
            }
        }
    }

    @Test
    void aFrameIsShownFromItsOwnTimeOn() throws Exception {
        try (Clip clip = desk.open(clips.usual())) {
            Frame shown = clip.frameAt(1_000_000, MOST);

            assertThat(TestClips.numberIn(shown)).isEqualTo(30);
            assertThat(clip.frameAt(shown.micros(), MOST).micros()).isEqualTo(shown.micros());
            assertThat(TestClips.numberIn(clip.frameAt(shown.micros() - 1, MOST)))
                    .isEqualTo(29);
        }
    }

    @Test
    void afterTheEndTheLastFrameStays() throws Exception {
        try (Clip clip = desk.open(clips.usual())) {
            assertThat(TestClips.numberIn(clip.frameAt(3_600_000_000L, MOST))).isEqualTo(89);
        }
    }

    @ParameterizedTest
    @CsvSource({"MP4, H264", "WEBM, VP8", "MOV, MPEG4", "MPEG_TS, H264"})
    void singleStepsGoThroughEveryFrameBothWays(Container container, PictureOrder.Codec codec) throws Exception {
        try (Clip clip = desk.open(clips.by(container, codec))) {
            List<Integer> seen = new ArrayList<>();
            Frame at = clip.frameAt(0, MOST);
            seen.add(TestClips.numberIn(at));
            for (int i = 1; i < TestClips.FRAMES; i++) {
                at = clip.step(at.micros(), 1, MOST);
                seen.add(TestClips.numberIn(at));
            }
            for (int i = 1; i < TestClips.FRAMES; i++) {
                at = clip.step(at.micros(), -1, MOST);
                seen.add(TestClips.numberIn(at));
            }

            assertThat(seen).hasSize(2 * TestClips.FRAMES - 1);
            for (int i = 0; i < seen.size(); i++) {
                assertThat(seen.get(i)).isEqualTo(i < TestClips.FRAMES ? i : 2 * (TestClips.FRAMES - 1) - i);
            }
            assertThat(TestClips.numberIn(clip.step(at.micros(), -1, MOST)))
                    .as("before the first")
                    .isZero();
            assertThat(TestClips.numberIn(clip.step(2_980_000, 1, MOST)))
                    .as("after the last")
                    .isEqualTo(89);
            assertThat(TestClips.numberIn(clip.step(2_020_000, -45, MOST)))
                    .as("a leap back")
                    .isEqualTo(15);
            assertThat(TestClips.numberIn(clip.step(520_000, 45, MOST)))
                    .as("a leap on")
                    .isEqualTo(60);
        }
    }

    @Test
    void unevenFramesAreStillExactAndToldToBeUneven() throws Exception {
        try (Clip clip = desk.open(clips.uneven())) {
            assertThat(clip.facts().variableRate()).isTrue();
            for (int number : new int[] {70, 3, 41, 88, 0, 69}) {
                long own = TestClips.unevenMicros(number);
                Frame frame = clip.frameAt(own + 10_000, MOST);
                assertThat(TestClips.numberIn(frame)).isEqualTo(number);
                assertThat(frame.micros()).isBetween(own - 1_000, own + 1_000);
                assertThat(TestClips.numberIn(clip.step(frame.micros(), 1, MOST)))
                        .isEqualTo(Math.min(89, number + 1));
                assertThat(TestClips.numberIn(clip.step(frame.micros(), -1, MOST)))
                        .isEqualTo(Math.max(0, number - 1));
            }
        }
    }
}
