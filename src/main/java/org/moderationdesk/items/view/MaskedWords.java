package org.moderationdesk.items.view;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.CaseReport;
import org.moderationdesk.items.ItemFile;

/**
 * Words that are shown as dots until they are asked for. The desk has no list of bad words: what is masked are the words
 * that reports and scores of this item name themselves, in a reason, a note or a list of terms.
 */
final class MaskedWords {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]{4,}");
    private static final char DOT = '\u2022';
    private static final String TERMS = "terms";

    private final Set<String> words;

    private MaskedWords(Set<String> words) {
        this.words = Set.copyOf(words);
    }

    static MaskedWords of(ItemFile file) {
        var found = new HashSet<String>();
        for (CaseReport one : file.reports()) {
            add(found, one.report().reason());
            add(found, one.report().note());
            addTerms(found, one.report().extra());
        }
        file.item().signals().forEach(signal -> addTerms(found, signal.extra()));
        return new MaskedWords(found);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    private static void addTerms(Set<String> found, Map<String, Object> extra) {
        if (extra.get(TERMS) instanceof List<?> terms) {
            terms.forEach(term -> add(found, String.valueOf(term)));
        }
    }

    private static void add(Set<String> found, @Nullable String text) {
        if (text != null) {
            Matcher word = WORD.matcher(text);
            while (word.find()) {
                found.add(word.group().toLowerCase(Locale.ROOT));
            }
        }
    }

    /** The same piece with its masked words as dots; the same piece where there are none in it. */
    TextPiece mask(TextPiece piece) {
        List<ShownRun> runs = piece.runs().stream()
                .map(run -> run.kind() == ShownRun.Kind.WORDS
                        ? new ShownRun(run.kind(), run.from(), run.to(), mask(run.shown()))
                        : run)
                .toList();
        return runs.equals(piece.runs()) ? piece : new TextPiece(piece.from(), piece.to(), runs);
    }

    private String mask(String shown) {
        var masked = new StringBuilder(shown);
        Matcher word = WORD.matcher(shown);
        while (word.find()) {
            if (words.contains(word.group().toLowerCase(Locale.ROOT))) {
                for (int i = word.start(); i < word.end(); i++) {
                    masked.setCharAt(i, DOT);
                }
            }
        }
        return masked.toString();
    }
}
