package org.moderationdesk.calibration;

import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Language;

/**
 * Why something is right, in the language of who wrote it, and in a second one if they gave it.
 *
 * @param words empty where they were erased
 */
public record Reason(
        Language language,
        String words,
        @Nullable Language secondLanguage,
        @Nullable String secondWords) {
    /** What a reason holds in each language, in characters. */
    public static final int SHORTEST = 10;

    public static final int LONGEST = 2_000;

    public Reason {
        words = words.strip();
        secondWords = secondWords == null || secondWords.isBlank() ? null : secondWords.strip();
        secondLanguage = secondWords == null ? null : secondLanguage;
        if (secondWords != null && (secondLanguage == null || secondLanguage == language)) {
            throw new IllegalArgumentException("a second reason is in a second language");
        }
    }

    public static Reason in(Language language, String words) {
        return new Reason(language, words, null, null);
    }

    /** In this language where there is one, else as it was written. */
    public String in(Language wanted) {
        return secondWords != null && wanted == secondLanguage ? secondWords : words;
    }

    boolean isLongEnough() {
        return fits(words) && (secondWords == null || fits(secondWords));
    }

    private static boolean fits(String text) {
        return text.length() >= SHORTEST && text.length() <= LONGEST;
    }
}
