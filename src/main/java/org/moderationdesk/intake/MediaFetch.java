package org.moderationdesk.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.items.MediaFile.State;
import org.moderationdesk.items.MediaPath;
import org.moderationdesk.items.StoredMedia;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.media.StagedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the media files that lines of one batch name, from beside the imported file: hashed and encrypted before the
 * act, kept in it. A file that is reached only by leaving the folder, through a link, counts as missing.
 */
final class MediaFetch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MediaFetch.class);
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;
    private final MediaStore media;
    private final Map<Path, StagedFile> staged = new HashMap<>();
    /** Of no folder, by the item and the position of the file. */
    private final Map<String, Map<Integer, StagedFile>> given = new HashMap<>();

    MediaFetch(Path folder, MediaStore media) {
        this.folder = folder;
        this.media = media;
    }

    /** Copies the files that these lines name. */
    void stage(List<FlaggedItem> lines) {
        for (FlaggedItem line : lines) {
            for (MediaFile file : line.item().media()) {
                path(file).filter(path -> !staged.containsKey(path)).ifPresent(this::stage);
            }
        }
    }

    /** Keeps the item's files in the open transaction, and tells what became of each. */
    List<StoredMedia> keep(Handle handle, Item item) {
        List<StoredMedia> kept = new ArrayList<>(item.media().size());
        Map<Integer, StagedFile> own = given.get(item.id());
        for (MediaFile file : item.media()) {
            kept.add(
                    keep(handle, file, own == null ? path(file).map(staged::get).orElse(null) : own.get(kept.size())));
        }
        return kept;
    }

    @Override
    public void close() {
        List<StagedFile> all = new ArrayList<>(staged.values());
        given.values().forEach(some -> all.addAll(some.values()));
        for (StagedFile copy : all) {
            try {
                copy.close();
            } catch (IOException left) {
                LOG.warn(
                        "an encrypted copy was left behind: {}", left.getClass().getSimpleName());
            }
        }
        staged.clear();
        given.clear();
    }

    private StoredMedia keep(Handle handle, MediaFile file, @Nullable StagedFile copy) {
        String named = file.sha256() == null ? null : file.sha256().toLowerCase(Locale.ROOT);
        String known = named != null && SHA256.matcher(named).matches() ? named : null;
        if (copy != null) {
            media.keep(handle, copy);
            boolean same = named == null || named.equals(copy.sha256());
            return new StoredMedia(same ? State.STORED : State.DIFFERS, copy.sha256());
        }
        if (known != null && media.has(handle, known)) {
            return new StoredMedia(State.STORED, known);
        }
        return new StoredMedia(file.path() == null ? State.NOT_NAMED : State.MISSING, known);
    }

    /** Copies a file that lies in no folder. */
    void stage(String itemId, int position, Alongside.Content content) {
        try (InputStream in = content.open()) {
            given.computeIfAbsent(itemId, _ -> new HashMap<>()).put(position, media.stage(in));
        } catch (IOException unreadable) {
            LOG.warn("a media file could not be read: {}", unreadable.getClass().getSimpleName());
        }
    }

    private void stage(Path path) {
        try {
            staged.put(path, media.stage(path));
        } catch (IOException unreadable) {
            LOG.warn("a media file could not be read: {}", unreadable.getClass().getSimpleName());
        }
    }

    private Optional<Path> path(MediaFile file) {
        return Optional.ofNullable(file.path()).flatMap(named -> MediaPath.beside(folder, named));
    }
}
