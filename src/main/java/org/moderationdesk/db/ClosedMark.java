package org.moderationdesk.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How long a store's file was when it was closed in order. H2 opens a file that lost its end at an older state without
 * a word; the mark tells. It is absent while the store is open and after a crash.
 */
final class ClosedMark {
    private final Path mark;
    private final Path store;

    ClosedMark(Path folder) {
        this.mark = folder.resolve("desk.closed");
        this.store = DeskFolder.storeFile(folder);
    }

    void make() throws IOException {
        OwnFiles.write(mark, Long.toString(Files.size(store)).getBytes(StandardCharsets.US_ASCII));
    }

    boolean isThere() {
        return Files.exists(mark);
    }

    void remove() throws IOException {
        Files.deleteIfExists(mark);
    }

    /** Whether the file is shorter than it was; false where no mark tells. */
    boolean tellsOfALostEnd() throws IOException {
        if (!isThere()) {
            return false;
        }
        String length = Files.readString(mark);
        return !length.matches("\\d{1,18}") || Files.size(store) < Long.parseLong(length);
    }
}
