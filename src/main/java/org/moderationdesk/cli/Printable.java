package org.moderationdesk.cli;

/**
 * Makes text under review harmless for a terminal: control, bidi and other invisible characters are written as their
 * code points, line breaks of our own stay.
 */
final class Printable {
    private Printable() {}

    static String words(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> append(out, point));
        return out.toString();
    }

    private static void append(StringBuilder out, int point) {
        if (point == '\n' || point == '\t') {
            out.appendCodePoint(point);
            return;
        }
        switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE ->
                out.append(String.format("<U+%04X>", point));
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> out.append(' ');
            default -> out.appendCodePoint(point);
        }
    }
}
