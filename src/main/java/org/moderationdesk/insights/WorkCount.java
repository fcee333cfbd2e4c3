package org.moderationdesk.insights;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.guidelines.Severity;

/** Counts decisions in one walk over those of the last weeks. For one thread, and one use. */
final class WorkCount {
    /** Sparklines show so many days, however short the period. */
    private static final int LEAST_DAYS = 14;

    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final ReferralTarget[] TARGETS = ReferralTarget.values();
    private static final int SECTIONS = 256;

    private final DecidedRows rows;
    private final Scope scope;
    private final LocalDate first;
    private final int firstInPeriod;
    private final long[] midnights;
    private final Day[] days;
    private final Millis all = new Millis();
    private @Nullable Millis[] sections = new @Nullable Millis[SECTIONS];
    private final Map<Integer, Integer> grounds = new HashMap<>();
    private final int[] referred = new int[TARGETS.length];

    /** @param zone where days begin at midnight */
    WorkCount(DecidedRows rows, Scope scope, LocalDate today, ZoneId zone) {
        this.rows = rows;
        this.scope = scope;
        int number = Math.max(LEAST_DAYS, scope.period().days());
        this.first = today.minusDays(number - 1L);
        this.firstInPeriod = number - scope.period().days();
        this.midnights = new long[number + 1];
        this.days = new Day[number];
        for (int day = 0; day <= number; day++) {
            midnights[day] = first.plusDays(day).atStartOfDay(zone).toInstant().toEpochMilli();
            if (day < number) {
                days[day] = new Day();
            }
        }
    }

    WorkFigures count() {
        int queue = scope.queue().isEmpty() ? 0 : rows.queueCode(scope.queue());
        int region = scope.region().isEmpty() ? 0 : rows.regionCode(scope.region());
        int day = 0;
        for (int row = rows.firstAt(midnights[0]); row < rows.size(); row++) {
            boolean within = (queue == 0 || rows.queue(row) == queue) && (region == 0 || rows.region(row) == region);
            if (within && !rows.undone(row)) {
                day = dayOf(rows.at(row), day);
                if (day >= 0) {
                    take(row, day);
                }
                day = Math.max(0, day);
            }
        }
        return figures();
    }

    /** Rows come nearly in order, so the day of the one before is mostly right. */
    private int dayOf(long at, int before) {
        if (at < midnights[0] || at >= midnights[days.length]) {
            return -1;
        }
        int day = before;
        while (at >= midnights[day + 1]) {
            day++;
        }
        while (at < midnights[day]) {
            day--;
        }
        return day;
    }

    private void take(int row, int day) {
        Day here = days[day];
        here.outcomes[rows.outcome(row).ordinal()]++;
        int inTime = rows.onTime(row) ? 1 : 0;
        here.inTime += inTime;
        here.decided++;
        if (rows.severity(row).compareTo(Severity.HIGH) >= 0) {
            here.graveInTime += inTime;
            here.grave++;
        }
        here.active.add(rows.activeMs(row));
        if (day >= firstInPeriod) {
            takeOfPeriod(row);
        }
    }

    private void takeOfPeriod(int row) {
        all.add(rows.activeMs(row));
        section(rows.section(row)).add(rows.activeMs(row));
        int ground = rows.ground(row);
        if (ground != 0) {
            grounds.merge(ground, 1, Integer::sum);
        }
        for (ReferralTarget target : TARGETS) {
            if (rows.isReferred(row, target)) {
                referred[target.ordinal()]++;
            }
        }
    }

    private Millis section(int code) {
        if (code >= sections.length) {
            sections = Arrays.copyOf(sections, Math.max(code + 1, sections.length * 2));
        }
        Millis there = sections[code];
        if (there == null) {
            there = new Millis();
            sections[code] = there;
        }
        return there;
    }

    private WorkFigures figures() {
        List<DayFigures> told = new ArrayList<>();
        for (int day = 0; day < days.length; day++) {
            told.add(days[day].figures(first.plusDays(day)));
        }
        List<WorkFigures.Handled> handled = new ArrayList<>();
        int few = 0;
        for (int code = 0; code < sections.length; code++) {
            Millis times = sections[code];
            if (times == null || rows.sectionWord(code).isEmpty()) {
                continue;
            }
            if (times.size() < Goals.LEAST_HANDLED) {
                few++;
            } else {
                handled.add(new WorkFigures.Handled(
                        rows.sectionWord(code),
                        times.size(),
                        times.quantile(0.25),
                        times.quantile(0.5),
                        times.quantile(0.75)));
            }
        }
        handled.sort(Comparator.comparingInt(WorkFigures.Handled::medianMs)
                .reversed()
                .thenComparing(WorkFigures.Handled::section));
        return new WorkFigures(told, scope.period().days(), all.quantile(0.5), handled, few, exceptions(), referrals());
    }

    private Map<String, Integer> exceptions() {
        Map<String, Integer> byWord = new HashMap<>();
        grounds.forEach((code, number) -> byWord.put(rows.groundWord(code), number));
        return byWord;
    }

    private Map<ReferralTarget, Integer> referrals() {
        Map<ReferralTarget, Integer> some = new EnumMap<>(ReferralTarget.class);
        for (ReferralTarget target : TARGETS) {
            if (referred[target.ordinal()] > 0) {
                some.put(target, referred[target.ordinal()]);
            }
        }
        return some;
    }

    /** One day's counts under way. */
    private static final class Day {
        private final int[] outcomes = new int[OUTCOMES.length];
        private final Millis active = new Millis();
        private int inTime;
        private int decided;
        private int graveInTime;
        private int grave;

        DayFigures figures(LocalDate day) {
            Map<Outcome, Integer> some = new EnumMap<>(Outcome.class);
            for (Outcome outcome : OUTCOMES) {
                if (outcomes[outcome.ordinal()] > 0) {
                    some.put(outcome, outcomes[outcome.ordinal()]);
                }
            }
            return new DayFigures(
                    day,
                    some,
                    new DayFigures.InTime(inTime, decided),
                    new DayFigures.InTime(graveInTime, grave),
                    active.quantile(0.5));
        }
    }
}
