package org.moderationdesk.items;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.LineRefused.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one JSON object into maps, lists, texts, Long, Double and Boolean, within limits on nesting, length and number
 * of its parts. A number that a double or an integer below 2^53 cannot hold is kept as its text, half a surrogate pair
 * becomes U+FFFD. Safe for any thread.
 */
final class JsonLine {
    /** Longest text, in bytes of UTF-8. */
    static final int LONGEST_TEXT = 1_000_000;

    private static final long LARGEST_WHOLE = 1L << 53;
    private static final int LONGEST_NUMBER = 1_000;

    private final int deepest;
    private final int longestText;
    private final JsonFactory factory;

    private JsonLine(int deepest, int longestText, long longestLine) {
        this.deepest = deepest;
        this.longestText = longestText;
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(deepest)
                        .maxStringLength(longestText)
                        .maxNameLength(longestText)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxDocumentLength(longestLine)
                        .maxTokenCount(longestLine)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /** For lines from outside. */
    static JsonLine hostile() {
        return new JsonLine(100, LONGEST_TEXT, DeskFormat.LONGEST_LINE);
    }

    /** For what the desk wrote itself: what came in may have grown by a level and by escapes. */
    static JsonLine ours() {
        return new JsonLine(110, 2 * LONGEST_TEXT, Integer.MAX_VALUE);
    }

    /** @throws LineRefused when it is not one JSON object within the limits */
    Map<String, Object> read(byte[] utf8) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), utf8)) {
            return readObject(parser);
        } catch (StreamConstraintsException beyond) {
            throw new LineRefused(beyondLimit(utf8));
        } catch (JacksonException broken) {
            boolean twice = String.valueOf(broken.getOriginalMessage()).startsWith("Duplicate");
            throw new LineRefused(twice ? Reason.NAME_TWICE : Reason.NOT_JSON);
        }
    }

    private Map<String, Object> readObject(JsonParser parser) {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            if (first == JsonToken.START_ARRAY) {
                parser.skipChildren();
            }
            throw new LineRefused(parser.nextToken() == null && first != null ? Reason.NOT_AN_OBJECT : Reason.NOT_JSON);
        }
        Map<String, Object> read = object(parser);
        if (parser.nextToken() != null) {
            throw new LineRefused(Reason.NOT_JSON);
        }
        return read;
    }

    /** Which limit it was: the parser's own words differ from release to release. */
    private Reason beyondLimit(byte[] utf8) {
        int depth = 0;
        boolean inText = false;
        int textFrom = 0;
        for (int i = 0; i < utf8.length; i++) {
            byte b = utf8[i];
            if (inText) {
                if (b == '\\') {
                    i++;
                } else if (b == '"') {
                    inText = false;
                } else if (i - textFrom > longestText) {
                    return Reason.TEXT_TOO_LONG;
                }
            } else if (b == '"') {
                inText = true;
                textFrom = i;
            } else if (b == '{' || b == '[') {
                depth++;
                if (depth > deepest) {
                    return Reason.TOO_DEEP;
                }
            } else if (b == '}' || b == ']') {
                depth--;
            }
        }
        return Reason.NOT_JSON;
    }

    private Map<String, Object> object(JsonParser parser) {
        var fields = new LinkedHashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = checked(parser.currentName());
            parser.nextToken();
            Object value = value(parser);
            if (value != null) {
                fields.put(name, value);
            }
        }
        return fields;
    }

    private List<Object> list(JsonParser parser) {
        var values = new ArrayList<Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Object value = value(parser);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> checked(parser.getString());
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> fraction(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case null, default -> throw new LineRefused(Reason.NOT_JSON);
        };
    }

    private static Object whole(JsonParser parser) {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            return parser.getString();
        }
        long number = parser.getLongValue();
        return number > -LARGEST_WHOLE && number < LARGEST_WHOLE ? (Object) number : parser.getString();
    }

    private static Object fraction(JsonParser parser) {
        double number = parser.getDoubleValue();
        // Beyond 2^53 a double would be written as a whole number, which is read as text.
        if (Math.abs(number) >= LARGEST_WHOLE) {
            return parser.getString();
        }
        return Math.rint(number) == number ? (Object) (long) number : (Object) number;
    }

    private String checked(String text) {
        // No character takes more than three bytes for each of its UTF-16 units.
        if (text.length() > longestText / 3 && bytes(text) > longestText) {
            throw new LineRefused(Reason.TEXT_TOO_LONG);
        }
        return hasLoneSurrogate(text) ? mended(text) : text;
    }

    private static long bytes(String text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private static String mended(String text) {
        var whole = new StringBuilder(text.length());
        text.codePoints().forEach(point -> whole.appendCodePoint(isHalf(point) ? 0xFFFD : point));
        return whole.toString();
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
