package org.moderationdesk.practice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Store;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.items.MediaPath;
import org.moderationdesk.media.Blob;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.media.StagedFile;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.practice.PracticeRefused.Why;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings items into a set together with the files that they name, from beside the file with the items. All of it comes in
 * or none: a file that is not there, is another one, or that nothing can be seen or heard of is refused by name, and then
 * neither an item nor a file is kept. Reads and decodes files: not for the JavaFX thread; safe for any other.
 */
public final class SetMedia {
    private static final Logger LOG = LoggerFactory.getLogger(SetMedia.class);

    private final Sets sets;
    private final Store store;
    private final MediaStore media;
    private final Check check;

    /** Tries whether a file can be shown. */
    @FunctionalInterface
    public interface Check {
        /**
         * @param sounds whether it is to be heard and not seen
         * @throws MediaRefused where it is no picture, film or sound, or a broken one
         */
        void tried(Blob file, boolean sounds) throws MediaRefused;
    }

    public SetMedia(Sets sets, Store store, MediaStore media, Check check) {
        this.sets = sets;
        this.store = store;
        this.media = media;
        this.check = check;
    }

    /** How many files these items name. */
    public static int named(Changes changes) {
        return (int) changes.put().stream()
                .flatMap(one -> one.content().item().media().stream())
                .filter(file -> file.path() != null)
                .count();
    }

    /**
     * Begins a set, as {@link Sets#make}.
     *
     * @param folder beside which the files lie
     * @throws PracticeRefused also where a file cannot be taken; then nothing is kept
     */
    public PracticeSet make(Person trainer, SetTerms terms, Changes first, Path folder) {
        return with(trainer, first, folder, files -> sets.make(trainer, terms, files.changes(), files::keep));
    }

    /** Changes a set, as {@link Sets#change}; as for files, like {@link #make}. */
    public PracticeSet change(Person trainer, String setId, Changes changes, Told why, Path folder) {
        return with(trainer, changes, folder, files -> sets.change(trainer, setId, files.changes(), why, files::keep));
    }

    private PracticeSet with(Person trainer, Changes changes, Path folder, Function<Files, PracticeSet> act) {
        Rights.require(trainer, Right.TRAIN);
        var files = new Files(folder);
        boolean done = false;
        try {
            files.take(changes);
            PracticeSet set = act.apply(files);
            done = true;
            return set;
        } finally {
            files.close(done);
        }
    }

    /** The files of one act: encrypted beside the others, and kept only in the transaction that keeps the items. */
    private final class Files {
        private final Path folder;
        private final Map<Path, StagedFile> staged = new HashMap<>();
        private final List<PracticeRefused> bad = new ArrayList<>();
        private final Set<Path> unreadable = new HashSet<>();
        private Changes changes = Changes.without(Set.of());

        Files(Path folder) {
            this.folder = folder;
        }

        /** What is to be changed, its files named as they are held. */
        Changes changes() {
            return changes;
        }

        void take(Changes given) {
            List<Changes.Put> put = given.put().stream()
                    .map(one -> new Changes.Put(one.title(), taken(one.content()), one.source()))
                    .toList();
            if (!bad.isEmpty()) {
                throw PracticeRefused.all(bad);
            }
            changes = new Changes(given.terms(), put, given.keys(), given.removed());
        }

        private FlaggedItem taken(FlaggedItem content) {
            Item item = content.item();
            if (item.media().isEmpty()) {
                return content;
            }
            List<MediaFile> files = new ArrayList<>();
            for (MediaFile file : item.media()) {
                // By a name that says nothing: an own one may give the answer away.
                String name = file.path() == null ? null : "media-" + (files.size() + 1);
                files.add(new MediaFile(
                        name,
                        file.mime(),
                        hash(item, file),
                        file.width(),
                        file.height(),
                        file.durationMs(),
                        file.extra()));
            }
            return new FlaggedItem(item.with(files), content.reports(), content.historyGiven());
        }

        private @Nullable String hash(Item item, MediaFile file) {
            String named = file.path();
            String given = file.sha256() == null ? null : file.sha256().toLowerCase(Locale.ROOT);
            if (named == null) {
                return given;
            }
            Optional<Path> there = MediaPath.beside(folder, named);
            if (there.isEmpty()) {
                if (given != null && store.<Boolean>read(handle -> isHeld(handle, given))) {
                    return given;
                }
                bad.add(new PracticeRefused(Why.MEDIA_MISSING, item.id(), named));
                return null;
            }
            StagedFile copy = staged(there.get(), sounds(item, file));
            if (copy == null) {
                bad.add(new PracticeRefused(Why.MEDIA_UNREADABLE, item.id(), named));
                return null;
            }
            if (given != null && !given.equals(copy.sha256())) {
                bad.add(new PracticeRefused(Why.MEDIA_DIFFERS, item.id(), named));
            } else if (!store.<Boolean>read(handle -> Copies.mayFileBeShown(handle, copy.sha256()))) {
                bad.add(new PracticeRefused(Why.MEDIA_SEALED, item.id(), named));
            }
            return copy.sha256();
        }

        private @Nullable StagedFile staged(Path file, boolean sounds) {
            if (unreadable.contains(file)) {
                return null;
            }
            StagedFile known = staged.get(file);
            if (known != null) {
                return known;
            }
            try {
                StagedFile copy = media.stage(file);
                staged.put(file, copy);
                check.tried(copy.blob(), sounds);
                return copy;
            } catch (IOException | MediaRefused notRead) {
                unreadable.add(file);
                return null;
            }
        }

        /** In the transaction of the items. */
        void keep(Handle handle) {
            staged.values().forEach(copy -> media.keep(handle, copy));
        }

        void close(boolean done) {
            for (StagedFile copy : staged.values()) {
                try {
                    copy.close();
                } catch (IOException left) {
                    LOG.warn(
                            "an encrypted copy was left behind: {}",
                            left.getClass().getSimpleName());
                }
                if (!done) {
                    media.delete(copy.sha256());
                }
            }
        }
    }

    private boolean isHeld(Handle handle, String sha256) {
        return media.has(handle, sha256) && Copies.mayFileBeShown(handle, sha256);
    }

    private static boolean sounds(Item item, MediaFile file) {
        return file.mime() == null ? item.kind() == ItemKind.AUDIO : file.mime().startsWith("audio/");
    }
}
