package org.moderationdesk.media.decode;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.decode.MediaRefused.Reason;

/** A clip in a worker of its own. Looking and surveying are done beside each other and beside a playback. */
final class OpenClip implements Clip {
    /** No frame larger than this is ever asked for. */
    static final Size LARGEST = new Size(4_096, 4_096);

    static final int MOST_NUMBERS = 10_000;
    private static final int MOST_STEPS = 1_000;

    private final WorkerProcess worker;
    private final DecodeLimits limits;
    private final ReentrantLock looking = new ReentrantLock(true);
    private final ReentrantLock surveying = new ReentrantLock(true);
    private volatile ClipFacts facts;
    private @Nullable PlayingClip playing;

    OpenClip(WorkerProcess worker, ClipFacts facts, DecodeLimits limits) {
        this.worker = worker;
        this.facts = facts;
        this.limits = limits;
    }

    @Override
    public ClipFacts facts() {
        return facts;
    }

    @Override
    public Frame frameAt(long micros, Size most) throws MediaRefused {
        Size bounded = bounded(most);
        return frame(new Ask.FrameAt(Math.max(0, micros), bounded), bounded);
    }

    @Override
    public Frame step(long fromMicros, int by, Size most) throws MediaRefused {
        Size bounded = bounded(most);
        return frame(new Ask.Step(Math.max(0, fromMicros), Math.clamp(by, -MOST_STEPS, MOST_STEPS), bounded), bounded);
    }

    @Override
    public void strip(int count, Size most, Consumer<Frame> each) throws MediaRefused {
        Size bounded = bounded(most);
        int frames = Math.clamp(count, 1, MOST_NUMBERS);
        surveying.lock();
        try (var talk = new Talk(worker, new Ask.Strip(frames, bounded), new Request(bounded, frames + 1, 0))) {
            while (talk.next(limits.answer()) instanceof Answer.Picture(Still still)) {
                each.accept(still.frame());
            }
        } finally {
            surveying.unlock();
        }
    }

    @Override
    public List<Long> sceneChanges(int atMost) throws MediaRefused {
        Answer answer = survey(new Ask.Scenes(Math.clamp(atMost, 1, MOST_NUMBERS)));
        if (answer instanceof Answer.Times(List<Long> micros)) {
            return micros;
        }
        throw impossible();
    }

    @Override
    public Waveform waveform(int bins) throws MediaRefused {
        Answer answer = survey(new Ask.Wave(Math.clamp(bins, 1, MOST_NUMBERS)));
        if (answer instanceof Answer.Loudness(Waveform waveform)) {
            return waveform;
        }
        throw impossible();
    }

    @Override
    public synchronized Playback play(PlayFrom from, PlaybackSink sink) throws MediaRefused {
        if (playing != null) {
            playing.stop();
        }
        if (!worker.isAlive()) {
            throw new MediaRefused(Reason.WORKER_LOST);
        }
        playing = PlayingClip.start(
                worker, new PlayFrom(from.micros(), from.speed(), bounded(from.most()), from.sound()), sink, limits);
        return playing;
    }

    @Override
    public ClipFacts refresh() throws MediaRefused {
        looking.lock();
        try {
            Answer answer = one(new Ask.Refresh(), null, limits.answer());
            if (answer instanceof Answer.Facts(ClipFacts now)) {
                facts = now;
                return now;
            }
            throw impossible();
        } finally {
            looking.unlock();
        }
    }

    @Override
    public long processId() {
        return worker.processId();
    }

    @Override
    public void close() {
        synchronized (this) {
            if (playing != null) {
                playing.stop();
            }
        }
        worker.end(Reason.WORKER_LOST);
    }

    private Frame frame(Ask ask, Size most) throws MediaRefused {
        looking.lock();
        try {
            if (one(ask, most, limits.answer()) instanceof Answer.Picture(Still still)) {
                return still.frame();
            }
            throw impossible();
        } finally {
            looking.unlock();
        }
    }

    private Answer survey(Ask ask) throws MediaRefused {
        surveying.lock();
        try {
            return one(ask, null, limits.survey().plus(limits.answer()));
        } finally {
            surveying.unlock();
        }
    }

    private Answer one(Ask ask, @Nullable Size most, Duration patience) throws MediaRefused {
        try (var talk = new Talk(worker, ask, new Request(most, 1, MOST_NUMBERS))) {
            return talk.next(patience);
        }
    }

    private MediaRefused impossible() {
        worker.end(Reason.WORKER_LOST);
        return new MediaRefused(Reason.WORKER_LOST);
    }

    private static Size bounded(Size most) {
        return new Size(Math.min(most.width(), LARGEST.width()), Math.min(most.height(), LARGEST.height()));
    }
}
