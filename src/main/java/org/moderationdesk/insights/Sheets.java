package org.moderationdesk.insights;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moderationdesk.agreement.ClauseAgreement;
import org.moderationdesk.agreement.Figure;
import org.moderationdesk.agreement.HeatMap;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.insights.Column.Form;
import org.moderationdesk.queue.QueueAges;

/** Lays figures out as sheets, one a chart. */
public final class Sheets {
    private static final int MOST_CLAUSES = 50;

    private final InsightWords words;
    private final Texts texts;
    private final MeasureSheets measures;

    public Sheets(InsightWords words) {
        this.words = words;
        this.texts = words.texts();
        this.measures = new MeasureSheets(words);
    }

    /** Every sheet, in the order of the screen; that of exposure only where there are names to show. */
    public List<Sheet> all(Insights insights) {
        var all = new ArrayList<>(
                List.of(age(insights), onTime(insights), handle(insights), outcomes(insights), agreement(insights)));
        if (!insights.exposure().isEmpty()) {
            all.add(exposure(insights));
        }
        all.addAll(List.of(overturned(insights), exceptions(insights), referrals(insights), unclear(insights)));
        return List.copyOf(all);
    }

    /** Those about agreement in all its measures. */
    public MeasureSheets measures() {
        return measures;
    }

    /** Every sheet as it goes to a file: with those that are too long for paper, and each interval in cells of its own. */
    public List<Sheet> files(Insights insights) {
        var all = new ArrayList<>(all(insights));
        all.add(measures.weeks(insights));
        all.addAll(measures.all(insights));
        return List.copyOf(all);
    }

    /** Every sheet as it goes to paper. */
    public List<Sheet> paper(Insights insights) {
        var all = new ArrayList<>(all(insights));
        all.addAll(measures.brief(insights));
        return List.copyOf(all);
    }

    public Sheet age(Insights insights) {
        List<List<Object>> rows = new ArrayList<>();
        List<QueueAges.Band> bands = insights.ages().bands();
        for (int i = 0; i < bands.size(); i++) {
            Optional<Duration> to =
                    i + 1 < bands.size() ? Optional.of(bands.get(i + 1).from()) : Optional.empty();
            rows.add(List.of(
                    words.ages(bands.get(i).from(), to),
                    bands.get(i).open(),
                    bands.get(i).late()));
        }
        return sheet("age", 1, rows, column("age", Form.WORDS), column("open", Form.WHOLE), column("late", Form.WHOLE));
    }

    public Sheet onTime(Insights insights) {
        List<List<Object>> rows = new ArrayList<>();
        for (DayFigures day : insights.work().period()) {
            rows.add(List.of(
                    words.day(day.day()),
                    known(day.all().share()),
                    day.all().decided(),
                    known(day.grave().share()),
                    day.grave().decided()));
        }
        return sheet(
                "on-time",
                1,
                rows,
                column("day", Form.WORDS),
                column("on-time.all", Form.SHARE),
                column("decided", Form.WHOLE),
                column("on-time.grave", Form.SHARE),
                column("decided.grave", Form.WHOLE));
    }

    public Sheet handle(Insights insights) {
        List<List<Object>> rows = new ArrayList<>();
        for (HandleTime time : insights.handleTimes()) {
            rows.add(List.of(
                    words.section(time.section()),
                    time.medianMs(),
                    time.lowerMs(),
                    time.upperMs(),
                    time.number(),
                    accuracy(time.accuracy()),
                    time.accuracy().pairs()));
        }
        return sheet(
                "handle",
                1,
                rows,
                column("section", Form.WORDS),
                column("median", Form.SPAN),
                column("lower", Form.SPAN),
                column("upper", Form.SPAN),
                column("decisions", Form.WHOLE),
                column("accuracy", Form.SHARE),
                column("pairs", Form.WHOLE));
    }

    /** The share of blind pairs with the same outcome, or the word for too few of them. */
    public Object accuracy(HandleTime.Accuracy accuracy) {
        return accuracy.isEnough() ? (Object) accuracy.share() : texts.get("insights.few");
    }

    public Sheet outcomes(Insights insights) {
        List<List<Object>> rows = new ArrayList<>();
        for (DayFigures day : insights.work().period()) {
            List<Object> row = new ArrayList<>();
            row.add(words.day(day.day()));
            row.add(day.decided());
            for (Outcome outcome : Outcome.values()) {
                row.add(day.outcomes().getOrDefault(outcome, 0));
            }
            rows.add(row);
        }
        List<Column> columns = new ArrayList<>(List.of(column("day", Form.WORDS), column("all", Form.WHOLE)));
        for (Outcome outcome : Outcome.values()) {
            columns.add(new Column(words.outcome(outcome), Form.WHOLE));
        }
        return sheet("outcomes", 1, rows, columns.toArray(Column[]::new));
    }

    public Sheet agreement(Insights insights) {
        HeatMap map = insights.quality().byWeek();
        List<List<Object>> rows = new ArrayList<>();
        for (HeatMap.Row row : map.rows()) {
            List<Object> cells = new ArrayList<>();
            cells.add(words.chapter(row.chapter()));
            row.kappas().forEach(kappa -> cells.add(value(kappa)));
            rows.add(cells);
        }
        List<Column> columns = new ArrayList<>(List.of(column("chapter", Form.WORDS)));
        map.weeks()
                .forEach(week ->
                        columns.add(new Column(texts.get("insights.column.week", words.week(week)), Form.MEASURE)));
        return sheet("agreement", -1, rows, columns.toArray(Column[]::new));
    }

    public Sheet exposure(Insights insights) {
        List<List<Object>> rows = new ArrayList<>();
        insights.exposure().forEach(one -> rows.add(List.of(one.person(), one.used())));
        return sheet("exposure", 1, rows, column("person", Form.WORDS), column("used", Form.SHARE));
    }

    public Sheet overturned(Insights insights) {
        List<List<Object>> rows = new ArrayList<>();
        for (QualityFigures.Week week : insights.quality().overturned()) {
            rows.add(List.of(
                    texts.get("insights.column.week", words.week(week.monday())),
                    known(week.share()),
                    week.overturned(),
                    week.checked()));
        }
        return sheet(
                "overturned",
                1,
                rows,
                column("iso-week", Form.WORDS),
                column("share", Form.SHARE),
                column("overturned", Form.WHOLE),
                column("checked", Form.WHOLE));
    }

    public Sheet exceptions(Insights insights) {
        int all = insights.work().exceptions().values().stream()
                .mapToInt(number -> number)
                .sum();
        List<List<Object>> rows = insights.work().exceptions().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(ground -> List.<Object>of(
                        words.ground(ground.getKey()), ground.getValue(), (double) ground.getValue() / all))
                .toList();
        return sheet(
                "exceptions",
                1,
                rows,
                column("ground", Form.WORDS),
                column("granted", Form.WHOLE),
                column("of-all", Form.SHARE));
    }

    public Sheet referrals(Insights insights) {
        List<List<Object>> rows = new ArrayList<>();
        for (ReferralTarget target : ReferralTarget.values()) {
            rows.add(List.of(
                    texts.get("decisions.referral." + target),
                    insights.work().referred().getOrDefault(target, 0),
                    insights.waiting(target).number(),
                    insights.waiting(target).number() == 0
                            ? ""
                            : (Object) insights.waiting(target).oldest().toHours()));
        }
        return sheet(
                "referrals",
                1,
                rows,
                column("to", Form.WORDS),
                column("decisions", Form.WHOLE),
                column("waiting", Form.WHOLE),
                column("oldest", Form.WHOLE));
    }

    public Sheet unclear(Insights insights) {
        List<List<Object>> rows = new ArrayList<>();
        for (ClauseAgreement clause : insights.quality().unclear()) {
            if (rows.size() == MOST_CLAUSES) {
                break;
            }
            rows.add(unclear(clause));
        }
        return sheet(
                "unclear",
                1,
                rows,
                column("clause", Form.WORDS),
                column("differ", Form.SHARE),
                column("differ.low", Form.SHARE),
                column("differ.high", Form.SHARE),
                column("kappa", Form.MEASURE),
                column("disputed", Form.WHOLE),
                column("pairs", Form.WHOLE));
    }

    private List<Object> unclear(ClauseAgreement clause) {
        return switch (clause.agreement().raw()) {
            case Figure.Known raw ->
                List.of(
                        clause.clause().value(),
                        1 - raw.value(),
                        1 - raw.high(),
                        1 - raw.low(),
                        value(clause.agreement().kappa()),
                        clause.agreement().differing(),
                        raw.number());
            case Figure.Few few -> none(clause, few.number());
            case Figure.OneCategory one -> none(clause, one.number());
        };
    }

    private List<Object> none(ClauseAgreement clause, int number) {
        return List.of(
                clause.clause().value(),
                texts.get("insights.few"),
                "",
                "",
                "",
                clause.agreement().differing(),
                number);
    }

    /** The number, or the word for why there is none. */
    public Object value(Figure figure) {
        return switch (figure) {
            case Figure.Known known -> known.value();
            case Figure.Few _ -> texts.get("insights.few");
            case Figure.OneCategory _ -> texts.get("insights.one-category");
        };
    }

    /** Empty where nothing was counted. */
    private static Object known(double share) {
        return Double.isNaN(share) ? "" : share;
    }

    private Column column(String key, Form form) {
        return new Column(texts.get("insights.column." + key), form);
    }

    private Sheet sheet(String id, int bar, List<List<Object>> rows, Column... columns) {
        return new Sheet(
                id, texts.get("insights." + id), texts.get("insights." + id + ".note"), List.of(columns), rows, bar);
    }
}
