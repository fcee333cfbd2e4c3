package org.moderationdesk.app;

import org.moderationdesk.db.StoreException;
import org.moderationdesk.shell.Unexpected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of the process, by a person's wish or the operating system's: either leaves the store in order. */
final class Ending {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    private final Surroundings around;
    private final Runnable closeStore;
    private final Thread onShutdown;

    Ending(Surroundings around, Runnable closeStore) {
        this.around = around;
        this.closeStore = closeStore;
        this.onShutdown = new Thread(closeStore, "shutdown");
    }

    /** From now on also a request of the operating system to end, such as SIGTERM, closes the store. */
    void watch() {
        Runtime.getRuntime().addShutdownHook(onShutdown);
    }

    /**
     * Ends; returns at once.
     *
     * @param last done once nothing works in the background any more and before the store is closed; on a thread of its own
     */
    void end(Runnable last) {
        // What the screens still save as they are left must end before the store is closed.
        Thread.ofPlatform().name("closing").start(() -> {
            around.background().close();
            try {
                last.run();
            } catch (StoreException gone) {
                LOG.warn("the store did not answer as the desk closed", Unexpected.wordless(gone));
            } finally {
                closeStore.run();
                takeHookBack();
                around.onEnd().run();
            }
        });
    }

    private void takeHookBack() {
        try {
            boolean unused = Runtime.getRuntime().removeShutdownHook(onShutdown);
        } catch (IllegalStateException ending) {
            // The process is ending already: the hook finds nothing left to close.
            return;
        }
    }
}
