package org.moderationdesk.decisions;

import java.util.List;
import org.moderationdesk.base.Texts;
import org.moderationdesk.guidelines.BookWords;

/**
 * A sentence of the decisions bundle and what fills its places. Codes, names, times and lists stay what they are until
 * the sentence is said, so that it can be said in either language.
 *
 * @param arguments codes, constants of this room and of the book, instants, durations, texts, numbers, phrases, or
 *     lists of these
 */
public record Phrase(String key, List<Object> arguments) {
    public Phrase {
        arguments = List.copyOf(arguments);
    }

    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }

    /** A sentence that differs for one and for several; the number fills its first place. */
    static Phrase counted(String key, int number) {
        return of(key + (number == 1 ? ".one" : ".several"), number);
    }

    /** The sentence in the language of the texts; the book's own words in the language of the book's. */
    public String words(Texts texts, BookWords book) {
        return new Wording(texts, book).say(this);
    }
}
