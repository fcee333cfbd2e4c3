package org.moderationdesk.app;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the window is to be opened.
 *
 * @param home the desk's folder; null for the platform's own place
 * @param sample whether to open the sample desk, a store of its own within that folder
 */
record WindowStart(@Nullable Path home, boolean sample) {
    private static final String HOME = "--home";
    private static final String SAMPLE = "--sample-desk";

    /** What the arguments ask for; empty when they name a command, which needs no window. */
    static Optional<WindowStart> of(String... arguments) {
        Path home = null;
        boolean sample = false;
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (argument.equals(SAMPLE)) {
                sample = true;
            } else if (argument.equals(HOME) && i + 1 < arguments.length) {
                home = Path.of(arguments[++i]);
            } else if (argument.startsWith(HOME + "=")) {
                home = Path.of(argument.substring(HOME.length() + 1));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new WindowStart(home, sample));
    }
}
