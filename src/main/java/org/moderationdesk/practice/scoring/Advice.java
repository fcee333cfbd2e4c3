package org.moderationdesk.practice.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.practice.Field;

/** What to look at next, from patterns in what was missed; the gravest first, a few at most. */
public final class Advice {
    private static final int MOST = 3;
    /** Fewer are no pattern. */
    private static final int LEAST = 2;
    /** Of the misses, in percent, from which it is one. */
    private static final int SHARE = 40;

    private Advice() {}

    /** What there is to say. */
    public enum Kind {
        MISSED_REFERRAL,
        REFUSED_EXCEPTION,
        UNANSWERED,
        EXCEPTIONS,
        STRICTER,
        MILDER,
        NOT_ESCALATED,
        SECTION,
        EVIDENCE,
        HASTE,
        /** Some were missed, and no pattern stands out. */
        NO_PATTERN,
        NOTHING_MISSED
    }

    /**
     * One piece of advice.
     *
     * @param numbers in the order in which the words take them; a section as its code, times in whole seconds
     */
    public record Tip(Kind kind, List<Object> numbers) {
        public Tip {
            numbers = List.copyOf(numbers);
        }

        public String words(Texts texts) {
            return texts.get("scoring.advice." + kind, numbers.toArray());
        }
    }

    /** At least one, three at most. */
    public static List<Tip> of(RunReport report) {
        List<ItemScore> missed = report.missed();
        int all = missed.size() + report.unanswered();
        if (all == 0) {
            return List.of(new Tip(Kind.NOTHING_MISSED, List.of(report.items().size())));
        }
        List<Tip> tips = new ArrayList<>();
        severe(missed, Severe.MISSED_REFERRAL, Kind.MISSED_REFERRAL, tips);
        severe(missed, Severe.REFUSED_EXCEPTION, Kind.REFUSED_EXCEPTION, tips);
        if (isPattern(report.unanswered(), all)) {
            tips.add(new Tip(Kind.UNANSWERED, List.of(report.unanswered(), all)));
        }
        pattern(
                missed,
                item -> excused(item) && !(item.isRight(Field.OUTCOME) && item.isRight(Field.EXCEPTION)),
                Kind.EXCEPTIONS,
                all,
                tips);
        pattern(missed, item -> !excused(item) && strictness(item) > 0, Kind.STRICTER, all, tips);
        pattern(missed, item -> strictness(item) < 0, Kind.MILDER, all, tips);
        pattern(
                missed,
                item -> item.expected() == Outcome.ESCALATE && item.given() != Outcome.ESCALATE,
                Kind.NOT_ESCALATED,
                all,
                tips);
        section(missed, all, tips);
        pattern(
                missed,
                item -> item.isRight(Field.OUTCOME) && item.counts(Field.EVIDENCE) && !item.isRight(Field.EVIDENCE),
                Kind.EVIDENCE,
                all,
                tips);
        haste(report.pace(), tips);
        if (tips.isEmpty()) {
            tips.add(new Tip(Kind.NO_PATTERN, List.of(all)));
        }
        return tips.stream().limit(MOST).toList();
    }

    private static void severe(List<ItemScore> missed, Severe severe, Kind kind, List<Tip> tips) {
        long found =
                missed.stream().filter(item -> item.severe().contains(severe)).count();
        if (found > 0) {
            tips.add(new Tip(kind, List.of((int) found)));
        }
    }

    private static void pattern(List<ItemScore> among, Predicate<ItemScore> is, Kind kind, int all, List<Tip> tips) {
        int found = (int) among.stream().filter(is).count();
        if (isPattern(found, all)) {
            tips.add(new Tip(kind, List.of(found, all)));
        }
    }

    private static boolean isPattern(int found, int all) {
        return found >= LEAST && found * 100 >= all * SHARE;
    }

    private static boolean excused(ItemScore item) {
        return item.expected() == Outcome.EXCEPTION;
    }

    /** Above 0 where the answer takes more away than the key does; escalating is neither. */
    private static int strictness(ItemScore item) {
        Outcome expected = item.expected();
        Outcome given = item.given();
        Set<Outcome> scale = EnumSet.complementOf(EnumSet.of(Outcome.ESCALATE));
        return expected == null || given == null || !scale.contains(expected) || !scale.contains(given)
                ? 0
                : step(given) - step(expected);
    }

    /** What stays without a limit stays, on a ground or without one. */
    private static int step(Outcome outcome) {
        return switch (outcome) {
            case NO_VIOLATION, EXCEPTION, ESCALATE -> 0;
            case LIMIT_REACH -> 1;
            case REMOVE -> 2;
        };
    }

    private static void section(List<ItemScore> missed, int all, List<Tip> tips) {
        Map<String, Integer> sections = new TreeMap<>();
        for (ItemScore item : missed) {
            ClauseCode clause = item.reviewed().key().clause();
            if (clause != null) {
                int _ = sections.merge(clause.section().value(), 1, Integer::sum);
            }
        }
        Optional<Map.Entry<String, Integer>> most =
                sections.entrySet().stream().max(Comparator.comparingInt(Map.Entry::getValue));
        most.filter(one -> isPattern(one.getValue(), all) && sections.size() > 1)
                .ifPresent(one -> tips.add(new Tip(Kind.SECTION, List.of(one.getValue(), all, one.getKey()))));
    }

    /** Wrong answers that took less than half as long as the right ones. */
    private static void haste(Pace pace, List<Tip> tips) {
        OptionalLong right = pace.medianRight();
        OptionalLong wrong = pace.medianWrong();
        boolean enough = pace.right() >= LEAST && pace.answered() - pace.right() >= LEAST;
        if (enough && right.isPresent() && wrong.isPresent() && wrong.getAsLong() * 2 < right.getAsLong()) {
            tips.add(new Tip(Kind.HASTE, List.of(seconds(wrong.getAsLong()), seconds(right.getAsLong()))));
        }
    }

    private static long seconds(long millis) {
        return Math.round(millis / 1_000.0);
    }
}
