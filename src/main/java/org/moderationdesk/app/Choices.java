package org.moderationdesk.app;

import java.util.Map;
import java.util.function.Consumer;
import org.moderationdesk.fx.Background;
import org.moderationdesk.media.SafeView;
import org.moderationdesk.settings.LockSettings;
import org.moderationdesk.staff.Right;

/** Choices that take effect without furnishing the window anew: cover, floor and lock. JavaFX thread only. */
final class Choices {
    private final Preferences preferences;
    private final Admission admission;
    private final Background background;
    private final Consumer<Exception> failed;
    private LockSettings lock;

    Choices(Preferences preferences, Admission admission, Background background, Consumer<Exception> failed) {
        this.preferences = preferences;
        this.admission = admission;
        this.background = background;
        this.failed = failed;
        this.lock = preferences.lock();
    }

    LockSettings lock() {
        return lock;
    }

    /** When the desk locks itself; the log is told. */
    void lock(Session session, LockSettings wanted) {
        background.run(
                () -> {
                    session.change(
                            admission.person(),
                            Right.CHANGE_SETTINGS,
                            Map.of(
                                    "lockAfterMinutes",
                                    wanted.idleMinutes(),
                                    "lockGivesBackAfterMinutes",
                                    wanted.giveBackMinutes()),
                            () -> preferences.keep(wanted));
                    return wanted;
                },
                kept -> lock = kept,
                failed);
    }

    /** How this person likes content to open. */
    void cover(Session session, SafeView own, Runnable then) {
        background.run(
                () -> {
                    preferences.keep(own);
                    return own;
                },
                kept -> {
                    session.desk().covering().own(kept);
                    then.run();
                },
                failed);
    }

    /** The floor under that, for everybody. */
    void floor(Session session, SafeView floor, Runnable then) {
        background.run(
                () -> {
                    session.desk().coverFloor().set(admission.person(), floor);
                    return floor;
                },
                kept -> {
                    session.desk().covering().floor(kept);
                    then.run();
                },
                failed);
    }
}
