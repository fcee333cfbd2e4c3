package org.moderationdesk.settings;

import java.time.Duration;

/**
 * When the desk locks itself.
 *
 * @param idleMinutes without input
 * @param giveBackMinutes after so long behind the lock an open case goes back to its queue; 0 for when its lease ends
 */
public record LockSettings(int idleMinutes, int giveBackMinutes) {
    public static final int MOST_IDLE = 60;
    public static final int MOST_GIVE_BACK = 240;

    public LockSettings {
        if (idleMinutes < 1 || idleMinutes > MOST_IDLE || giveBackMinutes < 0 || giveBackMinutes > MOST_GIVE_BACK) {
            throw new IllegalArgumentException("lock settings out of range");
        }
    }

    public static LockSettings defaults() {
        return new LockSettings(5, 0);
    }

    public Duration idle() {
        return Duration.ofMinutes(idleMinutes);
    }
}
