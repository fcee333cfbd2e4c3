package org.moderationdesk.practice;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.moderationdesk.base.Language;

/** What a trainer says, in one language of the desk or in both; nothing at all is allowed too. */
public record Told(SortedMap<Language, String> words) {
    public Told {
        words = new TreeMap<>(words);
        words.values().removeIf(String::isBlank);
    }

    public static Told nothing() {
        return new Told(new TreeMap<>());
    }

    public static Told in(Language language, String words) {
        return new Told(new TreeMap<>(Map.of(language, words)));
    }

    public static Told both(String english, String dutch) {
        return new Told(new TreeMap<>(Map.of(Language.EN, english, Language.NL, dutch)));
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** In this language, else in the other, else an empty text. */
    public String in(Language language) {
        return Optional.ofNullable(words.get(language))
                .or(() -> words.values().stream().findFirst())
                .orElse("");
    }
}
