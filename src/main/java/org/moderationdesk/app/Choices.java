package org.moderationdesk.app;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.moderationdesk.app.OpenDesk.WorkSettings;
import org.moderationdesk.fx.Background;
import org.moderationdesk.media.SafeView;
import org.moderationdesk.settings.Appearance;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.settings.EstablishmentSettings;
import org.moderationdesk.settings.LockSettings;
import org.moderationdesk.settings.QueueSettings;
import org.moderationdesk.settings.SupportSettings;
import org.moderationdesk.settings.WellbeingSettings;
import org.moderationdesk.staff.Right;

/** What a person sets at the open desk: each is kept, told to the log, and takes effect. JavaFX thread only. */
final class Choices {
    private final Preferences preferences;
    private final Admission admission;
    private final Background background;
    private final Settling settling;
    private final Host host;
    private LockSettings lock;

    /** Where the desk is open. */
    interface Host {
        Optional<Session> session();

        /** Whether something is under way that a desk must not be settled anew under; says so. */
        boolean isBusy();

        /**
         * The same desk goes on under other settings.
         *
         * @param said once it does; empty for nothing
         */
        void settled(Session session, String said);

        void failed(Exception failure);
    }

    Choices(Preferences preferences, Admission admission, Background background, Settling settling, Host host) {
        this.preferences = preferences;
        this.admission = admission;
        this.background = background;
        this.settling = settling;
        this.host = host;
        this.lock = preferences.lock();
    }

    LockSettings lock() {
        return lock;
    }

    /** How the window looks and speaks. */
    void keep(Appearance wanted) {
        background.run(
                () -> {
                    preferences.keep(wanted);
                    return true;
                },
                _ -> {},
                host::failed);
    }

    /** How work goes. */
    void keep(QueueSettings queue, DecisionSettings decisions) {
        keep(Right.CHANGE_SETTINGS, now -> new WorkSettings(queue, decisions, now.wellbeing()));
    }

    /** How much looking a day holds. */
    void keep(WellbeingSettings wellbeing) {
        keep(Right.SET_WELLBEING, now -> new WorkSettings(now.queue(), now.decisions(), wellbeing));
    }

    private void keep(Right right, UnaryOperator<WorkSettings> change) {
        host.session().ifPresent(now -> {
            if (!host.isBusy()) {
                WorkSettings work = change.apply(now.work());
                background.run(() -> settling.again(now, work, admission.person(), right), this::settled, host::failed);
            }
        });
    }

    private void settled(Session anew) {
        host.settled(anew, "");
    }

    /** The desk goes on with the edition of the guidelines that has come into force. */
    void newEdition(String said) {
        host.session()
                .ifPresent(now ->
                        background.run(() -> settling.anew(now), anew -> host.settled(anew, said), host::failed));
    }

    /** When the desk locks itself. */
    void keep(LockSettings wanted) {
        host.session()
                .ifPresent(session -> background.run(
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
                        host::failed));
    }

    /** Where whoever runs this desk is established; reads a file. */
    EstablishmentSettings establishment() {
        return preferences.establishment();
    }

    SupportSettings support() {
        return preferences.support();
    }

    /** Whom people can talk to; the log is told that it changed. */
    void keep(SupportSettings wanted) {
        host.session()
                .ifPresent(session -> background.run(
                        () -> {
                            session.change(
                                    admission.person(),
                                    Right.SET_WELLBEING,
                                    Map.of("supportContact", wanted.isSaid()),
                                    () -> preferences.keep(wanted));
                            return wanted;
                        },
                        _ -> {},
                        host::failed));
    }

    /** How this person likes content to open; it holds from the next case on. */
    void keep(SafeView own, Runnable then) {
        host.session()
                .ifPresent(session -> background.run(
                        () -> {
                            preferences.keep(own);
                            return own;
                        },
                        kept -> {
                            session.desk().covering().own(kept);
                            then.run();
                        },
                        host::failed));
    }

    /** The floor under that, for everybody at this store. */
    void keepFloor(SafeView floor, Runnable then) {
        host.session()
                .ifPresent(session -> background.run(
                        () -> {
                            session.desk().coverFloor().set(admission.person(), floor);
                            return floor;
                        },
                        kept -> {
                            session.desk().covering().floor(kept);
                            then.run();
                        },
                        host::failed));
    }
}
