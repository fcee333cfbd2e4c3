package org.moderationdesk.practice;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.base.Language;
import org.moderationdesk.practice.PracticeRefused.Why;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the parts that several forms of this room have. What is of another form is refused with its place. */
final class Json {
    /** Longest line, in characters: what one column of the store holds. */
    static final int LONGEST = 1_000_000;

    private static final TypeReference<TreeMap<String, Object>> OBJECT = new TypeReference<>() {};
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxStringLength(LONGEST)
                            .maxDocumentLength(8L * LONGEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private Json() {}

    /** @param place what is read, for whoever wrote it */
    static JsonNode object(String json, String place) {
        try {
            JsonNode read = MAPPER.readTree(json);
            if (!read.isObject()) {
                throw format(place);
            }
            return read;
        } catch (JacksonException broken) {
            throw format(place);
        }
    }

    static Map<String, Object> map(String json) {
        return MAPPER.readValue(json, OBJECT);
    }

    static Map<String, Object> map(JsonNode node) {
        return MAPPER.treeToValue(node, OBJECT);
    }

    static String text(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    static String kept(Object value, Object about) {
        String json = CanonicalJson.write(value);
        if (json.length() > LONGEST) {
            throw new PracticeRefused(Why.TOO_LONG, about);
        }
        return json;
    }

    static PracticeRefused format(String place) {
        return new PracticeRefused(Why.FORMAT, place);
    }

    static void only(JsonNode node, String place, Set<String> known) {
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw format(place + "." + name);
            }
        }
    }

    /** A text, which is told in no language in particular, or an object by language; absent is nothing. */
    static Told told(JsonNode node, String name, String place) {
        JsonNode given = node.path(name);
        if (given.isMissingNode() || given.isNull()) {
            return Told.nothing();
        }
        if (given.isString()) {
            return Told.in(Language.EN, given.asString());
        }
        if (!given.isObject()) {
            throw format(place + "." + name);
        }
        var words = new TreeMap<Language, String>();
        given.forEachEntry((tag, text) -> words.put(
                Language.tagged(tag).orElseThrow(() -> format(place + "." + name + "." + tag)), text.asString("")));
        return new Told(words);
    }

    static Map<String, Object> map(Told told) {
        var map = new TreeMap<String, Object>();
        told.words().forEach((language, words) -> map.put(language.tag(), words));
        return map;
    }

    static String write(Told told) {
        return CanonicalJson.write(map(told));
    }

    static Told told(String json) {
        return told(object("{\"told\":" + json + "}", "told"), "told", "told");
    }

    static int number(JsonNode node, String name, String place, int absent) {
        JsonNode given = node.path(name);
        if (given.isMissingNode() || given.isNull()) {
            return absent;
        }
        if (!given.isInt()) {
            throw format(place + "." + name);
        }
        return given.asInt();
    }

    static boolean truth(JsonNode node, String name, String place, boolean absent) {
        JsonNode given = node.path(name);
        if (given.isMissingNode()) {
            return absent;
        }
        if (!given.isBoolean()) {
            throw format(place + "." + name);
        }
        return given.asBoolean();
    }

    static @Nullable String string(JsonNode node, String name, String place) {
        JsonNode given = node.path(name);
        if (given.isMissingNode() || given.isNull()) {
            return null;
        }
        if (!given.isString()) {
            throw format(place + "." + name);
        }
        return given.asString();
    }

    static <E extends Enum<E>> E constant(Class<E> type, JsonNode given, String place) {
        return EnumSet.allOf(type).stream()
                .filter(one -> one.name().equals(given.asString("")))
                .findFirst()
                .orElseThrow(() -> format(place));
    }

    static List<JsonNode> list(JsonNode node, String name, String place) {
        JsonNode given = node.path(name);
        if (given.isMissingNode() || given.isNull()) {
            return List.of();
        }
        if (!given.isArray()) {
            throw format(place + "." + name);
        }
        List<JsonNode> all = new ArrayList<>();
        given.forEach(all::add);
        return all;
    }
}
