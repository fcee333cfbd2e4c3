package org.moderationdesk.search;

import java.util.ArrayList;
import java.util.List;
import org.moderationdesk.search.TextAnswer.Why;

/** What somebody typed, in parts, all of which a decision must have. */
record Typed(List<Part> parts) {
    static final int MOST_PARTS = 20;
    static final int LONGEST = 1_000;

    private static final int SHORTEST_BEGINNING = 2;
    private static final String QUOTES = "\"\u201C\u201D\u201E\u201F\u00AB\u00BB";

    Typed {
        parts = List.copyOf(parts);
    }

    /** One thing to be found; words are folded as {@link FoldedWords} does. */
    sealed interface Part {
        record Word(String word) implements Part {}

        /** Words that follow one another. */
        record Phrase(List<String> words) implements Part {
            public Phrase {
                words = List.copyOf(words);
            }
        }

        /** How a word begins. */
        record Beginning(String letters) implements Part {}

        /** The handle of the item's account, as it is written. */
        record Handle(String name) implements Part {}
    }

    static Typed read(String given) throws UnclearWords {
        if (given.length() > LONGEST) {
            throw new UnclearWords(Why.TOO_LONG);
        }
        List<Part> parts = new ArrayList<>();
        var word = new StringBuilder();
        for (int i = 0; i < given.length(); i++) {
            char c = given.charAt(i);
            if (isQuote(c)) {
                take(word, parts);
                int end = closing(given, i + 1);
                phrase(FoldedWords.of(given.substring(i + 1, end)), parts);
                i = end;
            } else if (Character.isWhitespace(c)) {
                take(word, parts);
            } else {
                word.append(c);
            }
        }
        take(word, parts);
        if (parts.isEmpty()) {
            throw new UnclearWords(Why.NO_WORDS);
        }
        if (parts.size() > MOST_PARTS) {
            throw new UnclearWords(Why.TOO_LONG);
        }
        return new Typed(parts);
    }

    /** The handles among the parts. */
    List<String> handles() {
        return parts.stream()
                .filter(Part.Handle.class::isInstance)
                .map(part -> ((Part.Handle) part).name())
                .toList();
    }

    private static boolean isQuote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }

    private static int closing(String given, int from) throws UnclearWords {
        for (int i = from; i < given.length(); i++) {
            if (isQuote(given.charAt(i))) {
                return i;
            }
        }
        throw new UnclearWords(Why.OPEN_PHRASE);
    }

    private static void take(StringBuilder gathered, List<Part> parts) throws UnclearWords {
        String word = gathered.toString();
        gathered.setLength(0);
        if (word.length() > 1 && word.charAt(0) == '@') {
            parts.add(new Part.Handle(word.substring(1)));
            return;
        }
        List<String> folded = FoldedWords.of(word);
        if (folded.isEmpty()) {
            return;
        }
        if (!word.endsWith("*")) {
            phrase(folded, parts);
            return;
        }
        String beginning = folded.getLast();
        if (beginning.codePointCount(0, beginning.length()) < SHORTEST_BEGINNING) {
            throw new UnclearWords(Why.SHORT_BEGINNING);
        }
        phrase(folded.subList(0, folded.size() - 1), parts);
        parts.add(new Part.Beginning(beginning));
    }

    private static void phrase(List<String> folded, List<Part> parts) {
        switch (folded.size()) {
            case 0 -> {}
            case 1 -> parts.add(new Part.Word(folded.getFirst()));
            default -> parts.add(new Part.Phrase(folded));
        }
    }
}
