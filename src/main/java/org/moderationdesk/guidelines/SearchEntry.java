package org.moderationdesk.guidelines;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** One thing that can be found: by its code, by its own text, or more weakly by what stands around it. */
record SearchEntry(BookSearch.Hit hit, String code, String own, String around) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int NONE = 0;

    static SearchEntry of(String code, String title, String own, String around, String excerpt) {
        return new SearchEntry(new BookSearch.Hit(code, title, excerpt), fold(code), fold(own), fold(around));
    }

    /** Lower case and without diacritics. */
    static String fold(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /** How well a folded word fits; 0 where it does not. */
    int fit(String word) {
        int byCode = fitOfCode(word);
        if (byCode > NONE) {
            return byCode;
        }
        int byOwn = fitOfText(own, word, 40, 20);
        return byOwn > NONE ? byOwn : fitOfText(around, word, 8, 3);
    }

    private int fitOfCode(String word) {
        if (code.equals(word)) {
            return 200;
        }
        String stem = word.endsWith(".") ? word : word + ".";
        if (code.startsWith(stem)) {
            return 100;
        }
        boolean partOfClause = code.length() == word.length() + 1
                && code.startsWith(word)
                && Character.isLetter(code.charAt(word.length()));
        return partOfClause && Character.isDigit(code.charAt(0)) ? 150 : NONE;
    }

    private static int fitOfText(String text, String word, int atWordStart, int inside) {
        int found = text.indexOf(word);
        int best = NONE;
        while (found >= 0) {
            if (found == 0 || !Character.isLetterOrDigit(text.charAt(found - 1))) {
                return atWordStart;
            }
            best = inside;
            found = text.indexOf(word, found + 1);
        }
        return best;
    }
}
