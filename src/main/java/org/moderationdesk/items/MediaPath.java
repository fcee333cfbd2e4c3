package org.moderationdesk.items;

import java.util.regex.Pattern;

/** Paths of media files as an import names them: relative to the imported file and inside its folder. */
final class MediaPath {
    private static final Pattern ABSOLUTE = Pattern.compile("(?s)[/\\\\~].*|[A-Za-z]:.*|[A-Za-z][A-Za-z0-9+.-]*:.*");
    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");

    private MediaPath() {}

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
