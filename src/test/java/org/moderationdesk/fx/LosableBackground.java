package org.moderationdesk.fx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Answers at once, as a store that is not reached does, or once it is let. JavaFX thread only. */
public final class LosableBackground implements Background {
    private final InlineBackground inline = new InlineBackground();
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean lost;
    private boolean slow;

    @Override
    public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onFailed) {
        if (lost) {
            onFailed.accept(new IOException("not reached"));
        } else if (slow) {
            waiting.add(() -> inline.run(work, onDone, onFailed));
        } else {
            inline.run(work, onDone, onFailed);
        }
    }

    /** Whether the store is not reached from now on. */
    public void lose(boolean now) {
        lost = now;
    }

    /** Keeps work until {@link #answer()}. */
    public void hold(boolean now) {
        slow = now;
    }

    /** Does what was kept, and keeps no more. */
    public void answer() {
        slow = false;
        List<Runnable> kept = List.copyOf(waiting);
        waiting.clear();
        kept.forEach(Runnable::run);
    }
}
