package org.moderationdesk.guidelines;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** One value of an edition file. Reading it never fails: a fault is noted with its place, and reading goes on. */
final class Place {
    private static final int MAX_TEXT = 2_000;

    private final String file;
    private final String pointer;
    private final JsonNode node;
    private final List<BookProblem> problems;

    private Place(String file, String pointer, JsonNode node, List<BookProblem> problems) {
        this.file = file;
        this.pointer = pointer;
        this.node = node;
        this.problems = problems;
    }

    static Place root(String file, JsonNode node, List<BookProblem> problems) {
        return new Place(file, "", node, problems);
    }

    void fault(String what) {
        problems.add(new BookProblem(pointer.isEmpty() ? file : file + " " + pointer, what));
    }

    Place at(String name) {
        return new Place(file, pointer + "/" + name.replace("~", "~0").replace("/", "~1"), node.path(name), problems);
    }

    boolean present() {
        return !node.isMissingNode() && !node.isNull();
    }

    /** A text that must be there, of ordinary length and without stray spaces. */
    Optional<String> text() {
        if (!present()) {
            fault("text missing");
            return Optional.empty();
        }
        if (!node.isString()) {
            fault("not a text");
            return Optional.empty();
        }
        String text = node.stringValue();
        if (text.isBlank()) {
            fault("text missing");
            return Optional.empty();
        }
        if (!text.equals(text.strip())) {
            fault("spaces around the text");
        }
        if (text.length() > MAX_TEXT) {
            fault("longer than " + MAX_TEXT + " characters");
        }
        return Optional.of(text);
    }

    Optional<Integer> number(int least, int most) {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            fault("whole number missing");
            return Optional.empty();
        }
        int number = node.intValue();
        if (number < least || number > most) {
            fault(number + " is not between " + least + " and " + most);
            return Optional.empty();
        }
        return Optional.of(number);
    }

    /** True only where it says so; absent is false. */
    boolean flag() {
        if (present() && !node.isBoolean()) {
            fault("neither true nor false");
        }
        return node.isBoolean() && node.booleanValue();
    }

    /** The elements of a list; absent is empty. */
    List<Place> items() {
        if (!present()) {
            return List.of();
        }
        if (!node.isArray()) {
            fault("not a list");
            return List.of();
        }
        List<Place> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(new Place(file, pointer + "/" + i, node.get(i), problems));
        }
        return items;
    }

    /** The members of an object, in the file's order; absent is empty. */
    Map<String, Place> fields() {
        Map<String, Place> fields = new LinkedHashMap<>();
        if (present() && !node.isObject()) {
            fault("not an object");
        }
        node.propertyNames().forEach(name -> fields.put(name, at(name)));
        return fields;
    }

    /** Faults every member that is none of these. */
    Place only(String... names) {
        Set<String> known = Set.of(names);
        fields().forEach((name, place) -> {
            if (!known.contains(name)) {
                place.fault("unknown field");
            }
        });
        return this;
    }

    /** A code, read by its own parser. */
    <T> Optional<T> code(String kind, Function<String, Optional<T>> parser) {
        Optional<String> text = text();
        Optional<T> code = text.flatMap(parser);
        if (text.isPresent() && code.isEmpty()) {
            fault("no " + kind + ": " + text.get());
        }
        return code;
    }

    <T> List<T> codes(String kind, Function<String, Optional<T>> parser) {
        List<T> codes = new ArrayList<>();
        for (Place item : items()) {
            item.code(kind, parser).ifPresent(code -> {
                if (codes.contains(code)) {
                    item.fault(code + " stands twice");
                }
                codes.add(code);
            });
        }
        return codes;
    }

    <E extends Enum<E>> Optional<E> word(Class<E> type) {
        return code(kind(type), text -> named(type, text));
    }

    <E extends Enum<E>> Set<E> words(Class<E> type) {
        return new LinkedHashSet<>(codes(kind(type), text -> named(type, text)));
    }

    /** The name of a type in words, such as "account response". */
    private static String kind(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> Optional<E> named(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
