package org.moderationdesk.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of an entry in the one form that {@link EntryBody} writes, without a tree: {@code verify} reads many
 * thousand a second.
 */
final class BodyScanner {
    private static final int DIGEST = 64;

    private final byte[] body;
    private int at;

    private BodyScanner(byte[] body) {
        this.body = body;
    }

    /**
     * Reads the body.
     *
     * @throws IllegalArgumentException where it has another form
     */
    static Scanned scan(byte[] body) {
        try {
            return new BodyScanner(body).whole();
        } catch (IndexOutOfBoundsException short_) {
            throw new IllegalArgumentException("the body ends too early", short_);
        }
    }

    private Scanned whole() {
        skip("{\"at\":");
        long time = number();
        skip(",\"by\":");
        String by = text();
        skip(",\"case\":");
        Long caseId = isNull() ? null : number();
        skip(",\"facts\":");
        skipObject();
        skip(",\"item\":");
        String item = isNull() ? null : text();
        skip(",\"kind\":");
        String kind = text();
        var rows = new ArrayList<Told>();
        skip(",\"personal\":[");
        personal(rows);
        skip(",\"rows\":[");
        rows(rows);
        skip(",\"seq\":");
        long seq = number();
        skip("}");
        if (at != body.length) {
            throw new IllegalArgumentException("the body goes on behind its end");
        }
        return new Scanned(time, by, caseId, item, kind, seq, rows);
    }

    private void personal(List<Told> rows) {
        while (body[at] != ']') {
            skip("[");
            String id = text();
            skip(",");
            rows.add(new Told(PersonalTexts.TABLE, id, digest(), 0));
            skip("]");
            comma();
        }
        at++;
    }

    private void rows(List<Told> rows) {
        while (body[at] != ']') {
            skip("[");
            String table = text();
            skip(",");
            String key = text();
            skip(",");
            byte[] digest = isNull() ? null : digest();
            skip(",");
            long was = isNull() ? 0 : number();
            skip("]");
            comma();
            rows.add(new Told(table, key, digest, was));
        }
        at++;
    }

    private void comma() {
        if (body[at] == ',') {
            at++;
        }
    }

    private void skip(String expected) {
        for (int i = 0; i < expected.length(); i++) {
            if (body[at++] != expected.charAt(i)) {
                throw new IllegalArgumentException("expected " + expected);
            }
        }
    }

    private boolean isNull() {
        if (body[at] != 'n') {
            return false;
        }
        skip("null");
        return true;
    }

    private long number() {
        boolean negative = body[at] == '-';
        if (negative) {
            at++;
        }
        int start = at;
        long number = 0;
        while (body[at] >= '0' && body[at] <= '9') {
            number = number * 10 + (body[at++] - '0');
        }
        if (at == start || at - start > 18) {
            throw new IllegalArgumentException("expected a number");
        }
        return negative ? -number : number;
    }

    private byte[] digest() {
        skip("\"");
        byte[] digest = new byte[DIGEST];
        System.arraycopy(body, at, digest, 0, DIGEST);
        at += DIGEST;
        skip("\"");
        return digest;
    }

    private String text() {
        skip("\"");
        int start = at;
        boolean escaped = false;
        while (body[at] != '"') {
            escaped |= body[at] == '\\';
            at += body[at] == '\\' ? 2 : 1;
        }
        var text = new String(body, start, at - start, StandardCharsets.UTF_8);
        at++;
        return escaped ? unescaped(text) : text;
    }

    private static String unescaped(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            char escape = text.charAt(++i);
            switch (escape) {
                case '"', '\\' -> plain.append(escape);
                case 'b' -> plain.append('\b');
                case 'f' -> plain.append('\f');
                case 'n' -> plain.append('\n');
                case 'r' -> plain.append('\r');
                case 't' -> plain.append('\t');
                case 'u' -> {
                    plain.append((char) Integer.parseInt(text, i + 1, i + 5, 16));
                    i += 4;
                }
                default -> throw new IllegalArgumentException("no such escape");
            }
        }
        return plain.toString();
    }

    private void skipObject() {
        if (body[at] != '{') {
            throw new IllegalArgumentException("expected an object");
        }
        int depth = 0;
        do {
            switch (body[at]) {
                case '{' -> depth++;
                case '}' -> depth--;
                case '"' -> skipText();
                default -> {
                    // What stands between is of no matter here.
                }
            }
            at++;
        } while (depth > 0);
    }

    /** To its closing quotation mark. */
    private void skipText() {
        at++;
        while (body[at] != '"') {
            at += body[at] == '\\' ? 2 : 1;
        }
    }

    /** What a body says. */
    record Scanned(
            long at,
            String by,
            @Nullable Long caseId,
            @Nullable String itemId,
            String kind,
            long seq,
            List<Told> rows) {}
}
