package org.moderationdesk.shell;

import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when something fails that nobody foresaw: the log keeps where, without the failure's own words, which may
 * quote content under review, and the person reads one calm sentence.
 */
public final class Unexpected implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Unexpected.class);

    private final Consumer<Throwable> tell;

    /** @param tell shows the sentence, on the JavaFX thread */
    public Unexpected(Consumer<Throwable> tell) {
        this.tell = tell;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        LOG.error("unexpected failure on thread {}", thread.getName(), wordless(failure));
        Platform.runLater(() -> tell.accept(failure));
    }

    /** The same failure and its causes, each by its class and place only. */
    public static Throwable wordless(Throwable failure) {
        Throwable cause = failure.getCause();
        var bare = new IllegalStateException(
                failure.getClass().getName(), cause == null || cause.equals(failure) ? null : wordless(cause));
        bare.setStackTrace(failure.getStackTrace());
        return bare;
    }
}
