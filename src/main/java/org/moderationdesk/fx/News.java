package org.moderationdesk.fx;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** Carries how far long work is from its thread to the JavaFX thread: always the newest, never a queue of them. */
public final class News<T> {
    private final AtomicReference<@Nullable T> newest = new AtomicReference<>();
    private final Consumer<T> show;

    public News(Consumer<T> show) {
        this.show = show;
    }

    /** Callable from any thread. */
    public void tell(T news) {
        if (newest.getAndSet(news) == null) {
            Platform.runLater(this::deliver);
        }
    }

    private void deliver() {
        T news = newest.getAndSet(null);
        if (news != null) {
            show.accept(news);
        }
    }
}
