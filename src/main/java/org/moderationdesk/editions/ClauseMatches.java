package org.moderationdesk.editions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.moderationdesk.base.Language;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.Clause;
import org.moderationdesk.guidelines.ClauseCode;

/**
 * Which clause of a later edition is which of an earlier one. The same words make the same clause, wherever it stands;
 * of the rest, the same code does; and of what is still left, words that are nearly the same in the same chapter.
 */
final class ClauseMatches {
    /** The share of words, in each language, from which a clause that has another code counts as the same. */
    private static final double NEARLY = 0.65;

    private final Book earlier;
    private final Book later;
    private final SequencedSet<ClauseCode> old;
    private final SequencedSet<ClauseCode> now;
    private final Map<ClauseCode, ClauseCode> found = new HashMap<>();

    ClauseMatches(Book earlier, Book later) {
        this.earlier = earlier;
        this.later = later;
        this.old = codes(earlier);
        this.now = codes(later);
        sameCode(true);
        sameWords();
        sameCode(false);
        nearlyTheSame();
    }

    /** Every clause and part, in book order. */
    static SequencedSet<ClauseCode> codes(Book book) {
        var codes = new LinkedHashSet<ClauseCode>();
        book.sections().forEach(section -> section.clauses().forEach(clause -> {
            codes.add(clause.code());
            clause.parts().stream().map(Clause::code).forEach(codes::add);
        }));
        return codes;
    }

    /** What the clause of the later edition was in the earlier one; empty for a new one. */
    Optional<ClauseCode> was(ClauseCode code) {
        return Optional.ofNullable(found.get(code));
    }

    /** Clauses of the earlier edition that are no more. */
    List<ClauseCode> gone() {
        return List.copyOf(old);
    }

    private void sameCode(boolean onlyWithTheSameWords) {
        for (ClauseCode code : List.copyOf(now)) {
            if (old.contains(code) && (!onlyWithTheSameWords || isSame(code, code))) {
                match(code, code);
            }
        }
    }

    private void sameWords() {
        for (ClauseCode code : List.copyOf(now)) {
            old.stream()
                    .filter(was -> isSame(was, code))
                    .min(Comparator.comparing((ClauseCode was) -> !was.section().equals(code.section()))
                            .thenComparing(was ->
                                    was.section().chapter() != code.section().chapter()))
                    .ifPresent(was -> match(was, code));
        }
    }

    private void nearlyTheSame() {
        record Pair(ClauseCode was, ClauseCode code, double likeness) {}
        var pairs = new ArrayList<Pair>();
        for (ClauseCode code : now) {
            for (ClauseCode was : old) {
                double likeness = likeness(was, code);
                if (was.section().chapter() == code.section().chapter() && likeness >= NEARLY) {
                    pairs.add(new Pair(was, code, likeness));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed());
        for (Pair pair : pairs) {
            if (old.contains(pair.was()) && now.contains(pair.code())) {
                match(pair.was(), pair.code());
            }
        }
    }

    private void match(ClauseCode was, ClauseCode code) {
        found.put(code, was);
        old.remove(was);
        now.remove(code);
    }

    private boolean isSame(ClauseCode was, ClauseCode code) {
        for (Language language : Language.values()) {
            if (!earlier.words(language).text(was).equals(later.words(language).text(code))) {
                return false;
            }
        }
        return true;
    }

    private double likeness(ClauseCode was, ClauseCode code) {
        double least = 1;
        for (Language language : Language.values()) {
            least = Math.min(
                    least,
                    WordPiece.likeness(
                            earlier.words(language).text(was),
                            later.words(language).text(code)));
        }
        return least;
    }
}
