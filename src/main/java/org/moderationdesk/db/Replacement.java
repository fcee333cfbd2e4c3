package org.moderationdesk.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Puts a complete store folder in the place of the desk's one. Each step is one rename, so that after a crash either
 * the one or the other is whole; {@link #finish} then goes on where it stopped.
 */
final class Replacement {
    private Replacement() {}

    /** Where the new folder is prepared. */
    static Path prepared(DeskFolder folder) {
        return folder.home().resolve("store.restoring");
    }

    /** Replaces. The prepared folder must be whole, and the store closed. */
    static void replace(RestorePermit permit, DeskFolder folder) throws IOException, StoreRefused {
        Objects.requireNonNull(permit);
        OwnFiles.write(complete(prepared(folder)), new byte[0]);
        if (Files.exists(folder.store())) {
            OwnFiles.move(folder.store(), aside(folder));
        }
        OwnFiles.move(prepared(folder), folder.store());
        finish(folder);
    }

    /** Whether a crash left the desk between two stores. */
    static boolean isUnfinished(DeskFolder folder) {
        return !Files.exists(folder.store())
                && (Files.exists(aside(folder)) || Files.exists(complete(prepared(folder))));
    }

    /** Brings a replacement that a crash stopped to its end, or back to its beginning. */
    static void finish(DeskFolder folder) throws StoreRefused {
        try {
            if (!Files.exists(folder.store())) {
                if (Files.exists(complete(prepared(folder)))) {
                    OwnFiles.move(prepared(folder), folder.store());
                } else if (Files.exists(aside(folder))) {
                    OwnFiles.move(aside(folder), folder.store());
                }
            }
            OwnFiles.deleteTree(prepared(folder));
            if (Files.exists(folder.store())) {
                OwnFiles.deleteTree(aside(folder));
                Files.deleteIfExists(complete(folder.store()));
            }
        } catch (IOException unwritable) {
            throw new StoreRefused(new StoreRefused.ReadOnly(folder.home()), unwritable);
        }
    }

    private static Path aside(DeskFolder folder) {
        return folder.home().resolve("store.replaced");
    }

    private static Path complete(Path store) {
        return store.resolve("complete");
    }
}
