package org.moderationdesk.media.view;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.moderationdesk.media.decode.Clip;
import org.moderationdesk.media.decode.ClipFacts;
import org.moderationdesk.media.decode.Frame;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.Missing;
import org.moderationdesk.media.decode.PlayFrom;
import org.moderationdesk.media.decode.Playback;
import org.moderationdesk.media.decode.PlaybackSink;
import org.moderationdesk.media.decode.Size;
import org.moderationdesk.media.decode.Sound;
import org.moderationdesk.media.decode.Waveform;

/** A clip that is drawn rather than decoded. Each sample of its sound says, in milliseconds, at what time it stands. */
public final class DrawnClip implements Clip {
    private static final int WIDTH = 90;
    private static final int HEIGHT = 160;
    private static final int PIECE = 480;

    private volatile long durationMicros;
    private volatile boolean growing;
    private final double rate;
    private final boolean picture;
    private final boolean sound;
    private final long skewMicros;
    private final List<Long> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger plays = new AtomicInteger();
    private volatile boolean lost;
    private volatile boolean closed;

    private DrawnClip(long durationMicros, double rate, boolean picture, boolean sound, long skewMicros) {
        this.durationMicros = durationMicros;
        this.rate = rate;
        this.picture = picture;
        this.sound = sound;
        this.skewMicros = skewMicros;
    }

    public static DrawnClip of(int seconds, double rate) {
        return new DrawnClip(seconds * 1_000_000L, rate, true, true, 0);
    }

    public static DrawnClip withoutSound(int seconds, double rate) {
        return new DrawnClip(seconds * 1_000_000L, rate, true, false, 0);
    }

    public static DrawnClip soundOnly(int seconds) {
        return new DrawnClip(seconds * 1_000_000L, 0, false, true, 0);
    }

    /** Still being written: 15 seconds longer whenever it is read on. */
    public static DrawnClip growing(int seconds, double rate) {
        DrawnClip clip = of(seconds, rate);
        clip.growing = true;
        return clip;
    }

    /** Its sound says that it stands where it does not. */
    DrawnClip lying(long micros) {
        return new DrawnClip(durationMicros, rate, picture, sound, micros);
    }

    /** The times that frames were asked for. */
    public List<Long> asked() {
        return asked;
    }

    public boolean isClosed() {
        return closed;
    }

    /** From now on every answer is that the worker is gone. */
    public void lose() {
        lost = true;
    }

    @Override
    public ClipFacts facts() {
        return new ClipFacts(
                picture,
                sound,
                picture ? WIDTH : 0,
                picture ? HEIGHT : 0,
                0,
                durationMicros,
                picture ? rate : null,
                false,
                growing ? List.of(Missing.GROWING) : List.of(),
                "drawn",
                null,
                null);
    }

    @Override
    public Frame frameAt(long micros, Size most) throws MediaRefused {
        check();
        asked.add(micros);
        return draw(Math.clamp((long) Math.floor(micros * rate / 1e6 + 1e-6), 0, frames() - 1));
    }

    @Override
    public Frame step(long fromMicros, int by, Size most) throws MediaRefused {
        check();
        long at = (long) Math.floor(fromMicros * rate / 1e6 + 1e-3);
        return draw(Math.clamp(at + by, 0, frames() - 1));
    }

    @Override
    public void strip(int count, Size most, Consumer<Frame> each) throws MediaRefused {
        for (int i = 0; i < count; i++) {
            each.accept(frameAt(durationMicros * i / count, most));
        }
    }

    @Override
    public List<Long> sceneChanges(int atMost) throws MediaRefused {
        check();
        return List.of(durationMicros / 2);
    }

    @Override
    public Waveform waveform(int bins) throws MediaRefused {
        check();
        var peaks = new float[bins];
        for (int i = 0; i < bins; i++) {
            peaks[i] = (float) Math.abs(Math.sin(i / 9.0) * Math.cos(i / 31.0));
        }
        return new Waveform(peaks);
    }

    @Override
    public Playback play(PlayFrom from, PlaybackSink sink) throws MediaRefused {
        check();
        plays.incrementAndGet();
        var playing = new Playing(from, sink);
        playing.start();
        return playing;
    }

    @Override
    public ClipFacts refresh() {
        if (growing) {
            long longer = durationMicros + 15_000_000;
            durationMicros = longer;
        }
        return facts();
    }

    @Override
    public long processId() {
        return 0;
    }

    @Override
    public void close() {
        closed = true;
    }

    /** How often it has been played. */
    public int plays() {
        return plays.get();
    }

    private void check() throws MediaRefused {
        if (lost) {
            throw new MediaRefused(MediaRefused.Reason.WORKER_LOST);
        }
    }

    private long frames() {
        return Math.max(1, (long) (durationMicros * rate / 1e6));
    }

    private Frame draw(long number) {
        var argb = new int[WIDTH * HEIGHT];
        for (int i = 0; i < argb.length; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            int bright = 120 + (int) (80 * Math.sin((x + number) / 12.0) * Math.cos((y - number * 2) / 17.0));
            argb[i] = 0xFF000000 | bright << 16 | (bright * 3 / 4) << 8 | (220 - bright);
        }
        return new Frame(Math.round(number * 1e6 / rate), WIDTH, HEIGHT, argb);
    }

    /** Plays as a decoder does: as fast as it is let, each stream on its own thread. */
    private final class Playing implements Playback {
        private final PlayFrom from;
        private final PlaybackSink sink;
        private final AtomicInteger running = new AtomicInteger();
        private volatile boolean stopped;

        Playing(PlayFrom from, PlaybackSink sink) {
            this.from = from;
            this.sink = sink;
        }

        void start() {
            var streams = new ArrayList<Runnable>();
            if (picture) {
                streams.add(this::pictures);
            }
            if (sound && from.sound()) {
                streams.add(this::sounds);
            }
            running.set(streams.size());
            streams.forEach(stream -> Thread.ofPlatform().daemon().start(() -> {
                stream.run();
                if (running.decrementAndGet() == 0 && !stopped && !lost) {
                    sink.ended();
                }
            }));
        }

        private boolean goesOn() {
            if (lost && !stopped) {
                stopped = true;
                sink.failed(new MediaRefused(MediaRefused.Reason.WORKER_LOST));
            }
            return !stopped;
        }

        private void pictures() {
            long first = (long) Math.floor(from.micros() * rate / 1e6 + 1e-6);
            for (long i = first; i < frames() && goesOn(); i++) {
                sink.frame(draw(i));
            }
        }

        private void sounds() {
            double at = from.micros();
            while (at < durationMicros && goesOn()) {
                var samples = new short[PIECE * 2];
                for (int i = 0; i < PIECE; i++) {
                    short says = (short) Math.round((at + skewMicros + i * 1e6 / Sound.RATE * from.speed()) / 1e3);
                    samples[2 * i] = says;
                    samples[2 * i + 1] = says;
                }
                sink.sound(new Sound(Math.round(at), Sound.RATE, samples));
                at += PIECE * 1e6 / Sound.RATE * from.speed();
            }
        }

        @Override
        public void pause() {
            stopped = true;
        }

        @Override
        public void resume() {
            stopped = false;
        }

        @Override
        public void stop() {
            stopped = true;
        }
    }
}
