package org.moderationdesk.queue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.Author;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemKind;

/**
 * The first words of an item on one line, without anything that could turn, hide or pile up the text around it:
 * controls, format characters (bidi among them), unassigned and private code points, and more than two combining marks
 * in a row.
 */
final class Excerpt {
    private static final int LONGEST = 160;
    private static final int MOST_MARKS = 2;
    /** Far more than is shown, so that a text of a megabyte is not walked. */
    private static final int LOOKED_AT = 2_000;

    private Excerpt() {}

    static String of(Item item) {
        for (String text : words(item)) {
            String line = line(text);
            if (!line.isEmpty()) {
                return line;
            }
        }
        return "";
    }

    private static List<String> words(Item item) {
        List<String> words = new ArrayList<>();
        add(words, item.text());
        item.transcript().stream().limit(1).forEach(spoken -> words.add(spoken.text()));
        item.onScreenText().stream().limit(1).forEach(shown -> words.add(shown.text()));
        Author author = item.author();
        if (author != null && item.kind() == ItemKind.ACCOUNT) {
            add(words, author.bio());
            add(words, author.displayName());
            add(words, author.handle());
        }
        return words;
    }

    private static void add(List<String> words, @Nullable String text) {
        if (text != null) {
            words.add(text);
        }
    }

    static String line(String text) {
        var line = new StringBuilder(LONGEST);
        int shown = 0;
        int marks = 0;
        int end = Math.min(text.length(), LOOKED_AT);
        for (int at = 0; at < end && shown < LONGEST; ) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            int type = Character.getType(point);
            marks = isMark(type) ? marks + 1 : 0;
            if (Character.isWhitespace(point) || Character.isSpaceChar(point) || type == Character.CONTROL) {
                if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                    shown++;
                }
            } else if (isSafe(type) && marks <= MOST_MARKS) {
                line.appendCodePoint(point);
                shown++;
            }
        }
        return line.toString().strip();
    }

    private static boolean isMark(int type) {
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isSafe(int type) {
        return type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.PRIVATE_USE
                && type != Character.UNASSIGNED;
    }
}
