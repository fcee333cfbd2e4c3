package org.moderationdesk.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.moderationdesk.db.Backup;
import org.moderationdesk.db.Dialect;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.RestorePermit;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreKeys;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.decisions.BlindItems;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.log.Verdict;
import org.moderationdesk.log.Verifier;
import org.moderationdesk.quality.QualityRefused;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * What one person may do with the store as a whole: prove its log, copy it, change what opens it, let it be replaced.
 * Each asks for its right when it is done. Slow: not for the JavaFX thread.
 */
public final class Custody {
    private final Verifier verifier;
    private final EventLog log;
    private final Store store;
    private final Person person;

    public Custody(Verifier verifier, EventLog log, Store store, Person person) {
        this.verifier = verifier;
        this.log = log;
        this.store = store;
        this.person = person;
    }

    /**
     * Walks the log.
     *
     * @param progress in entries
     * @throws QualityRefused on a shared store while this person holds a second review: entries are hidden from them, and
     *     the log would seem to be broken
     */
    public Verdict verify(Progress progress) {
        Rights.require(person, Right.AUDIT);
        boolean hides = store.read(handle -> Dialect.of(handle).isShared()
                && !BlindItems.of(handle, person.name()).isEmpty());
        if (hides) {
            throw new QualityRefused(QualityRefused.Why.BLIND, "");
        }
        return verifier.verify(progress);
    }

    /**
     * Copies the store to a file; the log tells of it afterwards, so that the copy does not.
     *
     * @param progress in bytes
     */
    public Backup.Made backUp(Backup backup, Path target, Progress progress) throws StoreRefused {
        Rights.require(person, Right.BACKUP);
        Backup.Made made = backup.to(target, progress);
        long unused = log.record(
                person.name(),
                act -> act.append(new Entry(
                        EventKind.BACKED_UP,
                        null,
                        null,
                        Map.of("bytes", made.bytes(), "files", made.files()),
                        List.of())));
        return made;
    }

    /** What is done with the ways to the store's key. */
    @FunctionalInterface
    public interface KeyChange<T> {
        T with(StoreKeys keys) throws StoreRefused;
    }

    /** Changes what opens the store; the log tells that it was changed, and by whom. */
    public <T> T change(StoreKeys keys, KeyChange<T> change) throws StoreRefused {
        Rights.require(person, Right.RESTORE);
        T changed = change.with(keys);
        long unused = log.record(
                person.name(),
                act -> act.append(
                        new Entry(EventKind.SETTING_CHANGED, null, null, Map.of("storeKeys", "CHANGED"), List.of())));
        return changed;
    }

    /**
     * A backup may take the store's place.
     *
     * @throws org.moderationdesk.staff.RightRefused unless this person may let it
     */
    public static RestorePermit requireRestore(Person person) {
        Rights.require(person, Right.RESTORE);
        return RestorePermit.asked();
    }
}
