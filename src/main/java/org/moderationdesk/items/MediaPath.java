package org.moderationdesk.items;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Paths of media files as an import names them: relative to the imported file and inside its folder. */
public final class MediaPath {
    private static final Pattern ABSOLUTE = Pattern.compile("(?s)[/\\\\~].*|[A-Za-z]:.*|[A-Za-z][A-Za-z0-9+.-]*:.*");
    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");

    private MediaPath() {}

    /**
     * The file of that name beside an imported one; empty where there is none, also where it is reached only by leaving the
     * folder, through a link. Touches the disk.
     */
    public static Optional<Path> beside(Path folder, String named) {
        try {
            Path path = folder;
            for (String step : SEPARATOR.split(named)) {
                path = path.resolve(step);
            }
            Path real = path.toRealPath();
            return real.startsWith(folder.toRealPath()) && Files.isRegularFile(real)
                    ? Optional.of(real)
                    : Optional.empty();
        } catch (IOException | RuntimeException notThere) {
            return Optional.empty();
        }
    }

    /** Whether it is absolute on any system, climbs out of its folder, or is not a path at all. */
    static boolean leavesItsFolder(String path) {
        if (path.isBlank() || ABSOLUTE.matcher(path).matches() || path.chars().anyMatch(Character::isISOControl)) {
            return true;
        }
        int depth = 0;
        for (String step : SEPARATOR.split(path)) {
            if (step.equals("..")) {
                depth--;
            } else if (!step.isEmpty() && !step.equals(".")) {
                depth++;
            }
            if (depth < 0) {
                return true;
            }
        }
        return depth == 0;
    }
}
