package org.moderationdesk.staff.view;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.settings.LockSettings;

/** Whether the desk is locked: by key, after a while without input, or when the computer had slept. JavaFX thread only. */
public final class IdleLock {
    /** A second that lasted so long was spent asleep. */
    static final Duration ASLEEP = Duration.ofMinutes(1);

    private final Supplier<LockSettings> settings;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<@Nullable Locked> locked = new ReadOnlyObjectWrapper<>();
    private Instant lastInput;
    private Instant lastTick;

    public IdleLock(Supplier<LockSettings> settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.lastInput = clock.instant();
        this.lastTick = lastInput;
    }

    /** Why the desk is locked. */
    enum Why {
        KEY,
        IDLE,
        ASLEEP
    }

    /** The desk is locked. */
    record Locked(Instant since, Why why) {}

    /** Null while the desk is not locked. */
    ReadOnlyObjectProperty<@Nullable Locked> lockedProperty() {
        return locked.getReadOnlyProperty();
    }

    boolean isLocked() {
        return locked.get() != null;
    }

    LockSettings settings() {
        return settings.get();
    }

    /** Somebody is at the desk. */
    void input() {
        lastInput = clock.instant();
    }

    /** Nobody has begun to work yet: there is nothing to lock. */
    void begin() {
        lastInput = clock.instant();
        lastTick = lastInput;
    }

    /** To be called every second. */
    void tick() {
        Instant now = clock.instant();
        boolean slept = Duration.between(lastTick, now).compareTo(ASLEEP) >= 0;
        lastTick = now;
        if (slept) {
            lock(Why.ASLEEP);
        } else if (Duration.between(lastInput, now).compareTo(settings.get().idle()) >= 0) {
            lock(Why.IDLE);
        }
    }

    void lock() {
        lock(Why.KEY);
    }

    private void lock(Why why) {
        if (!isLocked()) {
            locked.set(new Locked(clock.instant(), why));
        }
    }

    void unlock() {
        begin();
        locked.set(null);
    }
}
