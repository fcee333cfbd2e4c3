package org.moderationdesk.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Copies media files as they lie: each is encrypted with a key of its own, which comes with the store's rows. */
final class MediaCopy {
    private final Path from;
    private final Path to;

    MediaCopy(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    /** Copies every file that is not there yet; files are named by what they hold, so that there is nothing to replace. */
    void run(Progress progress) throws StoreRefused {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> found = Files.walk(from)) {
            List<Path> files = found.filter(Files::isRegularFile)
                    .filter(file -> !from.relativize(file).startsWith("staging"))
                    .toList();
            for (int i = 0; i < files.size(); i++) {
                copy(files.get(i));
                progress.pass(i + 1L, files.size());
            }
        } catch (IOException failed) {
            throw new StoreRefused(new StoreRefused.Unwritable(to), failed);
        }
    }

    private void copy(Path file) throws IOException {
        Path there = to.resolve(from.relativize(file).toString());
        if (Files.exists(there) && Files.size(there) == Files.size(file)) {
            return;
        }
        OwnFiles.makeFolder(OwnFiles.folderOf(there));
        Path part = there.resolveSibling(there.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.copy(file, part);
        OwnFiles.sync(part);
        OwnFiles.move(part, there);
    }
}
