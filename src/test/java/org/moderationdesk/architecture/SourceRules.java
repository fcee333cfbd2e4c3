package org.moderationdesk.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules that only the text of the sources shows. Each answers with what breaks it, one line each. */
final class SourceRules {
    private static final int MOST_LINES = 500;
    private static final Pattern UNFINISHED =
            Pattern.compile("//.*\\b(TODO|FIXME|XXX)\\b|^\\s*\\*.*\\b(TODO|FIXME)\\b");
    private static final Pattern SLEEPING_OR_OFF = Pattern.compile("\\bThread\\.sleep\\(|^\\s*@Disabled\\b");
    private static final Pattern WILDCARD_IMPORT = Pattern.compile("^import .*\\.\\*;");
    private static final Pattern NULL_MARKED = Pattern.compile("(?m)^@NullMarked$");
    private static final Pattern SENTENCE = Pattern.compile("(?s)^/\\*\\*.*\\w.*\\*/\\s*@NullMarked");

    private static final Pattern WINDOW = Pattern.compile("(?m)^ *@Start$(?s:.*)\\b(stage|window)\\.show\\(\\);");

    private final Path folder;

    /** @param folder a folder of Java sources, such as {@code src/main/java} */
    SourceRules(Path folder) {
        this.folder = folder;
    }

    int files() {
        return sources().size();
    }

    List<String> longFiles() {
        return sources().stream()
                .filter(file -> lines(file).size() > MOST_LINES)
                .map(file -> file + " has " + lines(file).size() + " lines")
                .toList();
    }

    List<String> unfinished() {
        return linesWith(UNFINISHED.asPredicate());
    }

    List<String> sleepingOrSwitchedOff() {
        return linesWith(SLEEPING_OR_OFF.asPredicate());
    }

    /** Tests in one process share one window: each says its size, or finds it as another left it. */
    List<String> windowsOfAnySize() {
        return sources().stream()
                .filter(file -> {
                    String text = String.join("\n", lines(file));
                    return WINDOW.matcher(text).find()
                            && !(text.contains(".setWidth(") && text.contains(".setHeight("));
                })
                .map(file -> file + " does not say how large its window is")
                .toList();
    }

    List<String> wildcardImports() {
        return linesWith(WILDCARD_IMPORT.asPredicate());
    }

    /** Every package says in one sentence what the room is for, and that nothing in it is null. */
    List<String> unmarkedPackages() {
        return sources().stream()
                .map(Path::getParent)
                .distinct()
                .map(room -> room.resolve("package-info.java"))
                .filter(info -> !isMarked(info))
                .map(info -> info + " is missing, or lacks its sentence or @NullMarked")
                .toList();
    }

    private static boolean isMarked(Path info) {
        if (!Files.exists(info)) {
            return false;
        }
        String text = String.join("\n", lines(info));
        return NULL_MARKED.matcher(text).find() && SENTENCE.matcher(text).find();
    }

    private List<String> linesWith(Predicate<String> what) {
        return sources().stream()
                .flatMap(file -> lines(file).stream().filter(what).map(line -> file + ": " + line.strip()))
                .toList();
    }

    private List<Path> sources() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
