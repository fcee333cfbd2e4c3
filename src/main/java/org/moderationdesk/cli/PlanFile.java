package org.moderationdesk.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with a plan, as commands take one. */
final class PlanFile {
    private PlanFile() {}

    /**
     * What it says.
     *
     * @param largest in bytes
     * @param tooLarge the words for one that is larger
     */
    static String read(Path file, long largest, String tooLarge) throws WrongUse {
        try {
            if (Files.size(file) > largest) {
                throw new WrongUse(tooLarge);
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new WrongUse("cli.queues.unreadable", String.valueOf(file.getFileName()));
        }
    }
}
