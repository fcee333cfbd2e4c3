package org.moderationdesk.media.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderationdesk.media.decode.FileOrder.Container;
import org.moderationdesk.media.decode.MediaRefused.Reason;

class PlaybackTest {
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
        var brisk = new DecodeLimits(64_000_000, 16_384, Duration.ofSeconds(4), Duration.ofSeconds(10), 96, 3_072);
        desk = new DecodeDesk(folder, brisk);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void everyFrameAndAllSoundComesInOrder() throws Exception {
        try (Clip clip = desk.open(clips.usual())) {
            Heard heard = play(clip, new PlayFrom(0, 1, MOST, true));

            assertThat(heard.numbers).isEqualTo(IntStream.range(0, 90).boxed().toList());
            assertThat(heard.times).isSorted();
            assertThat(heard.sounds).extracting(Sound::micros).isSorted();
            short[] left = heard.left();
            assertThat(left.length).isCloseTo(3 * Sound.RATE, within(4_800));
            assertThat(Heard.pitch(left, 10_000, 40_000)).isCloseTo(441, within(3.0));
            assertThat(loudness(left, 60_000, 84_000)).as("the silent second").isLessThan(1_000);
        }
    }

    @Test
    void playingFromTheMiddleBeginsWithTheFrameShownThereAndItsSound() throws Exception {
        try (Clip clip = desk.open(clips.usual())) {
            Heard heard = play(clip, new PlayFrom(1_510_000, 1, MOST, true));

            assertThat(heard.numbers).isEqualTo(IntStream.range(45, 90).boxed().toList());
            assertThat(heard.sounds.get(0).micros()).isEqualTo(1_510_000);
            short[] left = heard.left();
            // Silent until two seconds of the file.
            assertThat(loudness(left, 0, 22_000)).isLessThan(1_000);
            assertThat(loudness(left, 25_000, 60_000)).isGreaterThan(10_000);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 2, 3})
    void atAnotherSpeedThePitchStays(double speed) throws Exception {
        try (Clip clip = desk.open(clips.usual())) {
            Heard heard = play(clip, new PlayFrom(0, speed, MOST, true));

            short[] left = heard.left();
            assertThat(left.length / (double) Sound.RATE).isCloseTo(3 / speed, within(0.15));
            int quarter = left.length / 4;
            assertThat(Heard.pitch(left, quarter / 4, quarter)).isCloseTo(441, within(12.0));
            assertThat(heard.sounds.get(heard.sounds.size() - 1).micros()).isBetween(2_700_000L, 3_100_000L);
            assertThat(heard.numbers.get(heard.numbers.size() - 1)).isGreaterThan(86);
        }
    }

    @Test
    void soundAloneAndPicturesAlonePlayToTheirEnd() throws Exception {
        try (Clip clip = desk.open(clips.soundOnly(Container.OGG, SoundOrder.Codec.OPUS))) {
            Heard heard = play(clip, new PlayFrom(0, 1, MOST, true));
            assertThat(heard.numbers).isEmpty();
            assertThat(heard.left().length).isCloseTo(3 * Sound.RATE, within(4_800));
        }
        try (Clip clip = desk.open(clips.silent())) {
            Heard heard = play(clip, new PlayFrom(0, 1, MOST, true));
            assertThat(heard.numbers).hasSize(90);
            assertThat(heard.sounds).isEmpty();
        }
    }

    @Test
    void aSinkThatHoldsUpItsFramesStillGetsItsSound() throws Exception {
        try (Clip clip = desk.open(clips.usual())) {
            var released = new CountDownLatch(1);
            var heard = new Heard();
            clip.play(new PlayFrom(0, 1, MOST, true), new PlaybackSink() {
                @Override
                public void frame(Frame frame) {
                    heard.frame(frame);
                    try {
                        assertThat(released.await(30, TimeUnit.SECONDS)).isTrue();
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                }

                @Override
                public void sound(Sound sound) {
                    heard.sound(sound);
                }

                @Override
                public void ended() {
                    heard.ended();
                }

                @Override
                public void failed(MediaRefused why) {
                    heard.failed(why);
                }
            });
            await().atMost(Duration.ofSeconds(20)).until(() -> heard.left().length > 2.9 * Sound.RATE);
            assertThat(heard.frames()).isEqualTo(1);
            released.countDown();
            assertThat(heard.isOver(20)).isTrue();
            assertThat(heard.frames()).isEqualTo(90);
        }
    }

    @Test
    void whatIsPausedForLongIsNotTakenForHungAndGoesOn() throws Exception {
        try (Clip clip = desk.open(clips.usual())) {
            var heard = new Heard();
            Playback playback = clip.play(new PlayFrom(0, 1, MOST, true), heard);
            playback.pause();
            assertThat(heard.isOver(6)).as("ended while it was paused").isFalse();
            playback.resume();
            assertThat(heard.isOver(20)).isTrue();
            assertThat(heard.why()).isNull();
            assertThat(heard.frames()).isEqualTo(90);
        }
    }

    @Test
    void nothingComesAfterAStopAndAnotherPlaybackBegins() throws Exception {
        try (Clip clip = desk.open(clips.usual())) {
            var first = new Heard();
            Playback playback = clip.play(new PlayFrom(0, 1, MOST, true), first);
            assertThat(first.begun.await(20, TimeUnit.SECONDS)).isTrue();
            playback.stop();
            Heard second = play(clip, new PlayFrom(2_000_000, 1, MOST, false));
            assertThat(second.numbers).isEqualTo(IntStream.range(60, 90).boxed().toList());
            assertThat(first.isOver(0)).isFalse();
        }
    }

    @Test
    void looksAndSurveysGoOnBesideAPlayback() throws Exception {
        try (Clip clip = desk.open(clips.usual())) {
            var heard = new Heard();
            clip.play(new PlayFrom(0, 1, MOST, true), heard);
            assertThat(TestClips.numberIn(clip.frameAt(2_020_000, MOST))).isEqualTo(60);
            assertThat(clip.waveform(3).peaks()[1]).isLessThan(clip.waveform(3).peaks()[0]);
            assertThat(heard.isOver(20)).isTrue();
            assertThat(heard.frames()).isEqualTo(90);
        }
    }

    @Test
    void aWorkerKilledWhilePlayingIsSaidWithinASecondAndTheNextOneOpens() throws Exception {
        try (Clip clip = desk.open(clips.usual())) {
            var heard = new Heard();
            clip.play(new PlayFrom(0, 1, MOST, true), slowly(heard));
            assertThat(heard.begun.await(20, TimeUnit.SECONDS)).isTrue();

            ProcessHandle.of(clip.processId()).orElseThrow().destroyForcibly();

            assertThat(heard.isOver(1)).isTrue();
            assertThat(heard.why()).isNotNull();
            assertThat(heard.why().reason()).isEqualTo(Reason.WORKER_LOST);
            assertThatThrownBy(() -> clip.frameAt(0, MOST)).isInstanceOf(MediaRefused.class);
        }
        try (Clip clip = desk.open(clips.usual())) {
            assertThat(TestClips.numberIn(clip.frameAt(0, MOST))).isZero();
        }
    }

    @Test
    void aWorkerThatHangsIsEndedAndSaid() throws Exception {
        try (Clip clip = desk.open(clips.usual())) {
            stop(clip.processId());

            long before = System.nanoTime();
            assertThatThrownBy(() -> clip.frameAt(0, MOST))
                    .isInstanceOfSatisfying(MediaRefused.class, refused -> assertThat(refused.reason())
                            .isEqualTo(Reason.TIMED_OUT));

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(6));
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> ProcessHandle.of(clip.processId()).isEmpty());
        }
    }

    @Test
    void aWorkerThatHangsWhilePlayingIsEndedAndSaid() throws Exception {
        try (Clip clip = desk.open(clips.usual())) {
            var heard = new Heard();
            clip.play(new PlayFrom(0, 1, MOST, true), slowly(heard));
            assertThat(heard.begun.await(20, TimeUnit.SECONDS)).isTrue();

            stop(clip.processId());

            assertThat(heard.isOver(10)).isTrue();
            assertThat(heard.why()).isNotNull();
            assertThat(heard.why().reason()).isEqualTo(Reason.TIMED_OUT);
        }
    }

    @Test
    void closingTheDecoderLeavesNoProcessBehind() throws Exception {
        desk.decoder().warm();
        Clip clip = desk.open(clips.usual());
        var mine = ProcessHandle.of(clip.processId()).orElseThrow();

        desk.decoder().close();

        await().atMost(Duration.ofSeconds(5)).until(() -> !mine.isAlive());
    }

    private static Heard play(Clip clip, PlayFrom from) throws Exception {
        var heard = new Heard();
        clip.play(from, heard);
        assertThat(heard.isOver(30)).isTrue();
        assertThat(heard.why()).isNull();
        return heard;
    }

    /** Takes a frame in the time that it is shown for, so that playing takes a while. */
    private static PlaybackSink slowly(Heard heard) {
        return new PlaybackSink() {
            @Override
            public void frame(Frame frame) {
                heard.frame(frame);
                java.util.concurrent.locks.LockSupport.parkNanos(
                        Duration.ofMillis(200).toNanos());
            }

            @Override
            public void sound(Sound sound) {
                heard.sound(sound);
            }

            @Override
            public void ended() {
                heard.ended();
            }

            @Override
            public void failed(MediaRefused why) {
                heard.failed(why);
            }
        };
    }

    private static void stop(long process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(process))
                        .start()
                        .waitFor())
                .isZero();
        // One thread takes the signal, the others stop after it.
        await().atMost(Duration.ofSeconds(20)).until(() -> isStopped(process));
    }

    private static boolean isStopped(long process) throws IOException {
        Path tasks = Path.of("/proc", Long.toString(process), "task");
        if (!Files.isDirectory(tasks)) {
            return true;
        }
        try (Stream<Path> threads = Files.list(tasks)) {
            for (Path thread : threads.toList()) {
                if (!Files.readString(thread.resolve("status")).contains("State:\tT")) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double loudness(short[] samples, int from, int to) {
        int most = 0;
        for (int i = from; i < to; i++) {
            most = Math.max(most, Math.abs(samples[i]));
        }
        return most;
    }
}
