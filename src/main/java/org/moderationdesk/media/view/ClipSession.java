package org.moderationdesk.media.view;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.decode.Clip;
import org.moderationdesk.media.decode.ClipFacts;
import org.moderationdesk.media.decode.Frame;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.PlayFrom;
import org.moderationdesk.media.decode.Playback;
import org.moderationdesk.media.decode.Size;

/**
 * One clip while it is open, on a thread of its own: a worker that hangs with it holds up no other clip. Called from the
 * JavaFX thread, where nothing of it blocks; tells its news on its own thread.
 */
final class ClipSession {
    /** What becomes of a clip; told on the session's thread. */
    interface News {
        void opened(Clip clip, @Nullable Frame first);

        /** @param asked for which seek it is the answer */
        void frame(Frame frame, long asked);

        void refused(MediaRefused why);
    }

    private record Seek(long asked, long micros, int by, Size most) {}

    private final ClipSource source;
    private final News news;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("player-", 0).factory());
    private final AtomicReference<@Nullable Seek> wanted = new AtomicReference<>();
    private @Nullable Clip clip;
    private @Nullable Playback playback;
    private volatile boolean closed;

    ClipSession(ClipSource source, News news) {
        this.source = source;
        this.news = news;
    }

    void open(Size most) {
        run(() -> {
            Clip opened = source.open();
            clip = opened;
            if (closed) {
                opened.close();
                return;
            }
            news.opened(opened, opened.facts().picture() ? opened.frameAt(0, most) : null);
        });
    }

    /** Asks for the frame at a time, or so many frames from it; one asked for before and not yet begun is forgotten. */
    void seek(long asked, long micros, int by, Size most) {
        wanted.set(new Seek(asked, micros, by, most));
        run(() -> {
            Seek seek = wanted.getAndSet(null);
            Clip open = clip;
            if (seek != null && open != null) {
                news.frame(
                        seek.by() == 0
                                ? open.frameAt(seek.micros(), seek.most())
                                : open.step(seek.micros(), seek.by(), seek.most()),
                        seek.asked());
            }
        });
    }

    /** Asks for the small frame at a time, besides all seeking. */
    void still(long micros, Size most, Consumer<Frame> told) {
        run(() -> {
            Clip open = clip;
            if (open != null && !closed) {
                told.accept(open.frameAt(micros, most));
            }
        });
    }

    /** Reads on in a file that is still being written. */
    void refresh(Consumer<ClipFacts> told) {
        run(() -> {
            Clip open = clip;
            if (open != null && !closed) {
                told.accept(open.refresh());
            }
        });
    }

    void play(PlayFrom from, PlaybackRun sink) {
        run(() -> {
            Clip open = clip;
            if (open != null && !closed) {
                playback = open.play(from, sink);
            }
        });
    }

    void stopPlaying() {
        run(this::stop);
    }

    private void stop() {
        Playback running = playback;
        playback = null;
        if (running != null) {
            running.stop();
        }
    }

    /** Lets go of the clip, as soon as what is under way has ended. */
    void close() {
        closed = true;
        wanted.set(null);
        run(() -> {
            stop();
            Clip open = clip;
            clip = null;
            if (open != null) {
                open.close();
            }
        });
        thread.shutdown();
    }

    /** A piece of work on the clip. */
    private interface Work {
        void run() throws MediaRefused;
    }

    private void run(Work work) {
        try {
            thread.execute(() -> {
                try {
                    work.run();
                } catch (MediaRefused why) {
                    if (!closed) {
                        news.refused(why);
                    }
                }
            });
        } catch (RejectedExecutionException leaving) {
            // The session is closed: nobody waits for the answer.
            closed = true;
        }
    }
}
