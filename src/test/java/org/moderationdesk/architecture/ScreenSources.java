package org.moderationdesk.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sources of the screens below one folder, read for the words they show and the texts they ask for. */
final class ScreenSources {
    private static final Pattern SCREEN_ROOM = Pattern.compile("org/moderationdesk/(.*/view|fx|shell|app)");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern SHOWN = Pattern.compile("\\b(?:set(?:Text|PromptText|AccessibleText|AccessibleHelp"
            + "|AccessibleRoleDescription|Title|HeaderText|ContentText)"
            + "|new (?:Label|Text|Tooltip|Button|ToggleButton|RadioButton|CheckBox|Hyperlink|MenuButton|SplitMenuButton"
            + "|MenuItem|CheckMenuItem|RadioMenuItem|Menu|Tab|TitledPane|TableColumn)(?:<[^>(]*>)?)\\(");
    private static final Pattern KEY =
            Pattern.compile("[a-z][a-zA-Z0-9]*(?:\\.[a-zA-Z0-9_-]+)+\\.?|[a-z][a-zA-Z0-9]*\\.");
    private static final Pattern FILE = Pattern.compile(".*\\.(css|json|csv|log|properties|png|svg|sql|txt|zip|jsonl)");
    private static final Pattern CONVERSION = Pattern.compile("%[-#+ 0,(\\d.$]*[a-zA-Z]|%n|\\\\[a-z]");
    // Printed on the keyboard itself, the same in both languages.
    private static final Pattern KEY_CAPS = Pattern.compile("\\b(?:Ctrl|Alt|Shift|Esc|Enter|Tab|F\\d{1,2}|[A-Z])\\b");
    private static final Pattern ASKED =
            Pattern.compile("\\b(?:texts?\\s*\\.\\s*\\w+|texts?)\\(\\s*\"([^\"\\n]+)\"(\\s*\\+)?");

    private final Path root;

    /** @param root a folder of Java sources, such as {@code src/main/java} */
    ScreenSources(Path root) {
        this.root = root;
    }

    /** Words that a screen shows without asking a bundle, each with the line to paste into one. */
    List<String> literalWords() {
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            if (!isScreen(file)) {
                continue;
            }
            String source = read(file);
            Matcher call = SHOWN.matcher(source);
            while (call.find()) {
                for (String literal : literals(arguments(source, call.end()))) {
                    if (isWords(literal)) {
                        found.add("%s shows a literal; paste into resources/text/%s.properties: %s.%s=%s"
                                .formatted(file, feature(file), feature(file), keyOf(literal), literal));
                    }
                }
            }
        }
        return found;
    }

    /** Texts asked for that no bundle has, each with the line to paste. */
    List<String> missingTexts(Bundles bundles) {
        Set<String> keys = bundles.keys();
        Set<String> names = bundles.names();
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            String source = read(file);
            List<String> asked = new ArrayList<>();
            Matcher call = ASKED.matcher(source);
            while (call.find()) {
                if (KEY.matcher(call.group(1)).matches()) {
                    asked.add(call.group(1));
                }
            }
            if (isScreen(file)) {
                literals(source).stream()
                        .filter(literal -> KEY.matcher(literal).matches())
                        .filter(literal -> !FILE.matcher(literal).matches())
                        .filter(literal -> names.contains(literal.substring(0, literal.indexOf('.'))))
                        .forEach(asked::add);
            }
            asked.stream()
                    .distinct()
                    .filter(key -> !isKnown(key, keys))
                    .forEach(key -> found.add(
                            "%s asks for a text that no bundle has; paste into resources/text/%s.properties: %s=…"
                                    .formatted(file, key.substring(0, key.indexOf('.')), key)));
        }
        return found;
    }

    private static boolean isKnown(String key, Set<String> keys) {
        return keys.contains(key) || key.endsWith(".") && keys.stream().anyMatch(known -> known.startsWith(key));
    }

    private static boolean isWords(String literal) {
        String unformatted = CONVERSION.matcher(literal).replaceAll("");
        return !KEY.matcher(literal).matches()
                && KEY_CAPS.matcher(unformatted).replaceAll("").chars().anyMatch(Character::isLetter);
    }

    private static List<String> literals(String source) {
        return LITERAL.matcher(source).results().map(match -> match.group(1)).toList();
    }

    /** The source from {@code start} to the bracket that closes the call. */
    private static String arguments(String source, int start) {
        int depth = 1;
        boolean quoted = false;
        for (int i = start; i < source.length(); i++) {
            char at = source.charAt(i);
            if (quoted) {
                if (at == '\\') {
                    i++;
                } else if (at == '"') {
                    quoted = false;
                }
            } else if (at == '"') {
                quoted = true;
            } else if (at == '(') {
                depth++;
            } else if (at == ')' && --depth == 0) {
                return source.substring(start, i);
            }
        }
        return source.substring(start);
    }

    private static String keyOf(String literal) {
        String words =
                literal.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return words.isEmpty() ? "text" : words;
    }

    private String feature(Path file) {
        Path inHouse = root.resolve("org/moderationdesk").relativize(file);
        return inHouse.getName(0).toString();
    }

    private boolean isScreen(Path file) {
        String room = root.relativize(file.getParent()).toString().replace('\\', '/');
        return SCREEN_ROOM.matcher(room).matches();
    }

    private List<Path> sources() {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
