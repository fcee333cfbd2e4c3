package org.moderationdesk.editions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Language;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookWords;

/** Gathers what of one thing reads otherwise; what reads the same is left out. */
final class Parts {
    private final Book earlier;
    private final Book later;
    private final List<Part> parts = new ArrayList<>();

    Parts(Book earlier, Book later) {
        this.earlier = earlier;
        this.later = later;
    }

    /** Words, in every language. */
    Parts words(Part.Of of, Function<BookWords, String> before, Function<BookWords, String> after) {
        for (Language language : Language.values()) {
            add(of, language, before.apply(earlier.words(language)), after.apply(later.words(language)));
        }
        return this;
    }

    /** Several texts, one a line. */
    Parts lines(Part.Of of, Function<BookWords, List<String>> before, Function<BookWords, List<String>> after) {
        return words(
                of, words -> String.join("\n", before.apply(words)), words -> String.join("\n", after.apply(words)));
    }

    Parts fact(Part.Of of, Object before, Object after) {
        add(of, null, before.toString(), after.toString());
        return this;
    }

    Parts codes(Part.Of of, Collection<?> before, Collection<?> after) {
        add(of, null, joined(before), joined(after));
        return this;
    }

    List<Part> all() {
        return List.copyOf(parts);
    }

    private void add(Part.Of of, @Nullable Language language, String before, String after) {
        if (!before.equals(after)) {
            parts.add(new Part(of, language, before, after));
        }
    }

    /** In one order, whatever the file's. */
    private static String joined(Collection<?> codes) {
        return codes.stream().map(Object::toString).sorted().collect(Collectors.joining(" "));
    }
}
