package org.moderationdesk.retention;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;

/** The answer to a request for access as text that a person reads. */
final class ReadableAnswer {
    private final Texts texts;
    private final StringBuilder out = new StringBuilder();

    ReadableAnswer(Texts texts) {
        this.texts = texts;
    }

    String of(Map<String, @Nullable Object> answer) {
        line(texts.get("retention.access.title"));
        line("");
        line(texts.get("retention.access.left-out"));
        line("");
        answer.forEach((name, value) -> put(name, value, 0));
        return out.toString();
    }

    private void put(String name, @Nullable Object value, int depth) {
        switch (value) {
            case null -> {
                // What is not known is not told.
            }
            case Map<?, ?> map
            when !map.isEmpty() -> {
                line(indent(depth) + word(name) + ":");
                map.forEach((key, one) -> put(String.valueOf(key), one, depth + 1));
            }
            case List<?> list
            when !list.isEmpty() -> {
                line(indent(depth) + word(name) + ":");
                for (int i = 0; i < list.size(); i++) {
                    put(Integer.toString(i + 1), list.get(i), depth + 1);
                }
            }
            case Map<?, ?> _, List<?> _ -> line(indent(depth) + word(name) + ": " + texts.get("retention.access.none"));
            default -> line(indent(depth) + word(name) + ": " + SafeText.line(String.valueOf(value)));
        }
    }

    /** The field in the person's language where the desk has a word for it, else its own name. */
    private String word(String name) {
        String key = "retention.access.field." + name;
        return texts.has(key) ? texts.get(key) : SafeText.line(name);
    }

    private static String indent(int depth) {
        return "    ".repeat(depth);
    }

    private void line(String words) {
        out.append(words).append('\n');
    }
}
