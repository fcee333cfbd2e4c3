package org.moderationdesk.media.view;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The thread that sound is played on, one stretch after the other; it alone opens, writes and closes the device. */
final class Speaker {
    private final Supplier<SoundOut> outs;
    private final Consumer<Boolean> onSilent;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("player-sound").factory());
    private @Nullable SoundOut out;

    /** @param onSilent told, on the speaker's thread, whether nobody can hear what is played */
    Speaker(Supplier<SoundOut> outs, Consumer<Boolean> onSilent) {
        this.outs = outs;
        this.onSilent = onSilent;
    }

    /** Plays a stretch once those before have been stopped. */
    void play(PlaybackRun run) {
        thread.execute(() -> {
            SoundOut into = out;
            if (into == null) {
                into = outs.get();
                out = into;
                onSilent.accept(into.isSilent());
            }
            try {
                run.playOn(into);
            } catch (SoundLost gone) {
                into.close();
                out = new SilentOut(System::nanoTime);
                onSilent.accept(true);
                run.soundLost();
            }
        });
    }

    /** Gives the device back, until the next stretch. */
    void release() {
        thread.execute(() -> {
            if (out != null) {
                out.close();
                out = null;
            }
        });
    }
}
