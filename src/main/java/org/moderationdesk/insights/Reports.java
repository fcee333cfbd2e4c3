package org.moderationdesk.insights;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.moderationdesk.base.Texts;

/** Words key figures and lays all figures out for paper. For one thread. */
public final class Reports {
    private final InsightWords names;
    private final Texts texts;
    private final Sheets sheets;
    private final CellWords words;
    private final DateTimeFormatter moment;

    /** @param zone whose clock the report names */
    public Reports(InsightWords names, ZoneId zone) {
        this.names = names;
        this.texts = names.texts();
        this.sheets = new Sheets(names);
        this.words = new CellWords(texts);
        this.moment =
                DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", texts.locale()).withZone(zone);
    }

    /** @param person who makes it, by name */
    public Report of(Insights insights, String person, Instant now) {
        Scope scope = insights.scope();
        return new Report(
                texts.get("insights.report.title"),
                texts.get(
                        "insights.report.scope",
                        names.period(scope.period()),
                        scope.queue().isEmpty() ? texts.get("insights.queue.all") : scope.queue(),
                        scope.region().isEmpty() ? texts.get("insights.region.all") : scope.region()),
                texts.get("insights.report.made", person, moment.format(now)),
                figures(insights),
                sheets.paper(insights));
    }

    private List<Report.Figure> figures(Insights insights) {
        List<DayFigures> days = insights.work().days();
        DayFigures today = days.getLast();
        QualityFigures.Week week = insights.quality().overturned().getLast();
        List<Report.Figure> figures = new ArrayList<>();
        figures.add(figure(
                "open",
                words.whole(insights.ages().open()),
                texts.get(
                        insights.ages().atLeastLate() ? "insights.tile.open.least" : "insights.tile.open.beside",
                        words.whole(insights.ages().late()))));
        figures.add(figure("held", words.whole(insights.ages().held()), texts.get("insights.tile.held.beside")));
        figures.add(figure(
                "decided",
                words.whole(today.decided()),
                texts.get(
                        "insights.tile.decided.beside",
                        words.whole(days.get(days.size() - 2).decided()))));
        figures.add(figure(
                "on-time",
                share(today.all().share()),
                texts.get("insights.tile.on-time.beside", Math.round(Goals.ON_TIME * 100))));
        figures.add(figure(
                "handle",
                insights.work().decided() == 0
                        ? texts.get("insights.tile.none")
                        : words.span(insights.work().medianMs()),
                texts.get(
                        "insights.tile.handle.beside",
                        words.whole(insights.work().decided()),
                        insights.accuracy().isEnough()
                                ? words.wholeShare(insights.accuracy().share())
                                : texts.get("insights.few"))));
        figures.add(figure(
                "overturned",
                share(week.share()),
                texts.get("insights.tile.overturned.beside", names.week(week.monday()), words.whole(week.checked()))));
        return figures;
    }

    /** The same figures by the name that tests and tiles know them by. */
    private Report.Figure figure(String id, String value, String beside) {
        return new Report.Figure(texts.get("insights.tile." + id), value, beside);
    }

    private String share(double share) {
        return Double.isNaN(share) ? texts.get("insights.tile.none") : words.share(share);
    }
}
