package org.moderationdesk.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The different words of one column of {@link DecisionFacts}, each under a code from 1 on; code 0 is no word. Codes are
 * given in the order in which the words come up, and stay. One thread adds, any may read.
 */
public final class FactWords {
    private static final int MOST = Character.MAX_VALUE;

    private final Map<String, Integer> codes = new HashMap<>();
    private volatile List<String> words = List.of("");

    FactWords() {}

    synchronized int code(@Nullable String word) {
        if (word == null) {
            return 0;
        }
        Integer known = codes.get(word);
        if (known != null) {
            return known;
        }
        int code = words.size();
        codes.put(word, code);
        List<String> more = new ArrayList<>(words);
        more.add(word);
        words = more;
        return code;
    }

    /** The code for a column of two bytes. */
    char narrow(@Nullable String word) {
        int code = code(word);
        if (code > MOST) {
            throw new IllegalStateException("more than " + MOST + " different words in a column");
        }
        return (char) code;
    }

    /** The word under a code; empty under 0. */
    public String word(int code) {
        return words.get(code);
    }

    /** One more than the highest code. */
    public int size() {
        return words.size();
    }
}
