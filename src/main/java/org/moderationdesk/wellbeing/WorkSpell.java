package org.moderationdesk.wellbeing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Active work since the last break: time with input, and a while after each. Being away for as long as a break lasts is
 * a break. For one thread.
 */
public final class WorkSpell {
    /** Without input for longer than this, the person is taken not to be working. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final InstantSource clock;
    private Duration worked = Duration.ZERO;
    private @Nullable Instant lastInput;

    public WorkSpell(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Somebody is at the desk.
     *
     * @param breakLength how long being away counts as a break
     */
    public void input(Duration breakLength) {
        Instant now = clock.instant();
        if (lastInput != null && Duration.between(lastInput, now).compareTo(breakLength) >= 0) {
            worked = Duration.ZERO;
        } else {
            worked = worked();
        }
        lastInput = now;
    }

    /** Up to now. */
    public Duration worked() {
        if (lastInput == null) {
            return worked;
        }
        Duration since = Duration.between(lastInput, clock.instant());
        if (since.isNegative()) {
            return worked;
        }
        return worked.plus(since.compareTo(PATIENCE) > 0 ? PATIENCE : since);
    }

    /** A break begins: what follows is not work until there is input again. */
    public void pause() {
        worked = worked();
        lastInput = null;
    }

    /** A whole break is over. */
    public void rested() {
        worked = Duration.ZERO;
        lastInput = null;
    }
}
