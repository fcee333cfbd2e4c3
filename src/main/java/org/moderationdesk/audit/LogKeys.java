package org.moderationdesk.audit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.moderationdesk.decisions.MeasureType;

/** By what rows are ordered: for each column a number that fits an int and rises as the column's words do. */
final class LogKeys {
    /** Seconds since 1970, counted from 2038, fit an int until 2106. */
    private static final long EPOCHS_MIDDLE = Integer.MAX_VALUE;

    private final DecisionFacts facts;

    LogKeys(DecisionFacts facts) {
        this.facts = facts;
    }

    LongUnaryOperator of(LogColumn column) {
        FactColumns columns = facts.columns();
        FactDictionaries words = facts.words();
        return switch (column) {
            case ENTRY -> row -> row;
            case TIME -> row -> columns.at[(int) row] / 1_000 - EPOCHS_MIDDLE;
            case ITEM -> byRank(items());
            case SECTION -> ranked(words.sections(), columns.section);
            case OUTCOME -> row -> columns.outcome[(int) row];
            case ACCOUNT -> {
                int mask = onAccount();
                yield row -> columns.measures[(int) row] & mask;
            }
            case REVIEWER -> {
                int[] rank = ranks(words.people());
                yield row -> rank[facts.person((int) row)];
            }
            case TOOK -> row -> columns.activeMs[(int) row];
            case STATE -> row -> columns.state[(int) row];
            case GROUND -> {
                int[] rank = ranks(words.grounds());
                yield row -> rank[facts.ground((int) row)];
            }
            case QUEUE -> ranked(words.queues(), columns.queue);
            case KIND -> row -> columns.kind[(int) row];
            case LANGUAGE -> ranked(words.languages(), columns.language);
            case REGION -> ranked(words.regions(), columns.region);
            case SEVERITY -> row -> columns.severity[(int) row];
            case CONFIDENCE -> row -> columns.confidence[(int) row];
            case DUE -> row -> facts.dueAt((int) row) / 1_000 - EPOCHS_MIDDLE;
            case REFERRAL -> row -> columns.referrals[(int) row];
            case QUALITY -> row -> columns.quality[(int) row];
        };
    }

    private static LongUnaryOperator byRank(int[] rank) {
        return row -> rank[(int) row];
    }

    private static LongUnaryOperator ranked(FactWords words, char[] codes) {
        int[] rank = ranks(words);
        return row -> rank[codes[(int) row]];
    }

    /** The place of each word among all, by their letters; no word comes first. */
    private static int[] ranks(FactWords words) {
        int[] order = IntStream.range(0, words.size())
                .boxed()
                .sorted(Comparator.comparing(words::word, String.CASE_INSENSITIVE_ORDER))
                .mapToInt(Integer::intValue)
                .toArray();
        var rank = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
        }
        return rank;
    }

    /** The place of each row by its item's id. Takes a second for a million, which nobody orders by often. */
    private int[] items() {
        FactColumns columns = facts.columns();
        Integer[] order = IntStream.range(0, facts.size()).boxed().toArray(Integer[]::new);
        Arrays.parallelSort(order, columns::compareItems);
        var rank = new int[order.length];
        for (int i = 1; i < order.length; i++) {
            rank[order[i]] = rank[order[i - 1]] + (columns.compareItems(order[i - 1], order[i]) == 0 ? 0 : 1);
        }
        return rank;
    }

    private static int onAccount() {
        return Arrays.stream(MeasureType.values())
                .filter(MeasureType::onAccount)
                .mapToInt(type -> 1 << type.ordinal())
                .sum();
    }
}
