package org.moderationdesk.insights;

import java.util.List;
import java.util.Map;
import org.moderationdesk.guidelines.ReferralTarget;

/**
 * What the decisions in a period come to.
 *
 * @param days each day of the period, and before it as many as make up two weeks, oldest first; the last one is today
 * @param inPeriod how many of the days, from the end, are the period
 * @param medianMs of active work in the period; 0 with no decision
 * @param handled the sections with enough decisions, the slowest first
 * @param tooFew sections with decisions, but too few
 * @param exceptions how often each ground was granted
 * @param referred how many decisions asked to refer to each
 */
public record WorkFigures(
        List<DayFigures> days,
        int inPeriod,
        int medianMs,
        List<Handled> handled,
        int tooFew,
        Map<String, Integer> exceptions,
        Map<ReferralTarget, Integer> referred) {
    public WorkFigures {
        days = List.copyOf(days);
        handled = List.copyOf(handled);
        exceptions = Map.copyOf(exceptions);
        referred = Map.copyOf(referred);
    }

    /** Active work in a section: a quarter, half and three quarters of its decisions took no longer. */
    public record Handled(String section, int number, int lowerMs, int medianMs, int upperMs) {}

    /** The days of the period, oldest first. */
    public List<DayFigures> period() {
        return days.subList(days.size() - inPeriod, days.size());
    }

    public int decided() {
        return period().stream().mapToInt(DayFigures::decided).sum();
    }
}
