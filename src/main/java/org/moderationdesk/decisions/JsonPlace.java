package org.moderationdesk.decisions;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One object of a written proposal, read field by field. Every answer is of the type asked for, or the whole line is
 * refused with the place and what belongs there; null counts as absent.
 */
final class JsonPlace {
    private final JsonNode node;
    private final String place;
    private final Set<String> known = new HashSet<>();

    /** @param place where it stands, such as "evidence[2]."; empty for the whole line */
    JsonPlace(JsonNode node, String place) {
        if (!node.isObject()) {
            throw place.isEmpty()
                    ? refused("line-not-object")
                    : refused("not-object", place.substring(0, place.length() - 1));
        }
        this.node = node;
        this.place = place;
    }

    /** To be asked last: refuses a field that nobody asked for, which is most likely a slip of the pen. */
    void nothingElse() {
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw refused("unknown-field", place + name);
            }
        }
    }

    boolean has(String name) {
        return get(name) != null;
    }

    @Nullable
    String text(String name) {
        JsonNode value = get(name);
        return value == null ? null : asText(value, place + name);
    }

    String neededText(String name) {
        String text = text(name);
        if (text == null || text.isBlank()) {
            throw refused("missing", place + name);
        }
        return text;
    }

    boolean truth(String name, boolean absent) {
        JsonNode value = get(name);
        if (value != null && !value.isBoolean()) {
            throw refused("not-truth", place + name);
        }
        return value == null ? absent : value.booleanValue();
    }

    @Nullable
    Long whole(String name) {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || Math.abs(value.longValue()) >= 1L << 53) {
            throw refused("not-whole", place + name);
        }
        return value.longValue();
    }

    @Nullable
    Integer integer(String name) {
        Long value = whole(name);
        if (value != null && value != value.intValue()) {
            throw refused("not-whole", place + name);
        }
        return value == null ? null : value.intValue();
    }

    int neededInteger(String name) {
        Integer value = integer(name);
        if (value == null) {
            throw refused("missing", place + name);
        }
        return value;
    }

    double neededFraction(String name) {
        JsonNode value = get(name);
        if (value == null) {
            throw refused("missing", place + name);
        }
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw refused("not-number", place + name);
        }
        return value.doubleValue();
    }

    @Nullable
    Instant time(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            if (time.getEpochSecond() < 0 || time.getEpochSecond() >= 1L << 38) {
                throw refused("not-time", place + name);
            }
            return time;
        } catch (DateTimeException notATime) {
            throw refused("not-time", place + name);
        }
    }

    <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
        JsonNode value = get(name);
        return value == null ? null : constant(value, place + name, type);
    }

    <E extends Enum<E>> E neededConstant(String name, Class<E> type) {
        E value = constant(name, type);
        if (value == null) {
            throw refused("missing", place + name);
        }
        return value;
    }

    <E extends Enum<E>> List<E> constants(String name, Class<E> type) {
        var constants = new ArrayList<E>();
        List<JsonNode> values = list(name);
        for (int i = 0; i < values.size(); i++) {
            constants.add(constant(values.get(i), place + name + "[" + i + "]", type));
        }
        return constants;
    }

    @Nullable
    JsonPlace object(String name) {
        JsonNode value = get(name);
        return value == null ? null : new JsonPlace(value, place + name + ".");
    }

    <T> List<T> objects(String name, Function<JsonPlace, T> reading) {
        var objects = new ArrayList<T>();
        List<JsonNode> values = list(name);
        for (int i = 0; i < values.size(); i++) {
            var element = new JsonPlace(values.get(i), place + name + "[" + i + "].");
            objects.add(reading.apply(element));
            element.nothingElse();
        }
        return objects;
    }

    /** The names of the fields of this object; asked for by that. */
    List<String> names() {
        List<String> names = List.copyOf(node.propertyNames());
        known.addAll(names);
        return names;
    }

    DecisionRefused refused(String what, Object... arguments) {
        Phrase phrase = Phrase.of("decisions.format." + what, arguments);
        return new DecisionRefused(Refusal.of(Refusal.FORMAT, "format", phrase));
    }

    String at(String name) {
        return place + name;
    }

    private List<JsonNode> list(String name) {
        JsonNode value = get(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw refused("not-list", place + name);
        }
        return List.copyOf(value.values());
    }

    private @Nullable JsonNode get(String name) {
        known.add(name);
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private String asText(JsonNode value, String where) {
        if (!value.isString()) {
            throw refused("not-text", where);
        }
        String text = value.stringValue();
        boolean broken = text.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
        if (broken) {
            throw refused("half-character", where);
        }
        return text;
    }

    private <E extends Enum<E>> E constant(JsonNode value, String where, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (value.isString() && constant.name().equals(value.stringValue())) {
                return constant;
            }
        }
        String names = String.join(
                " ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
        throw refused("not-one-of", where, names);
    }
}
