package org.moderationdesk.fx;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks a person for a file; empty when they change their mind. JavaFX thread only. */
public interface FileChoice {
    /**
     * A file that exists.
     *
     * @param endings such as "*.jsonl"; any file where empty
     */
    Optional<Path> open(String title, List<String> endings);

    /** A file to write. */
    Optional<Path> save(String title, String proposedName);
}
