package org.moderationdesk.media.worker;

import java.io.UncheckedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.Blob;
import org.moderationdesk.media.decode.Ask;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.MediaRefused.Reason;

/** What one worker does for one clip: it looks, surveys and plays, each on a thread of its own with the file open anew. */
final class Session {
    private final Bounds bounds;
    private final Answers out;
    private final Looking looking;
    private final Surveying surveying;
    private final Lane look = new Lane("look");
    private final Lane survey = new Lane("survey");
    private final Lane play = new Lane("play");
    private @Nullable Blob blob;
    private @Nullable Playing playing;

    Session(Bounds bounds, Answers out) {
        this.bounds = bounds;
        this.out = out;
        this.looking = new Looking(bounds, out);
        this.surveying = new Surveying(bounds, out);
    }

    /** Takes an ask; what comes of it is said by another thread. For the one thread that reads asks. */
    void take(Ask.Numbered numbered) {
        int request = numbered.request();
        switch (numbered.ask()) {
            case Ask.Open open -> {
                blob = open.blob();
                look.add(request, () -> looking.open(request, open));
            }
            case Ask.Picture picture -> look.add(request, () -> looking.still(request, picture));
            case Ask.Metadata(Blob of) ->
                look.add(request, () -> out.metadata(request, MetadataReader.read(of, bounds)));
            case Ask.FrameAt at -> look.add(request, () -> looking.at(request, at.micros(), at.most()));
            case Ask.Step step -> look.add(request, () -> looking.step(request, step));
            case Ask.Refresh() -> look.add(request, () -> looking.reopen(request));
            case Ask.Strip strip -> survey(request, file -> surveying.strip(request, strip, file));
            case Ask.Scenes scenes -> survey(request, file -> surveying.scenes(request, scenes, file));
            case Ask.Wave wave -> survey(request, file -> surveying.wave(request, wave, file));
            case Ask.Play from -> play(request, from);
            case Ask.More more -> {
                if (playing != null && playing.request() == request) {
                    playing.more(more.sound());
                }
            }
            case Ask.Pause pause -> {
                if (playing != null && playing.request() == request) {
                    playing.pause(pause.on());
                }
            }
            case Ask.Stop() -> {
                if (playing != null && playing.request() == request) {
                    playing.stop();
                }
            }
        }
    }

    private void play(int request, Ask.Play ask) {
        if (playing != null) {
            playing.stop();
        }
        var begun = new Playing(request, ask.from(), out);
        playing = begun;
        Blob file = blob;
        play.add(request, () -> {
            if (file == null) {
                throw new MediaRefused(Reason.MISSING);
            }
            begun.run(file, bounds);
        });
    }

    private void survey(int request, Survey work) {
        Blob file = blob;
        survey.add(request, () -> {
            if (file == null) {
                throw new MediaRefused(Reason.MISSING);
            }
            work.over(file);
        });
    }

    private interface Work {
        void run() throws MediaRefused, InterruptedException;
    }

    private interface Survey {
        void over(Blob file) throws MediaRefused;
    }

    /** Does one thing after the other. */
    private final class Lane {
        private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();

        Lane(String name) {
            Thread.ofPlatform().name(name).daemon().start(this::run);
        }

        void add(int request, Work work) {
            waiting.add(() -> answer(request, work));
        }

        private void run() {
            try {
                while (true) {
                    waiting.take().run();
                }
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        }

        private void answer(int request, Work work) {
            try {
                work.run();
            } catch (MediaRefused refused) {
                out.refused(request, refused);
            } catch (UncheckedIOException deskGone) {
                Runtime.getRuntime().halt(0);
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException unforeseen) {
                // A stranger's file led where nobody thought of; it is refused like any other that is broken.
                out.refused(request, new MediaRefused(Reason.BROKEN, unforeseen));
            }
        }
    }
}
