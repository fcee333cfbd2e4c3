package org.moderationdesk.media.view;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.decode.Clip;
import org.moderationdesk.media.decode.ClipFacts;
import org.moderationdesk.media.decode.Frame;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.PlayFrom;
import org.moderationdesk.media.decode.Size;
import org.moderationdesk.media.decode.Waveform;

/**
 * Plays clips, one at a time: plays, seeks, steps, loops, and keeps its model up to date. Nothing of it blocks; every
 * answer of a clip that is shown no more is thrown away. JavaFX thread only.
 */
public final class Player {
    private static final long JUMP_MICROS = 5_000_000;
    private static final double LOUDER = 0.1;
    private static final Size LEAST = new Size(240, 240);
    private static final Size SMALL = new Size(104, 104);

    private final PlayerModel model = new PlayerModel();
    private final Speaker speaker;
    private final AnimationTimer pulse;
    private final AtomicBoolean busy = new AtomicBoolean();
    private Size most = LEAST;
    private volatile double gain;
    private @Nullable ClipSource source;
    private @Nullable ClipSession session;
    private @Nullable Survey survey;
    private @Nullable PlaybackRun run;
    private long[] tally = new long[2];
    private long shown;
    private long startAt;
    private long asked;

    /** Sound goes to the system's device, where it has one. */
    public Player() {
        this(() -> LineOut.open().orElseGet(() -> new SilentOut(System::nanoTime)));
    }

    Player(Supplier<SoundOut> outs) {
        speaker = new Speaker(outs, silent -> Platform.runLater(() -> model.silent(silent)));
        pulse = new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulse();
            }
        };
        model.volumeProperty().subscribe(this::loudness);
        model.mutedProperty().subscribe(this::loudness);
    }

    public PlayerModel model() {
        return model;
    }

    /** Opens a clip in place of the one before, and shows its first frame; it does not play yet. */
    public void show(ClipSource clip) {
        leave();
        source = clip;
        open(clip, 0);
    }

    private void open(ClipSource clip, long at) {
        long mine = ++shown;
        startAt = at;
        model.state(new PlayerState.Opening());
        var opened = new ClipSession(clip, new ClipSession.News() {
            @Override
            public void opened(Clip open, @Nullable Frame first) {
                ClipFacts facts = open.facts();
                onFx(mine, () -> ready(clip, facts, first));
            }

            @Override
            public void frame(Frame frame, long which) {
                onFx(mine, () -> sought(frame, which));
            }

            @Override
            public void refused(MediaRefused why) {
                onFx(mine, () -> trouble(why));
            }
        });
        session = opened;
        opened.open(most);
    }

    private void onFx(long mine, Runnable then) {
        Platform.runLater(() -> {
            if (mine == shown) {
                then.run();
            }
        });
    }

    private void ready(ClipSource clip, ClipFacts facts, @Nullable Frame first) {
        model.opened(facts);
        if (first != null) {
            model.frame(first);
            model.at(first.micros(), true);
        }
        model.state(new PlayerState.Ready());
        if (startAt > 0) {
            seek(startAt);
        }
        if (survey == null) {
            survey(clip);
        }
    }

    private void survey(ClipSource clip) {
        long mine = shown;
        var look = new Survey(
                clip,
                new Survey.Findings() {
                    @Override
                    public void frame(int place, Frame frame) {
                        onFx(mine, () -> strip(place, frame));
                    }

                    @Override
                    public void waveform(Waveform known) {
                        onFx(mine, () -> model.waveform(known));
                    }

                    @Override
                    public void scenes(List<Long> micros) {
                        onFx(mine, () -> model.scenes().setAll(micros));
                    }
                },
                busy::get);
        survey = look;
        look.start();
    }

    private void strip(int place, Frame frame) {
        if (place < model.strip().size()) {
            model.strip().set(place, frame);
        } else {
            model.strip().add(frame);
        }
    }

    private void sought(Frame frame, long which) {
        if (which == asked && run == null) {
            model.frame(frame);
            model.at(frame.micros(), true);
        }
    }

    private void trouble(MediaRefused why) {
        halt();
        endSession();
        model.state(
                why.reason() == MediaRefused.Reason.WORKER_LOST
                        ? new PlayerState.Lost()
                        : new PlayerState.Refused(why));
    }

    /** Opens the clip anew where it was, after its worker was lost. */
    public void openAgain() {
        ClipSource again = source;
        if (again != null && !model.isReady()) {
            endSession();
            open(again, model.positionProperty().get());
        }
    }

    public void togglePlaying() {
        if (model.playingProperty().get()) {
            pause();
        } else {
            play();
        }
    }

    /** Plays from where the clip is; from its beginning where it is at its end. */
    public void play() {
        if (!model.isReady() || model.playingProperty().get()) {
            return;
        }
        TimeSpan loop = model.loopProperty().get();
        long at = model.positionProperty().get();
        long end = model.durationProperty().get();
        if (loop != null && (at < loop.fromMicros() || at >= loop.toMicros())) {
            at = loop.fromMicros();
        } else if (end > 0 && at >= end - lastFrame()) {
            at = 0;
        }
        model.playing(true);
        busy.set(true);
        begin(at);
        pulse.start();
    }

    private long lastFrame() {
        ClipFacts facts = model.factsProperty().get();
        Double rate = facts == null ? null : facts.framesPerSecond();
        return rate == null || rate <= 0 ? 50_000 : Math.round(1.5e6 / rate);
    }

    private void begin(long at) {
        ClipSession open = session;
        if (open == null) {
            return;
        }
        endRun();
        asked++;
        var from = new PlayFrom(Math.max(0, at), model.speedProperty().get(), most, model.hasSound());
        var next = new PlaybackRun(from, () -> gain);
        run = next;
        model.at(Math.max(0, at), false);
        speaker.play(next);
        open.play(from, next);
    }

    private void endRun() {
        PlaybackRun running = run;
        run = null;
        if (running != null) {
            tally = new long[] {running.shown(), running.dropped()};
            running.stop();
        }
    }

    /** Stands still, at the frame that is seen. */
    public void pause() {
        if (model.playingProperty().get()) {
            Frame still = model.frameProperty().get();
            halt();
            if (still != null && model.hasPicture()) {
                model.at(still.micros(), true);
            }
        }
    }

    private void halt() {
        endRun();
        pulse.stop();
        busy.set(false);
        model.playing(false);
        if (session != null) {
            session.stopPlaying();
        }
    }

    /** Goes to a time; plays on from there if it plays. A clip that is being opened goes there once it is open. */
    public void seek(long micros) {
        if (model.stateProperty().get() instanceof PlayerState.Opening) {
            startAt = Math.max(0, micros);
        }
        ClipSession open = session;
        if (open == null || !model.isReady()) {
            return;
        }
        long end = model.durationProperty().get();
        long to = Math.clamp(micros, 0, end > 0 ? end : Long.MAX_VALUE);
        if (model.playingProperty().get()) {
            begin(to);
        } else {
            model.at(to, false);
            if (model.hasPicture()) {
                open.seek(++asked, to, 0, most);
            }
        }
    }

    /** Five seconds on (1) or back (-1). */
    public void jump(int by) {
        seek(Math.max(0, model.positionProperty().get() + by * JUMP_MICROS));
    }

    /** Stands still and goes on (1) or back (-1) by frames. */
    public void step(int by) {
        pause();
        ClipSession open = session;
        if (open != null && model.isReady() && model.hasPicture()) {
            Frame still = model.frameProperty().get();
            boolean settled = model.exactProperty().get() && still != null;
            open.seek(
                    ++asked, settled ? still.micros() : model.positionProperty().get(), by, most);
        }
    }

    public void speed(double wanted) {
        if (PlayerModel.SPEEDS.contains(wanted)
                && wanted != model.speedProperty().get()) {
            model.speed(wanted);
            if (model.playingProperty().get()) {
                begin(model.positionProperty().get());
            }
        }
    }

    /** The next higher (1) or lower (-1) speed there is. */
    public void faster(int by) {
        int at = PlayerModel.SPEEDS.indexOf(model.speedProperty().get());
        speed(PlayerModel.SPEEDS.get(Math.clamp(at + by, 0, PlayerModel.SPEEDS.size() - 1)));
    }

    public void louder(int by) {
        model.volumeProperty()
                .set(Math.clamp(Math.round((model.volumeProperty().get() + by * LOUDER) * 100) / 100.0, 0, 1));
    }

    /** Plays a span over and over; null plays on. */
    public void loop(@Nullable TimeSpan span) {
        model.loop(span);
        if (span != null && model.isReady()) {
            long at = model.positionProperty().get();
            if (at < span.fromMicros() || at >= span.toMicros()) {
                seek(span.fromMicros());
            }
        }
    }

    /** How large frames are wanted, in pixels; those that come from now on lie within it. */
    public void frameSize(double width, double height) {
        var wanted = new Size(
                Math.max(LEAST.width(), (int) Math.ceil(width)), Math.max(LEAST.height(), (int) Math.ceil(height)));
        boolean grown = wanted.width() > most.width() * 1.1 || wanted.height() > most.height() * 1.1;
        boolean shrunk = wanted.width() < most.width() * 0.6 && wanted.height() < most.height() * 0.6;
        if (grown || shrunk) {
            most = wanted;
            seek(model.positionProperty().get());
        }
    }

    private void loudness() {
        // What is heard grows about with the square of what the slider says.
        double volume = model.volumeProperty().get();
        gain = model.mutedProperty().get() ? 0 : volume * volume;
    }

    /** Tells the small frame at a time, once it is decoded; nothing where that cannot be. */
    public void still(long micros, Consumer<Frame> told) {
        ClipSession open = session;
        if (open != null && model.isReady() && model.hasPicture()) {
            long mine = shown;
            open.still(micros, SMALL, frame -> onFx(mine, () -> told.accept(frame)));
        }
    }

    /** Reads on in a clip that is still being written: its length follows, its place stays. */
    public void refresh() {
        ClipSession open = session;
        if (open != null && model.isReady()) {
            long mine = shown;
            open.refresh(facts -> onFx(mine, () -> model.grown(facts)));
        }
    }

    /** Frames shown, and frames passed over, since it last began to play or was sought in; for measuring. */
    long[] tally() {
        PlaybackRun running = run;
        return running == null ? tally.clone() : new long[] {running.shown(), running.dropped()};
    }

    private void pulse() {
        PlaybackRun running = run;
        if (running == null) {
            return;
        }
        Frame due = running.due();
        if (due != null) {
            model.frame(due);
        }
        long at = running.micros();
        long end = model.durationProperty().get();
        model.at(end > 0 ? Math.min(at, end) : at, false);
        MediaRefused why = running.failure();
        TimeSpan loop = model.loopProperty().get();
        if (why != null) {
            trouble(why);
        } else if (running.isSoundLost()) {
            begin(at);
        } else if (loop != null && (at >= loop.toMicros() || running.isOver())) {
            begin(loop.fromMicros());
        } else if (running.isOver()) {
            finish();
        }
    }

    private void finish() {
        long end = model.durationProperty().get();
        Frame still = model.frameProperty().get();
        halt();
        model.at(end > 0 ? end : model.positionProperty().get(), false);
        if (still != null && end == 0) {
            model.at(still.micros(), true);
        }
    }

    /** Lets go of the clip and of all that was shown of it. */
    public void leave() {
        shown++;
        halt();
        endSession();
        if (survey != null) {
            survey.close();
            survey = null;
        }
        source = null;
        model.forget();
        speaker.release();
    }

    private void endSession() {
        ClipSession open = session;
        session = null;
        if (open != null) {
            open.close();
        }
    }
}
