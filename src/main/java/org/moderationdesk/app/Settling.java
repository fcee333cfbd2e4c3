package org.moderationdesk.app;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.app.OpenDesk.WorkSettings;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.H2Store;
import org.moderationdesk.db.PostgresStore;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.db.Unlock;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.log.Verdict;
import org.moderationdesk.sample.LiveSample;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;

/** Wires the rooms of a desk whose store has just been opened. Not for the JavaFX thread. */
final class Settling {
    private final Preferences preferences;
    private final InstantSource clock;
    private final Consumer<Verdict> onVerified;

    /** @param onVerified told what the desk finds of its log, on the JavaFX thread */
    Settling(Preferences preferences, InstantSource clock, Consumer<Verdict> onVerified) {
        this.preferences = preferences;
        this.clock = clock;
        this.onVerified = onVerified;
    }

    /** This computer's own desk, or the sample desk. */
    Session own(DeskFolder folder, H2Store store, Unlock unlock, boolean sample) throws StoreRefused, IOException {
        WorkSettings work = preferences.work();
        OpenDesk desk = wired(folder, store, new BookReader().read(OpenDesk.EDITION), work);
        var keys = new StoreDoor(folder, clock).keys(unlock);
        boolean toFill = sample && desk.items().isEmpty();
        @Nullable LiveSample live = toFill ? new LiveSample(desk.media()) : null;
        return new Session(folder, store, keys, desk, work, new Housekeeping(desk, onVerified), live);
    }

    /** A shared desk; its store is closed where that fails. */
    Session shared(DeskFolder home, PostgresStore store) {
        try {
            WorkSettings work = preferences.work();
            var folder = new DeskFolder(preferences.desks().folder(store.login().place(), home));
            OpenDesk desk = wired(folder, store, new BookReader().read(OpenDesk.EDITION), work);
            return new Session(folder, store, null, desk, work, new Housekeeping(desk, onVerified), null);
        } catch (RuntimeException broken) {
            store.close();
            throw broken;
        }
    }

    /**
     * The same desk under other settings, which are kept, and of which the log is told.
     *
     * @throws org.moderationdesk.staff.RightRefused without the right that it takes
     */
    Session again(Session now, WorkSettings work, Person by, Right right) {
        now.change(
                by,
                right,
                Map.of(
                        "undoSeconds",
                        work.decisions().undoSeconds(),
                        "leaseMinutes",
                        work.queue().leaseMinutes(),
                        "budgetMinutes",
                        work.wellbeing().budgetMinutes(),
                        "rotation",
                        work.wellbeing().rotation().on()),
                () -> preferences.keep(work));
        return anew(now, work);
    }

    /** The same desk with the edition of the book that is in force now. Not for the JavaFX thread. */
    Session anew(Session now) {
        return anew(now, now.work());
    }

    private Session anew(Session now, WorkSettings work) {
        Book shipped = new BookReader().read(OpenDesk.EDITION);
        return now.with(wired(now.folder(), now.store(), shipped, work).goingOnFrom(now.desk()), work);
    }

    private OpenDesk wired(DeskFolder folder, Store store, Book book, WorkSettings work) {
        var desk = new OpenDesk(folder, store, book, work, clock);
        desk.covering().own(preferences.safeView());
        return desk;
    }
}
