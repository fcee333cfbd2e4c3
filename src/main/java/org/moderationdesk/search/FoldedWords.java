package org.moderationdesk.search;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The words of a text as they are searched: without case, accents and what is hidden between the letters, so that
 * {@code Café}, {@code CAFE} and a word with zero-width spaces in it are found by {@code cafe}. On PostgreSQL the function
 * {@code desk_folded} does the same.
 */
final class FoldedWords {
    /** Of a longer word only so many characters count. */
    static final int LONGEST_WORD = 60;
    /** Of a longer text only so many characters are searched. */
    static final int LONGEST_TEXT = 100_000;

    private static final Map<Integer, String> PLAIN_LETTERS =
            Map.of(0xF8, "o", 0x142, "l", 0x111, "d", 0x131, "i", 0xE6, "ae", 0x153, "oe", 0xDF, "ss");

    private FoldedWords() {}

    /** Its words, in their order. */
    static List<String> of(String text) {
        String start = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        String apart = Normalizer2.getNFKDInstance().normalize(start);
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        for (int i = 0; i < apart.length(); ) {
            int given = apart.codePointAt(i);
            i += Character.charCount(given);
            if (isPassedOver(given)) {
                continue;
            }
            if (!isOfWord(given)) {
                end(word, words);
            } else if (word.codePointCount(0, word.length()) < LONGEST_WORD) {
                int folded = UCharacter.foldCase(given, true);
                word.append(PLAIN_LETTERS.getOrDefault(folded, Character.toString(folded)));
            }
        }
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isOfWord(int point) {
        return Character.isLetterOrDigit(point) || Character.getType(point) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isPassedOver(int point) {
        if (point < 0x80) {
            return false;
        }
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                || UCharacter.hasBinaryProperty(point, UProperty.BIDI_CONTROL);
    }
}
