package org.moderationdesk.queue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.Author;
import org.moderationdesk.items.HostileText;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemKind;

/** The first words of an item on one line, safe to show in a list; sized to its column. */
final class Excerpt {
    /** Code points: twice as many UTF-16 units at most. */
    private static final int LONGEST = 100;
    /** Far more than is shown, so that a text of a megabyte is not walked. */
    private static final int LOOKED_AT = 2_000;

    private Excerpt() {}

    static String of(Item item) {
        for (String text : words(item)) {
            String line = HostileText.firstWords(text.substring(0, Math.min(LOOKED_AT, text.length())), LONGEST);
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
}
