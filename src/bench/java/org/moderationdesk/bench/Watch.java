package org.moderationdesk.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.Window;

/** Looks at the windows of its own process until something is to be seen, says so on one line, and ends the process. */
final class Watch {
    /** Before the number of bytes that are in use after a collection. */
    static final String SEEN = "seen ";

    private static final long BETWEEN_LOOKS = 2_000_000;

    private final BooleanSupplier seen;

    /** @param seen asked on the JavaFX thread */
    Watch(BooleanSupplier seen) {
        this.seen = seen;
    }

    void start() {
        Thread.ofPlatform().daemon().name("watch").start(() -> {
            while (!look()) {
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
            var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            out.println(SEEN);
            System.gc();
            out.println(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            Runtime.getRuntime().halt(0);
        });
    }

    /** The nodes of this style in all windows that are shown. JavaFX thread only. */
    static Stream<Node> nodes(String style) {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .flatMap(window -> window.getScene().getRoot().lookupAll(style).stream());
    }

    private boolean look() {
        var found = new AtomicBoolean();
        var looked = new CountDownLatch(1);
        try {
            Platform.runLater(() -> {
                found.set(seen.getAsBoolean());
                looked.countDown();
            });
            looked.await();
        } catch (IllegalStateException notStartedYet) {
            return false;
        } catch (InterruptedException ended) {
            return true;
        }
        return found.get();
    }
}
