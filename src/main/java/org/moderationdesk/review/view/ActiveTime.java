package org.moderationdesk.review.view;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** How long a person was really at a case: only while the window has the focus, and for a while after each input. */
final class ActiveTime {
    /** After so long without input the person is taken to be away. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InstantSource clock;
    private long counted;
    private boolean focused = true;
    private @Nullable Instant lastInput;

    ActiveTime(InstantSource clock) {
        this.clock = clock;
    }

    /** Another case: counting begins anew, and opening it counts as input. */
    void begin() {
        counted = 0;
        lastInput = clock.instant();
    }

    void input() {
        if (focused) {
            count();
            lastInput = clock.instant();
        }
    }

    /** The desk is locked: what follows counts only once there is input again. */
    void pause() {
        count();
        lastInput = null;
    }

    void focus(boolean has) {
        if (!has) {
            pause();
        }
        focused = has;
    }

    /** In milliseconds, up to now. */
    long millis() {
        return counted + sinceInput();
    }

    /** When there was input last; null while the window has no focus. */
    @Nullable
    Instant lastInput() {
        return lastInput;
    }

    private void count() {
        counted += sinceInput();
    }

    private long sinceInput() {
        if (lastInput == null || !focused) {
            return 0;
        }
        long gap = Duration.between(lastInput, clock.instant()).toMillis();
        return Math.clamp(gap, 0, PATIENCE.toMillis());
    }
}
