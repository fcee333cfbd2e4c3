package org.moderationdesk.practice.scoring;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/** The middle of some numbers: of an even count, the mean of the two in the middle. */
final class Median {
    private Median() {}

    static OptionalDouble of(Collection<? extends Number> numbers) {
        List<Double> sorted = numbers.stream().map(Number::doubleValue).sorted().toList();
        int size = sorted.size();
        return size == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2);
    }
}
