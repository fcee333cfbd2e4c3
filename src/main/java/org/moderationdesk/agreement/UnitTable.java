package org.moderationdesk.agreement;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;

/**
 * Things that several people judged, not all by the same and not all by everybody: how many are alike in how often each
 * category was chosen.
 */
final class UnitTable {
    private final int categories;
    private final int[][] kinds;
    private final int[] counts;

    /** @param kinds how many units chose each category so often; units with one judgement tell nothing and are left out */
    UnitTable(int categories, Map<List<Integer>, Integer> kinds) {
        this.categories = categories;
        var told = kinds.entrySet().stream()
                .filter(kind -> judgements(kind.getKey()) > 1)
                // The order of a hash map is not the same on each machine, and the interval depends on it.
                .sorted((one, other) -> compare(one.getKey(), other.getKey()))
                .toList();
        this.kinds = told.stream()
                .map(kind -> kind.getKey().stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        this.counts = told.stream().mapToInt(Map.Entry::getValue).toArray();
    }

    static <C> UnitTable of(Iterable<Rating<C>> ratings, List<C> categories) {
        Map<String, Map<String, C>> byUnit = new LinkedHashMap<>();
        for (Rating<C> rating : ratings) {
            byUnit.computeIfAbsent(rating.unit(), _ -> new HashMap<>()).put(rating.reviewer(), rating.category());
        }
        Map<List<Integer>, Integer> kinds = new HashMap<>();
        for (Map<String, C> unit : byUnit.values()) {
            Integer[] chosen = new Integer[categories.size()];
            Arrays.fill(chosen, 0);
            for (C category : unit.values()) {
                chosen[categories.indexOf(category)]++;
            }
            kinds.merge(List.of(chosen), 1, Integer::sum);
        }
        return new UnitTable(categories.size(), kinds);
    }

    int[] counts() {
        return counts.clone();
    }

    Figure figure(Resampling resampling) {
        return resampling.figure(counts, Double.isNaN(alpha(counts)) ? Double.NaN : libraryAlpha(), this::alpha);
    }

    /** NaN where all fell into one category. */
    double alpha(int[] units) {
        double[] chosen = new double[categories];
        double all = 0;
        double differing = 0;
        for (int kind = 0; kind < units.length; kind++) {
            double judgements = 0;
            double pairs = 0;
            for (int category = 0; category < categories; category++) {
                double here = kinds[kind][category];
                chosen[category] += here * units[kind];
                judgements += here;
                pairs += here * here;
            }
            all += judgements * units[kind];
            differing += units[kind] * (judgements * judgements - pairs) / (judgements - 1);
        }
        double expected = all * all;
        for (double category : chosen) {
            expected -= category * category;
        }
        return expected > 0 ? 1 - (all - 1) * differing / expected : Double.NaN;
    }

    private double libraryAlpha() {
        int raters = Arrays.stream(kinds)
                .mapToInt(kind -> Arrays.stream(kind).sum())
                .max()
                .orElse(0);
        var study = new CodingAnnotationStudy(raters);
        for (int kind = 0; kind < kinds.length; kind++) {
            Object[] judged = new Object[raters];
            int at = 0;
            for (int category = 0; category < categories; category++) {
                for (int i = 0; i < kinds[kind][category]; i++) {
                    judged[at++] = category;
                }
            }
            for (int i = 0; i < counts[kind]; i++) {
                study.addItem(judged);
            }
        }
        return new KrippendorffAlphaAgreement(study, new NominalDistanceFunction()).calculateAgreement();
    }

    private static int judgements(List<Integer> kind) {
        return kind.stream().mapToInt(Integer::intValue).sum();
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
