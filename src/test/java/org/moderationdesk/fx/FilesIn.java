package org.moderationdesk.fx;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who chooses a file of a folder, and takes every name that is proposed.
 *
 * @param opened the name of what they open
 */
public record FilesIn(Path folder, String opened) implements FileChoice {
    @Override
    public Optional<Path> open(String title, List<String> endings) {
        return Optional.of(folder.resolve(opened));
    }

    @Override
    public Optional<Path> save(String title, String proposedName) {
        return Optional.of(folder.resolve(proposedName));
    }
}
