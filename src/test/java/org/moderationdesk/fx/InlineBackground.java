package org.moderationdesk.fx;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Does the work at once, on the caller's thread: tests need not wait. */
public final class InlineBackground implements Background {
    @Override
    public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onFailed) {
        T answer;
        try {
            answer = work.call();
        } catch (Exception failure) {
            onFailed.accept(failure);
            return;
        }
        onDone.accept(answer);
    }
}
