package org.moderationdesk.app;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.app.OpenDesk.WorkSettings;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.PostgresStore;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreKeys;
import org.moderationdesk.log.Verdict;
import org.moderationdesk.sample.LiveSample;
import org.moderationdesk.settings.view.DeskCare;
import org.moderationdesk.settings.view.SharedCare;
import org.moderationdesk.settings.view.StoreCare;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import org.moderationdesk.staff.SettingChange;

/**
 * An open desk in a window: its rooms, what opens it, and its housekeeping.
 *
 * @param folder below which the files of items lie
 * @param keys null where the store is a shared one, which no key file opens
 * @param live sample livestreams that go on; null where there are none
 */
record Session(
        DeskFolder folder,
        Store store,
        @Nullable StoreKeys keys,
        OpenDesk desk,
        WorkSettings work,
        Housekeeping chores,
        @Nullable LiveSample live)
        implements AutoCloseable {
    private static final int SAMPLE_CASES = 200;
    private static final long SAMPLE_SEED = 1;

    /** The sample desk fills itself when it is opened for the first time, while one may look around already. */
    void fillSample(Workplace workplace) {
        LiveSample now = live;
        if (now != null) {
            workplace.fill(progress -> desk.samples().fill(SAMPLE_CASES, SAMPLE_SEED, progress, now));
        }
    }

    /** The same desk with other rooms and settings. */
    Session with(OpenDesk other, WorkSettings settings) {
        return new Session(folder, store, keys, other, settings, chores, live);
    }

    /** The shared store; empty for the desk's own. */
    Optional<PostgresStore> shared() {
        return store instanceof PostgresStore server ? Optional.of(server) : Optional.empty();
    }

    /** Whether this person is shown every entry of the log: a server hides child safety from who has no clearance. */
    boolean seesWholeLog(Person person) {
        return shared().isEmpty() || Rights.has(person, Right.SEE_CHILD_SAFETY);
    }

    /** Which desk it is, for as long as this window stands. */
    String name() {
        return shared().map(server -> server.login().place().url())
                .orElseGet(() -> folder.home().toString());
    }

    /**
     * What the settings can do for the store.
     *
     * @param person whose rights are asked
     * @param restore goes to where a backup is put back
     */
    DeskCare care(Person person, Consumer<Verdict> onVerified, Runnable restore) {
        StoreKeys own = keys;
        return store instanceof PostgresStore server
                ? new SharedCare(server.login().place(), folder.media().toString(), desk.custody(person), onVerified)
                : new StoreCare(
                        folder,
                        Objects.requireNonNull(own),
                        desk.backup().orElseThrow(),
                        desk.custody(person),
                        onVerified,
                        restore);
    }

    /**
     * Keeps settings that this person changes, and tells the log. Not for the JavaFX thread.
     *
     * @throws org.moderationdesk.staff.RightRefused without the right that it takes
     */
    void change(Person by, Right right, Map<String, ?> changed, Runnable keeping) {
        new SettingChange(desk.log()).keep(by, right, changed, keeping);
    }

    /** Ends the chores, what decodes and what searches, then closes the store. Slow: not for the JavaFX thread. */
    @Override
    public void close() {
        chores.close();
        if (live != null) {
            live.close();
        }
        desk.close();
    }
}
