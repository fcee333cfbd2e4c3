package org.moderationdesk.agreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.SectionCode;

/** Pairs of judgements to measure agreement on. */
final class Pairs {
    static final Instant TUESDAY = Instant.parse("2026-11-17T10:00:00Z");

    private Pairs() {}

    static BlindPair outcomes(int number, Outcome first, Outcome second) {
        return whole(number, "5.3", TUESDAY, first, second);
    }

    static BlindPair whole(int number, String section, Instant at, Outcome first, Outcome second) {
        return new BlindPair(
                "d-" + number,
                "V-" + number,
                at,
                new SectionCode(section),
                false,
                new BlindPair.Side("Noor", first, Map.of()),
                new BlindPair.Side("Milan", second, Map.of()));
    }

    static BlindPair answers(int number, String clause, Answer first, Answer second) {
        var code = new ClauseCode(clause);
        return new BlindPair(
                "d-" + number,
                "V-" + number,
                TUESDAY.plusSeconds(number),
                code.section(),
                false,
                new BlindPair.Side("Noor", Outcome.REMOVE, Map.of(code, first)),
                new BlindPair.Side("Milan", Outcome.REMOVE, Map.of(code, second)));
    }

    /** As many pairs of each kind as the table says: a row is what the first chose, a column the second. */
    static List<BlindPair> table(int[][] cells, Outcome... categories) {
        List<BlindPair> pairs = new ArrayList<>();
        for (int row = 0; row < cells.length; row++) {
            for (int column = 0; column < cells.length; column++) {
                for (int i = 0; i < cells[row][column]; i++) {
                    pairs.add(outcomes(pairs.size(), categories[row], categories[column]));
                }
            }
        }
        return pairs;
    }

    /** One line a person, one letter a thing, a dot where they did not judge it. */
    static List<Rating<Character>> ratings(String... lines) {
        return IntStream.range(0, lines.length)
                .boxed()
                .flatMap(person -> IntStream.range(0, lines[person].length())
                        .filter(unit -> lines[person].charAt(unit) != '.')
                        .mapToObj(unit -> new Rating<>("u" + unit, "p" + person, lines[person].charAt(unit))))
                .toList();
    }

    static List<Character> letters(String... lines) {
        return Arrays.stream(lines)
                .flatMapToInt(String::chars)
                .filter(letter -> letter != '.')
                .mapToObj(letter -> (char) letter)
                .distinct()
                .toList();
    }
}
