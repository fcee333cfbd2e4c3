package org.moderationdesk.agreement;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.guidelines.ClauseCode;

/** Measures agreement. Holds nothing; slow over many pairs (some 50 ms for 10,000), so not for the JavaFX thread. */
public final class Agreements {
    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());
    private static final List<Answer> ANSWERS = List.of(Answer.values());

    private final Resampling resampling;

    public Agreements(AgreementRules rules) {
        this.resampling = new Resampling(rules);
    }

    /** On the outcome, over all of them. */
    public Agreement<Outcome> outcomes(List<BlindPair> pairs) {
        return table(pairs).agreement(resampling);
    }

    /** On each outcome against all others together: chosen or not. */
    public Map<Outcome, Agreement<Boolean>> byOutcome(List<BlindPair> pairs) {
        Map<Outcome, Agreement<Boolean>> all = new EnumMap<>(Outcome.class);
        for (Outcome outcome : OUTCOMES) {
            all.put(
                    outcome,
                    PairTable.of(
                                    pairs,
                                    List.of(true, false),
                                    pair -> pair.first().outcome() == outcome,
                                    pair -> pair.second().outcome() == outcome)
                            .agreement(resampling));
        }
        return all;
    }

    /** Of each two people who judged the same, by name; which of them was first does not matter. */
    public List<ReviewerPair> byReviewers(List<BlindPair> pairs) {
        Map<String, Map<String, List<BlindPair>>> groups = new TreeMap<>();
        for (BlindPair pair : pairs) {
            boolean inOrder = pair.first().reviewer().compareTo(pair.second().reviewer()) < 0;
            BlindPair ordered = inOrder ? pair : pair.turned();
            groups.computeIfAbsent(ordered.first().reviewer(), _ -> new TreeMap<>())
                    .computeIfAbsent(ordered.second().reviewer(), _ -> new ArrayList<>())
                    .add(ordered);
        }
        List<ReviewerPair> all = new ArrayList<>();
        groups.forEach((one, others) -> others.forEach((other, theirs) ->
                all.add(new ReviewerPair(one, other, table(theirs).agreement(resampling)))));
        return all;
    }

    /**
     * Clauses that two people read differently, the least clear first: by the part of pairs that surely differs, then by
     * how many differ. Clauses with too few pairs come last; those without a dispute are left out.
     */
    public List<ClauseAgreement> unclear(List<BlindPair> pairs) {
        return leastClear(byClause(pairs));
    }

    /** The same ranking of what is measured already. */
    public static List<ClauseAgreement> leastClear(List<ClauseAgreement> clauses) {
        return clauses.stream()
                .filter(clause -> !clause.disputed().isEmpty())
                .sorted(Comparator.comparingDouble(ClauseAgreement::surelyDiffers)
                        .thenComparingInt(clause -> clause.agreement().differing())
                        .reversed()
                        .thenComparing(ClauseAgreement::clause))
                .toList();
    }

    /** On the answer to each clause that both answered in some pair, in the order of the book. */
    public List<ClauseAgreement> byClause(List<BlindPair> pairs) {
        Map<ClauseCode, List<BlindPair>> groups = new TreeMap<>();
        for (BlindPair pair : pairs) {
            for (ClauseCode clause : pair.first().answers().keySet()) {
                if (pair.second().answers().containsKey(clause)) {
                    groups.computeIfAbsent(clause, _ -> new ArrayList<>()).add(pair);
                }
            }
        }
        return groups.entrySet().stream()
                .map(group -> {
                    ClauseCode clause = group.getKey();
                    var table = PairTable.of(
                            group.getValue(),
                            ANSWERS,
                            pair -> answer(pair.first(), clause),
                            pair -> answer(pair.second(), clause));
                    return new ClauseAgreement(clause, table.agreement(resampling), disputed(group.getValue(), clause));
                })
                .toList();
    }

    /** Krippendorff's alpha of many people with gaps: whoever did not judge something is simply absent there. */
    public <C> Figure alpha(Collection<Rating<C>> ratings, List<C> categories) {
        return UnitTable.of(ratings, categories).figure(resampling);
    }

    /** The judgements in these pairs, as {@link #alpha} takes them: what was judged twice in several pairs is one unit. */
    public static List<Rating<Outcome>> ratings(List<BlindPair> pairs) {
        return pairs.stream()
                .flatMap(pair -> Stream.of(pair.first(), pair.second())
                        .map(side -> new Rating<>(pair.decision(), side.reviewer(), side.outcome())))
                .toList();
    }

    /**
     * Kappa by chapter and week.
     *
     * @param chapters those to show, whether anything was judged twice in them or not
     * @param last a day in the last week
     * @param zone whose Mondays the weeks begin on
     */
    public HeatMap heatMap(List<BlindPair> pairs, List<Integer> chapters, int weeks, LocalDate last, ZoneId zone) {
        LocalDate lastMonday = monday(last);
        List<LocalDate> mondays = Stream.iterate(lastMonday.minusWeeks(weeks - 1L), day -> day.plusWeeks(1))
                .limit(weeks)
                .toList();
        Map<Integer, Map<LocalDate, List<BlindPair>>> cells = new HashMap<>();
        for (BlindPair pair : pairs) {
            cells.computeIfAbsent(pair.section().chapter(), _ -> new HashMap<>())
                    .computeIfAbsent(monday(LocalDate.ofInstant(pair.at(), zone)), _ -> new ArrayList<>())
                    .add(pair);
        }
        List<HeatMap.Row> rows = chapters.stream()
                .map(chapter -> new HeatMap.Row(
                        chapter,
                        mondays.stream()
                                .map(week ->
                                        cells.getOrDefault(chapter, Map.of()).getOrDefault(week, List.of()))
                                .map(here -> table(here).kappa(resampling))
                                .toList()))
                .toList();
        return new HeatMap(mondays, rows);
    }

    private static PairTable<Outcome> table(List<BlindPair> pairs) {
        return PairTable.of(pairs, OUTCOMES, pair -> pair.first().outcome(), pair -> pair.second()
                .outcome());
    }

    private static List<String> disputed(List<BlindPair> pairs, ClauseCode clause) {
        return pairs.stream()
                .filter(pair -> answer(pair.first(), clause) != answer(pair.second(), clause))
                .sorted(Comparator.comparing(BlindPair::at).reversed())
                .map(BlindPair::decision)
                .toList();
    }

    private static Answer answer(BlindPair.Side side, ClauseCode clause) {
        Answer answer = side.answers().get(clause);
        if (answer == null) {
            throw new IllegalArgumentException("no answer to " + clause);
        }
        return answer;
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
