package org.moderationdesk.media.view;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.moderationdesk.media.decode.Clip;
import org.moderationdesk.media.decode.ClipFacts;
import org.moderationdesk.media.decode.Frame;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.Size;
import org.moderationdesk.media.decode.Waveform;

/**
 * A look over a whole clip beside its playing, in a session of its own: frames for the filmstrip, loudness, changes of
 * scene. Runs on a thread of its own and tells what it finds there; what cannot be found is simply not told.
 */
final class Survey {
    static final int FRAMES = 12;
    static final int BINS = 240;
    private static final int SCENES = 12;
    private static final long BREATHER_NANOS = 50_000_000;
    private static final Size SMALL = new Size(104, 104);

    /** Told on the survey's thread. */
    interface Findings {
        /** @param at which place of the filmstrip, from 0 */
        void frame(int at, Frame frame);

        void waveform(Waveform known);

        void scenes(List<Long> micros);
    }

    private final ClipSource source;
    private final Findings findings;
    private final BooleanSupplier busy;
    private volatile boolean closed;

    /** @param busy whether the clip is playing: the long look waits until it is not */
    Survey(ClipSource source, Findings findings, BooleanSupplier busy) {
        this.source = source;
        this.findings = findings;
        this.busy = busy;
    }

    void start() {
        Thread.ofPlatform().daemon().name("player-survey").start(this::look);
    }

    void close() {
        closed = true;
    }

    private void look() {
        try (Clip clip = source.open()) {
            ClipFacts facts = clip.facts();
            if (facts.picture() && !closed) {
                var next = new int[1];
                clip.strip(FRAMES, SMALL, frame -> {
                    if (!closed) {
                        findings.frame(next[0]++, frame);
                    }
                });
            }
            if (facts.sound() && !closed) {
                findings.waveform(clip.waveform(BINS));
            }
            if (facts.picture() && facts.durationMicros() != null) {
                while (busy.getAsBoolean() && !closed) {
                    LockSupport.parkNanos(BREATHER_NANOS);
                }
                if (!closed) {
                    scenes(clip, facts.durationMicros());
                }
            }
        } catch (MediaRefused without) {
            // The player says what is wrong with the clip; a time line without a filmstrip is all that follows here.
            closed = true;
        }
    }

    /** A part of the clip in which the scene changes is shown by the frame after the change. */
    private void scenes(Clip clip, long duration) throws MediaRefused {
        List<Long> changes = clip.sceneChanges(SCENES);
        findings.scenes(changes);
        var taken = new ArrayList<Integer>();
        for (long change : changes) {
            int at = (int) Math.min(FRAMES - 1L, change * FRAMES / Math.max(1, duration));
            if (!closed && !taken.contains(at)) {
                taken.add(at);
                findings.frame(at, clip.frameAt(change, SMALL));
            }
        }
    }
}
