package org.moderationdesk.practice.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.moderationdesk.practice.GivenAnswer;

/**
 * How long was worked at answers, never without how many were right. Times are of being active, in milliseconds.
 *
 * @param median over all answers; empty without any
 * @param medianRight over those that were right
 * @param medianWrong over the others
 */
public record Pace(int answered, int right, OptionalLong median, OptionalLong medianRight, OptionalLong medianWrong) {
    static Pace of(List<ItemScore> items) {
        List<Long> all = new ArrayList<>();
        List<Long> right = new ArrayList<>();
        List<Long> wrong = new ArrayList<>();
        for (ItemScore item : items) {
            GivenAnswer answer = item.reviewed().answer();
            if (answer != null) {
                all.add(answer.activeMs());
                (item.isRight() ? right : wrong).add(answer.activeMs());
            }
        }
        return new Pace(all.size(), right.size(), median(all), median(right), median(wrong));
    }

    private static OptionalLong median(List<Long> times) {
        return Median.of(times).stream().mapToLong(Math::round).findFirst();
    }
}
