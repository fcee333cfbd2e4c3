package org.moderationdesk.media.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderationdesk.media.decode.Frame;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.PlayFrom;
import org.moderationdesk.media.decode.Playback;
import org.moderationdesk.media.decode.Size;
import org.moderationdesk.media.decode.Sound;

final class PlaybackRunTest {
    private static final Size MOST = new Size(90, 160);
    private static final int STEP = SoundOut.RATE / 100;
    private static final long MOST_APART_MS = 45;

    private final ScriptedOut out = new ScriptedOut();

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 1.5, 3})
    void soundAndPictureAreInStepAtTheHandOver(double speed) throws MediaRefused {
        List<Long> apart = play(DrawnClip.of(8, 30), new PlayFrom(1_000_000, speed, MOST, true));

        assertThat(apart).hasSizeGreaterThan(60).allMatch(ms -> ms < MOST_APART_MS);
    }

    /** The fault that the measure above must catch. */
    @Test
    void soundThatLiesAboutItsTimeIsMeasuredAsOutOfStep() throws MediaRefused {
        List<Long> apart = play(DrawnClip.of(4, 30).lying(80_000), new PlayFrom(0, 1, MOST, true));

        assertThat(apart).anyMatch(ms -> ms > MOST_APART_MS);
    }

    @Test
    void soundAfterAGapAndSoundThatComesTooLateStandsAtItsOwnTime() {
        var run = new PlaybackRun(new PlayFrom(0, 1, MOST, true), () -> 1);
        var thread = playOn(run);
        run.sound(piece(200));
        run.sound(piece(150));
        run.sound(piece(300));
        run.frame(frame(0));
        for (int at = 0; at < 310; at += 10) {
            soon(() -> out.ahead() > 0);
            if (at < 185 || at > 225 && at < 285) {
                assertThat(out.heard()).as("at %d ms", at).isZero();
            } else if (at == 200 || at == 300) {
                assertThat((int) out.heard()).as("at %d ms", at).isEqualTo(at);
            }
            out.advance(STEP);
        }
        run.stop();
        soon(() -> !thread.isAlive());
    }

    @Test
    void aClipWithoutSoundRunsByTheClockOfTheDeviceAndComesToItsEnd() throws MediaRefused {
        var clip = DrawnClip.withoutSound(2, 30);
        var run = new PlaybackRun(new PlayFrom(0, 1, MOST, false), () -> 1);
        var thread = playOn(run);
        Playback playback = clip.play(new PlayFrom(0, 1, MOST, false), run);
        long last = -1;
        for (int i = 0; i < 400 && !run.isOver(); i++) {
            soon(() -> out.ahead() > 0 || run.isOver());
            out.advance(STEP);
            Frame due = run.due();
            last = due == null ? last : due.micros();
        }
        playback.stop();
        run.stop();

        assertThat(run.shown() + run.dropped()).isEqualTo(60);
        assertThat(last).isEqualTo(Math.round(59e6 / 30));
        soon(() -> !thread.isAlive());
    }

    @Test
    void aStarvedPlayerHoldsItsClockRatherThanRunAhead() {
        var run = new PlaybackRun(new PlayFrom(0, 1, MOST, true), () -> 1);
        var thread = playOn(run);
        run.frame(frame(0));
        run.sound(piece(0));
        soon(() -> out.ahead() > 0);
        out.advance(SoundOut.RATE);

        assertThat(run.micros()).isLessThan(40_000);
        run.stop();
        soon(() -> !thread.isAlive());
    }

    /** How many milliseconds each frame is from what is heard when it is handed over. */
    private List<Long> play(DrawnClip clip, PlayFrom from) throws MediaRefused {
        var run = new PlaybackRun(from, () -> 1);
        var thread = playOn(run);
        Playback playback = clip.play(from, run);
        var apart = new ArrayList<Long>();
        while (!run.isOver() && apart.size() < 100) {
            soon(() -> out.ahead() > STEP && run.isFed() || run.isOver());
            Frame due = run.due();
            if (due != null && out.ahead() > 0) {
                apart.add(Math.abs(due.micros() / 1_000 - out.heard()));
            }
            out.advance(STEP);
        }
        playback.stop();
        run.stop();
        soon(() -> !thread.isAlive());
        return apart;
    }

    private Thread playOn(PlaybackRun run) {
        return Thread.ofPlatform().daemon().start(() -> {
            try {
                run.playOn(out);
            } catch (SoundLost impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    private static void soon(Callable<Boolean> so) {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(so);
    }

    private static Sound piece(int ms) {
        var samples = new short[STEP * 2];
        java.util.Arrays.fill(samples, (short) ms);
        return new Sound(ms * 1_000L, Sound.RATE, samples);
    }

    private static Frame frame(long micros) {
        return new Frame(micros, 1, 1, new int[1]);
    }
}
