package org.moderationdesk.base;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Canonical JSON after RFC 8785, for values made of maps with string keys, lists, strings, booleans, null, integers
 * below 2^53 and doubles. Keys are sorted by their UTF-16 code units. Equal values give equal text.
 */
public final class CanonicalJson {
    private static final long LARGEST = 1L << 53;

    private CanonicalJson() {}

    /**
     * Writes the value.
     *
     * @throws IllegalArgumentException for any other type, a number out of range, or a lone surrogate
     */
    public static String write(@Nullable Object value) {
        var out = new StringBuilder(256);
        append(out, value);
        return out.toString();
    }

    private static void append(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case String text -> appendString(out, text);
            case Boolean bool -> out.append(bool.booleanValue());
            case Integer number -> out.append(number.intValue());
            case Long number -> appendLong(out, number);
            case Double number -> out.append(EcmaNumber.format(number));
            case Map<?, ?> map -> appendMap(out, map);
            case List<?> list -> appendList(out, list);
            case Enum<?> constant -> appendString(out, constant.name());
            default -> throw new IllegalArgumentException("no canonical form for " + value.getClass());
        }
    }

    private static void appendLong(StringBuilder out, long number) {
        if (number >= LARGEST || number <= -LARGEST) {
            throw new IllegalArgumentException("integer beyond 2^53");
        }
        out.append(number);
    }

    private static void appendMap(StringBuilder out, Map<?, ?> map) {
        var sorted = new TreeMap<String, @Nullable Object>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        out.append('{');
        boolean first = true;
        for (var entry : sorted.entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            appendString(out, entry.getKey());
            out.append(':');
            append(out, entry.getValue());
        }
        out.append('}');
    }

    private static void appendList(StringBuilder out, List<?> list) {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            append(out, list.get(i));
        }
        out.append(']');
    }

    private static void appendString(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> appendPlain(out, text, i, c);
            }
        }
        out.append('"');
    }

    private static void appendPlain(StringBuilder out, String text, int at, char c) {
        if (c < 0x20) {
            out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
        } else if (isLoneSurrogate(text, at, c)) {
            throw new IllegalArgumentException("lone surrogate");
        } else {
            out.append(c);
        }
    }

    private static boolean isLoneSurrogate(String text, int at, char c) {
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
