package org.moderationdesk.insights;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moderationdesk.agreement.AgreementRules;
import org.moderationdesk.agreement.Agreements;
import org.moderationdesk.agreement.BlindPair;
import org.moderationdesk.db.Progress;
import org.moderationdesk.decisions.ReferralLine;
import org.moderationdesk.decisions.ReferralState;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.Chapter;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Makes all figures for one person. Not for the JavaFX thread. */
public final class InsightsReader {
    /** Weeks of the heat map. */
    public static final int WEEKS = 8;

    private static final int OVERTURNED_WEEKS = 12;
    private static final Duration BLIND = Duration.ofDays(30);

    private final Sources sources;
    private final Person person;
    private final List<Integer> chapters;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Agreements agreements = new Agreements(AgreementRules.USUAL);

    /** @param zone where days and weeks begin */
    public InsightsReader(Sources sources, Person person, Book book, InstantSource clock, ZoneId zone) {
        this.sources = sources;
        this.person = person;
        this.chapters = book.chapters().stream().map(Chapter::number).toList();
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * The figures now.
     *
     * @throws org.moderationdesk.staff.RightRefused unless the person sees insights
     */
    public Insights read(Scope scope, Progress progress) {
        Rights.require(person, Right.SEE_INSIGHTS);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        DecidedRows rows = sources.decided(progress);
        return new Insights(
                now,
                scope,
                rows.size(),
                sources.ages(scope.queue()),
                new WorkCount(rows, scope, today, zone).count(),
                quality(scope, now, today),
                waiting(now),
                sources.exposure(),
                new Insights.Choices(sources.queues(), rows.regions()));
    }

    /**
     * Whether decisions were right, over the usual two weeks.
     *
     * @throws org.moderationdesk.staff.RightRefused unless the person sees insights
     */
    public QualityFigures quality() {
        Rights.require(person, Right.SEE_INSIGHTS);
        Instant now = clock.instant();
        return quality(Scope.WHOLE, now, LocalDate.ofInstant(now, zone));
    }

    private Map<ReferralTarget, WaitingReferrals> waiting(Instant now) {
        Map<ReferralTarget, WaitingReferrals> byTarget = new EnumMap<>(ReferralTarget.class);
        for (ReferralLine line : sources.referrals()) {
            if (line.state() == ReferralState.AWAITING_SECOND) {
                Duration waits = Duration.between(line.releaseAt(), now);
                byTarget.merge(line.to(), WaitingReferrals.NONE.and(waits), (before, _) -> before.and(waits));
            }
        }
        return byTarget;
    }

    private QualityFigures quality(Scope scope, Instant now, LocalDate today) {
        LocalDate firstDay = today.minusDays(scope.period().days() - 1L);
        List<BlindPair> pairs = sources.pairs(start(firstWeek(today)), now.plusSeconds(1));
        Measures measures = measures(pairs);
        return new QualityFigures(
                agreements.outcomes(since(pairs, now.minus(BLIND))),
                agreements.heatMap(pairs, chapters, WEEKS, today, zone),
                measures,
                Agreements.leastClear(measures.byClause()),
                accuracy(since(pairs, start(firstDay))),
                overturned(today));
    }

    private Measures measures(List<BlindPair> pairs) {
        return new Measures(
                agreements.outcomes(pairs),
                agreements.byOutcome(pairs),
                agreements.byClause(pairs),
                Rights.has(person, Right.SEE_SHARE_USED) ? agreements.byReviewers(pairs) : List.of());
    }

    private static List<BlindPair> since(List<BlindPair> pairs, Instant moment) {
        return pairs.stream().filter(pair -> !pair.at().isBefore(moment)).toList();
    }

    private static Map<String, HandleTime.Accuracy> accuracy(List<BlindPair> pairs) {
        Map<String, HandleTime.Accuracy> bySection = new HashMap<>();
        for (BlindPair pair : pairs) {
            bySection.merge(
                    pair.section().value(),
                    new HandleTime.Accuracy(pair.sameOutcome() ? 1 : 0, 1),
                    HandleTime.Accuracy::and);
        }
        return bySection;
    }

    private List<QualityFigures.Week> overturned(LocalDate today) {
        LocalDate first = monday(today).minusWeeks(OVERTURNED_WEEKS - 1L);
        int[] checked = new int[OVERTURNED_WEEKS];
        int[] overturned = new int[OVERTURNED_WEEKS];
        for (Checked one : sources.checked(start(first))) {
            LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(one.decidedAt()), zone);
            long week = (day.toEpochDay() - first.toEpochDay()) / 7;
            if (!day.isBefore(first) && week < OVERTURNED_WEEKS) {
                checked[(int) week]++;
                overturned[(int) week] += one.overturned() ? 1 : 0;
            }
        }
        List<QualityFigures.Week> weeks = new ArrayList<>();
        for (int week = 0; week < OVERTURNED_WEEKS; week++) {
            weeks.add(new QualityFigures.Week(first.plusWeeks(week), checked[week], overturned[week]));
        }
        return weeks;
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The Monday on which the weeks of the heat map and of the ranking begin. */
    static LocalDate firstWeek(LocalDate today) {
        return monday(today).minusWeeks(WEEKS - 1L);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
