package org.moderationdesk.agreement;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;

/** How often the first judged one category and the second another. */
final class PairTable<C> {
    private final List<C> categories;
    private final int[] cells;

    private PairTable(List<C> categories, int[] cells) {
        this.categories = categories;
        this.cells = cells;
    }

    /** Each pair counts, so both of its sides must have judged. */
    static <P, C> PairTable<C> of(List<P> pairs, List<C> categories, Function<P, C> first, Function<P, C> second) {
        int[] cells = new int[categories.size() * categories.size()];
        for (P pair : pairs) {
            cells[categories.indexOf(first.apply(pair)) * categories.size() + categories.indexOf(second.apply(pair))]++;
        }
        return new PairTable<>(categories, cells);
    }

    Agreement<C> agreement(Resampling resampling) {
        int number = 0;
        for (int cell : cells) {
            number += cell;
        }
        int same = same(cells);
        return new Agreement<>(
                resampling.figure(cells, raw(cells), this::raw),
                resampling.figure(cells, libraryKappa(), this::kappa),
                alpha().figure(resampling),
                prevalence(number),
                number,
                number - same);
    }

    Figure kappa(Resampling resampling) {
        return resampling.figure(cells, libraryKappa(), this::kappa);
    }

    double raw(int[] counts) {
        int total = 0;
        for (int count : counts) {
            total += count;
        }
        return total == 0 ? Double.NaN : (double) same(counts) / total;
    }

    /** As the library counts it, for counts that are drawn anew too often to ask it each time. */
    double kappa(int[] counts) {
        int size = categories.size();
        double total = 0;
        double same = 0;
        double byChance = 0;
        for (int category = 0; category < size; category++) {
            double firsts = 0;
            double seconds = 0;
            for (int other = 0; other < size; other++) {
                firsts += counts[category * size + other];
                seconds += counts[other * size + category];
            }
            total += firsts;
            same += counts[category * size + category];
            byChance += firsts * seconds;
        }
        double chance = byChance / (total * total);
        return chance < 1 ? (same / total - chance) / (1 - chance) : Double.NaN;
    }

    /** NaN where all fell into one category. */
    private double libraryKappa() {
        if (Double.isNaN(kappa(cells))) {
            return Double.NaN;
        }
        var study = new CodingAnnotationStudy(2);
        int size = categories.size();
        for (int cell = 0; cell < cells.length; cell++) {
            for (int i = 0; i < cells[cell]; i++) {
                study.addItem(cell / size, cell % size);
            }
        }
        return new CohenKappaAgreement(study).calculateAgreement();
    }

    private UnitTable alpha() {
        int size = categories.size();
        Map<List<Integer>, Integer> kinds = new HashMap<>();
        for (int cell = 0; cell < cells.length; cell++) {
            if (cells[cell] > 0) {
                Integer[] counts = new Integer[size];
                Arrays.fill(counts, 0);
                counts[cell / size]++;
                counts[cell % size]++;
                kinds.merge(List.of(counts), cells[cell], Integer::sum);
            }
        }
        return new UnitTable(size, kinds);
    }

    private Map<C, Double> prevalence(int number) {
        int size = categories.size();
        Map<C, Double> shares = new HashMap<>();
        for (int category = 0; category < size; category++) {
            int judgements = 0;
            for (int other = 0; other < size; other++) {
                judgements += cells[category * size + other] + cells[other * size + category];
            }
            if (judgements > 0) {
                shares.put(categories.get(category), judgements / (2.0 * number));
            }
        }
        return shares;
    }

    private int same(int[] counts) {
        int same = 0;
        for (int category = 0; category < categories.size(); category++) {
            same += counts[category * (categories.size() + 1)];
        }
        return same;
    }
}
