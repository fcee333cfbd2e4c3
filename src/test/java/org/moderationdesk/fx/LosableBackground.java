package org.moderationdesk.fx;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Answers at once, or as a store that is not reached does. */
public final class LosableBackground implements Background {
    private final InlineBackground inline = new InlineBackground();
    private boolean lost;

    public void lose() {
        lost = true;
    }

    public void find() {
        lost = false;
    }

    @Override
    public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onFailed) {
        if (lost) {
            onFailed.accept(new IOException("not reached"));
        } else {
            inline.run(work, onDone, onFailed);
        }
    }
}
