package org.moderationdesk.insights.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.fx.Times;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.insights.CellWords;
import org.moderationdesk.insights.DayFigures;
import org.moderationdesk.insights.Goals;
import org.moderationdesk.insights.HandleTime;
import org.moderationdesk.insights.InsightWords;
import org.moderationdesk.insights.Insights;
import org.moderationdesk.insights.QualityFigures;
import org.moderationdesk.insights.Sheets;
import org.moderationdesk.insights.WaitingReferrals;
import org.moderationdesk.queue.QueueAges;

/** Draws figures. JavaFX thread only. */
final class Charts {
    private static final int MOST_ROWS = 9;
    private static final double LOWEST_ON_TIME = 90;

    private final InsightWords names;
    private final Texts texts;
    private final CellWords words;
    private final Sheets sheets;
    private final Times times;

    Charts(InsightWords names, CellWords words, Sheets sheets, Times times) {
        this.names = names;
        this.texts = names.texts();
        this.words = words;
        this.sheets = sheets;
        this.times = times;
    }

    void age(ChartCard card, Insights insights) {
        List<QueueAges.Band> bands = insights.ages().bands();
        List<String> columns = new ArrayList<>();
        List<Long> inTime = new ArrayList<>();
        List<Long> late = new ArrayList<>();
        List<String> above = new ArrayList<>();
        for (int i = 0; i < bands.size(); i++) {
            QueueAges.Band band = bands.get(i);
            columns.add(names.shortAges(
                    band.from(),
                    i + 1 < bands.size() ? Optional.of(bands.get(i + 1).from()) : Optional.empty()));
            inTime.add(Math.max(0, band.open() - band.late()));
            late.add(band.late());
            String open = words.whole(band.open());
            above.add(
                    band.open() == 0
                            ? ""
                            : band.late() == 0 ? open : texts.get("insights.age.bar", open, words.whole(band.late())));
        }
        Node chart = ColumnChart.of(
                columns,
                List.of(
                        new ColumnChart.Layer(texts.get("insights.age.in-time"), "chart-1", inTime),
                        new ColumnChart.Layer(texts.get("insights.age.late"), "chart-late", late)),
                above,
                texts.get("insights.age.axis"),
                words);
        String said = texts.get(
                insights.ages().atLeastLate() ? "insights.age.short.least" : "insights.age.short",
                words.whole(insights.ages().open()),
                words.whole(insights.ages().late()));
        card.show(
                sheets.age(insights),
                words,
                chart,
                List.of(muted(said), Parts.legend(texts.get("insights.age.late"), "chart-late")));
    }

    void onTime(ChartCard card, Insights insights) {
        List<DayFigures> days = insights.work().period();
        List<Double> all = days.stream().map(day -> day.all().share()).toList();
        List<Double> grave = days.stream().map(day -> day.grave().share()).toList();
        double least = IntStream.range(0, days.size())
                        .mapToDouble(day -> Math.min(orOne(all.get(day)), orOne(grave.get(day))))
                        .min()
                        .orElse(1)
                * 100;
        double lowest = least >= LOWEST_ON_TIME ? LOWEST_ON_TIME : Math.floor(least / 10) * 10;
        Node chart = DayLines.of(
                        days.stream()
                                .map(day -> Integer.toString(day.day().getDayOfMonth()))
                                .toList(),
                        List.of(
                                new DayLines.Told(texts.get("insights.on-time.grave"), "line-done", grave, last(grave)),
                                new DayLines.Told(texts.get("insights.on-time.all"), "line-accent", all, last(all))),
                        lowest,
                        100,
                        texts.get("insights.on-time.axis", months(days), Math.round(lowest)),
                        words)
                .goal(Goals.ON_TIME, texts.get("insights.goal", Math.round(Goals.ON_TIME * 100)));
        card.show(
                sheets.onTime(insights),
                words,
                chart,
                List.of(
                        Parts.legend(texts.get("insights.on-time.grave"), "swatch-done"),
                        Parts.legend(texts.get("insights.on-time.all"), "swatch-accent"),
                        muted(texts.get("insights.on-time.short"))));
    }

    void handle(ChartCard card, Insights insights) {
        List<RangeRows.Range> ranges = insights.handleTimes().stream()
                .limit(MOST_ROWS)
                .map(this::range)
                .toList();
        String axis = texts.get("insights.handle.axis");
        Node chart = new RangeRows(
                ranges,
                insights.work().tooFew() == 0
                        ? axis
                        : texts.get("insights.handle.few", axis, insights.work().tooFew()));
        card.show(
                sheets.handle(insights),
                words,
                chart,
                List.of(
                        Parts.legend(texts.get("insights.handle.median"), "swatch-median"),
                        Parts.legend(texts.get("insights.handle.half"), "chart-1"),
                        muted(texts.get("insights.handle.short"))));
    }

    private RangeRows.Range range(HandleTime time) {
        String name = names.section(time.section());
        String same = sheets.accuracy(time.accuracy()) instanceof Double share
                ? words.share(share)
                : texts.get("insights.few");
        return new RangeRows.Range(
                name,
                time.lowerMs(),
                time.medianMs(),
                time.upperMs(),
                words.span(time.medianMs()),
                words.whole(time.number()) + " · " + same,
                texts.get(
                        "insights.handle.row",
                        name,
                        words.span(time.medianMs()),
                        words.span(time.lowerMs()),
                        words.span(time.upperMs()),
                        words.whole(time.number()),
                        same));
    }

    void outcomes(ChartCard card, Insights insights) {
        List<DayFigures> days = insights.work().period();
        List<ColumnChart.Layer> layers = new ArrayList<>();
        List<Node> legends = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            String colour = colour(outcome);
            layers.add(new ColumnChart.Layer(
                    names.outcome(outcome),
                    colour,
                    days.stream()
                            .map(day -> day.outcomes().getOrDefault(outcome, 0))
                            .toList()));
            legends.add(Parts.legend(names.outcome(outcome), colour));
        }
        List<String> totals = days.size() > 16
                ? List.of()
                : days.stream()
                        .map(day -> day.decided() == 0 ? "" : words.whole(day.decided()))
                        .toList();
        Node chart = ColumnChart.of(
                days.stream()
                        .map(day -> Integer.toString(day.day().getDayOfMonth()))
                        .toList(),
                layers,
                totals,
                texts.get("insights.outcomes.running", months(days)),
                words);
        card.show(sheets.outcomes(insights), words, chart, legends);
    }

    private static String colour(Outcome outcome) {
        return switch (outcome) {
            case NO_VIOLATION -> "chart-5";
            case EXCEPTION -> "chart-3";
            case LIMIT_REACH -> "chart-4";
            case REMOVE -> "chart-2";
            case ESCALATE -> "chart-6";
        };
    }

    void agreement(ChartCard card, Insights insights) {
        card.show(
                sheets.agreement(insights),
                words,
                new HeatGrid(insights.quality().byWeek(), names, words),
                List.of(muted(texts.get("insights.agreement.short"))));
    }

    void exposure(ChartCard card, Insights insights) {
        List<BarRows.Bar> bars = insights.exposure().stream()
                .map(one -> new BarRows.Bar(
                        BarRows.name(one.person()),
                        one.used(),
                        words.whole(Math.round(one.used() * 100)) + " %",
                        one.lifted() ? texts.get("insights.exposure.lifted") : "",
                        one.person() + " " + words.whole(Math.round(one.used() * 100)) + " %"))
                .toList();
        card.show(
                sheets.exposure(insights),
                words,
                new BarRows(bars, 1.2, 1),
                List.of(
                        Parts.legend(texts.get("insights.exposure.budget"), "swatch-limit"),
                        muted(texts.get("insights.exposure.short"))));
    }

    void overturned(ChartCard card, Insights insights) {
        List<QualityFigures.Week> weeks = insights.quality().overturned();
        List<Double> shares = weeks.stream().map(QualityFigures.Week::share).toList();
        double most = shares.stream()
                        .filter(share -> !Double.isNaN(share))
                        .mapToDouble(share -> share)
                        .max()
                        .orElse(0.1)
                * 100;
        Node chart = DayLines.of(
                weeks.stream().map(week -> names.week(week.monday())).toList(),
                List.of(new DayLines.Told(texts.get("insights.overturned.line"), "line-accent", shares, last(shares))),
                0,
                Math.max(5, Math.ceil(most / 5) * 5),
                texts.get("insights.agreement.week"),
                words);
        card.show(sheets.overturned(insights), words, chart, List.of(muted(texts.get("insights.overturned.short"))));
    }

    void exceptions(ChartCard card, Insights insights) {
        var sheet = sheets.exceptions(insights);
        int all = insights.work().exceptions().values().stream()
                .mapToInt(number -> number)
                .sum();
        double most = insights.work().exceptions().values().stream()
                .mapToInt(number -> number)
                .max()
                .orElse(1);
        List<BarRows.Bar> bars = sheet.rows().stream()
                .map(row -> bar(
                        String.valueOf(row.get(0)),
                        row.get(1) instanceof Integer number ? number : 0,
                        row.get(2) instanceof Double share ? words.share(share) : ""))
                .toList();
        card.show(
                sheet,
                words,
                new BarRows(bars, most, Double.NaN),
                List.of(muted(texts.get("insights.exceptions.short", words.whole(all), all))));
    }

    private BarRows.Bar bar(String name, int number, String beside) {
        String whole = words.whole(number);
        return new BarRows.Bar(BarRows.name(name), number, whole, beside, String.join(" ", name, whole, beside));
    }

    void referrals(ChartCard card, Insights insights) {
        int all = insights.work().referred().values().stream()
                .mapToInt(number -> number)
                .sum();
        double most = insights.work().referred().values().stream()
                .mapToInt(number -> number)
                .max()
                .orElse(1);
        List<BarRows.Bar> bars = new ArrayList<>();
        for (ReferralTarget target : ReferralTarget.values()) {
            WaitingReferrals waiting = insights.waiting(target);
            bars.add(bar(
                    texts.get("decisions.referral." + target),
                    insights.work().referred().getOrDefault(target, 0),
                    waiting.number() == 0
                            ? texts.get("insights.referrals.waiting-none")
                            : texts.get(
                                    "insights.referrals.waiting",
                                    words.whole(waiting.number()),
                                    times.span(waiting.oldest()))));
        }
        card.show(
                sheets.referrals(insights),
                words,
                new BarRows(bars, most, Double.NaN),
                List.of(muted(texts.get("insights.referrals.short", words.whole(all), all))));
    }

    void unclear(ChartCard card, UnclearBoard board, Insights insights) {
        board.show(insights);
        card.show(
                sheets.unclear(insights),
                words,
                board,
                List.of(muted(texts.get(board.mayRead() ? "insights.unclear.short" : "insights.unclear.short.only"))));
    }

    private String last(List<Double> values) {
        return values.reversed().stream()
                .filter(value -> !Double.isNaN(value))
                .findFirst()
                .map(value -> words.share(value).replace(" %", ""))
                .orElse("");
    }

    private static double orOne(double share) {
        return Double.isNaN(share) ? 1 : share;
    }

    /** "November 2026", or both months where there are two. */
    private String months(List<DayFigures> days) {
        String first = names.month(days.getFirst().day());
        String last = names.month(days.getLast().day());
        return first.equals(last) ? last : first + " – " + last;
    }

    private static Label muted(String words) {
        return Parts.label(words, "muted", "size-11");
    }
}
