package org.moderationdesk.media.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A sink that keeps what it is given. */
public final class Heard implements PlaybackSink {
    final List<Integer> numbers = new ArrayList<>();
    final List<Long> times = new ArrayList<>();
    final List<Sound> sounds = new ArrayList<>();
    final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile @Nullable MediaRefused why;

    @Override
    public void frame(Frame frame) {
        synchronized (this) {
            numbers.add(TestClips.numberIn(frame));
            times.add(frame.micros());
        }
        begun.countDown();
    }

    @Override
    public void sound(Sound sound) {
        synchronized (this) {
            sounds.add(sound);
        }
    }

    @Override
    public void ended() {
        over.countDown();
    }

    @Override
    public void failed(MediaRefused refused) {
        why = refused;
        over.countDown();
    }

    public boolean isOver(int seconds) throws InterruptedException {
        return over.await(seconds, TimeUnit.SECONDS);
    }

    @Nullable
    MediaRefused why() {
        return why;
    }

    synchronized int frames() {
        return numbers.size();
    }

    /** Samples of one channel, one after the other. */
    public synchronized short[] left() {
        int length = sounds.stream()
                .mapToInt(sound -> sound.interleavedStereo().length / 2)
                .sum();
        short[] left = new short[length];
        int at = 0;
        for (Sound sound : sounds) {
            for (int i = 0; i < sound.interleavedStereo().length; i += 2) {
                left[at++] = sound.interleavedStereo()[i];
            }
        }
        return left;
    }

    /** Waves a second within a part of what was heard. */
    static double pitch(short[] samples, int from, int to) {
        int crossings = 0;
        for (int i = from + 1; i < to; i++) {
            crossings += samples[i - 1] < 0 && samples[i] >= 0 ? 1 : 0;
        }
        return crossings * (double) Sound.RATE / (to - from);
    }
}
