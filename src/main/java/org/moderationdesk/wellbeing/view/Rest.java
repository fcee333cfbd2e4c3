package org.moderationdesk.wellbeing.view;

import java.time.Duration;
import java.time.Instant;

/**
 * A break under way.
 *
 * @param length how long it is to last
 * @param owed whether the next case waits for it
 */
record Rest(Instant start, Duration length, boolean owed) {
    Instant end() {
        return start.plus(length);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(end());
    }
}
