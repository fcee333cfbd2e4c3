package org.moderationdesk.items.view;

import java.util.List;
import java.util.Optional;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.items.Item;

/** Says which mark is meant, and the words that were marked. */
public final class EvidenceWords {
    private static final int LONGEST = 160;

    private EvidenceWords() {}

    /** The name by which a mark is called: E1, E2 and so on, in the order of marking. */
    public static String name(int index) {
        return "E" + (index + 1);
    }

    /** The marked words of a text between quotation marks; empty for what is no text. Not for what is sealed. */
    public static String said(Item item, EvidenceMark mark) {
        return mark instanceof EvidenceMark.InText in
                ? text(item, in)
                        .map(text -> "\u201c" + SafeLine.of(cut(text, in.from(), in.to()), LONGEST) + "\u201d")
                        .orElse("")
                : "";
    }

    private static Optional<String> text(Item item, EvidenceMark.InText in) {
        return switch (in.in()) {
            case TEXT -> Optional.ofNullable(item.text());
            case BIO -> Optional.ofNullable(item.author()).flatMap(author -> Optional.ofNullable(author.bio()));
            case TRANSCRIPT -> at(item.transcript(), in.index()).map(line -> line.text());
            case ON_SCREEN -> at(item.onScreenText(), in.index()).map(line -> line.text());
            case THREAD -> at(item.thread(), in.index()).map(comment -> comment.text());
        };
    }

    private static <T> Optional<T> at(List<T> list, int index) {
        return index >= 0 && index < list.size() ? Optional.of(list.get(index)) : Optional.empty();
    }

    /** The words between two code points, as far as the text goes. */
    static String cut(String text, int from, int to) {
        int points = text.codePointCount(0, text.length());
        int start = text.offsetByCodePoints(0, Math.clamp(from, 0, points));
        int most = Math.min(to, from + LONGEST + 1);
        int end = text.offsetByCodePoints(0, Math.clamp(most, Math.clamp(from, 0, points), points));
        return text.substring(start, end);
    }
}
