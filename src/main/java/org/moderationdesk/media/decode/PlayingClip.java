package org.moderationdesk.media.decode;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.moderationdesk.media.decode.MediaRefused.Reason;

/** Hands on what a worker plays: frames and sound on a thread each, so that neither waits for the other. */
final class PlayingClip implements Playback {
    private final WorkerProcess worker;
    private final PlaybackSink sink;
    private final DecodeLimits limits;
    private final PlayStreams streams;
    private final AtomicInteger running = new AtomicInteger(2);
    private final AtomicBoolean over = new AtomicBoolean();
    private final int number;

    private PlayingClip(WorkerProcess worker, PlayFrom from, PlaybackSink sink, DecodeLimits limits) {
        this.worker = worker;
        this.sink = sink;
        this.limits = limits;
        this.streams = new PlayStreams(from.most());
        this.number = worker.send(new Ask.Play(from), streams.request());
    }

    static PlayingClip start(WorkerProcess worker, PlayFrom from, PlaybackSink sink, DecodeLimits limits) {
        var playing = new PlayingClip(worker, from, sink, limits);
        Thread.ofPlatform().name("played-sorting").daemon().start(playing::sort);
        Thread.ofPlatform().name("played-frames").daemon().start(() -> playing.handOver(false));
        Thread.ofPlatform().name("played-sound").daemon().start(() -> playing.handOver(true));
        return playing;
    }

    @Override
    public void pause() {
        worker.say(number, new Ask.Pause(true));
    }

    @Override
    public void resume() {
        worker.say(number, new Ask.Pause(false));
    }

    @Override
    public void stop() {
        if (over.compareAndSet(false, true)) {
            worker.say(number, new Ask.Stop());
            worker.forget(number);
            streams.close();
        }
    }

    /** Puts answers to the stream that they belong to, and notices when they stop. */
    private void sort() {
        try {
            while (!over.get()) {
                Answer answer = streams.request().next(limits.answer());
                if (answer == null) {
                    worker.end(Reason.TIMED_OUT);
                    fail(new MediaRefused(Reason.TIMED_OUT));
                } else if (answer instanceof Answer.Refused(MediaRefused why)) {
                    fail(why);
                } else if (streams.put(answer)) {
                    return;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            fail(new MediaRefused(Reason.WORKER_LOST, interrupted));
        }
    }

    private void handOver(boolean sound) {
        try {
            Answer answer = streams.take(sound);
            while (!over.get() && !(answer instanceof Answer.Ended)) {
                if (answer instanceof Answer.Picture(Still still)) {
                    sink.frame(still.frame());
                } else if (answer instanceof Answer.Piece(Sound piece)) {
                    sink.sound(piece);
                }
                streams.request().more();
                worker.say(number, new Ask.More(sound));
                answer = streams.take(sound);
            }
            if (running.decrementAndGet() == 0 && over.compareAndSet(false, true)) {
                worker.forget(number);
                sink.ended();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            fail(new MediaRefused(Reason.WORKER_LOST, interrupted));
        }
    }

    private void fail(MediaRefused why) {
        if (over.compareAndSet(false, true)) {
            worker.forget(number);
            streams.close();
            sink.failed(why);
        }
    }
}
