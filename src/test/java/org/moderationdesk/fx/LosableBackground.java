package org.moderationdesk.fx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Answers at once, as a store that is not reached does, or once it is let. */
public final class LosableBackground implements Background {
    private final InlineBackground inline = new InlineBackground();
    private final List<Runnable> kept = new ArrayList<>();
    private boolean lost;
    private boolean slow;

    public void lose() {
        lost = true;
    }

    public void find() {
        lost = false;
    }

    /** Keeps work until {@link #answer()}. */
    public void hold() {
        slow = true;
    }

    /** Does what was kept, and keeps no more. */
    public void answer() {
        slow = false;
        List<Runnable> now = List.copyOf(kept);
        kept.clear();
        now.forEach(Runnable::run);
    }

    @Override
    public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onFailed) {
        if (lost) {
            onFailed.accept(new IOException("not reached"));
        } else if (slow) {
            kept.add(() -> inline.run(work, onDone, onFailed));
        } else {
            inline.run(work, onDone, onFailed);
        }
    }
}
