package org.moderationdesk.insights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.moderationdesk.agreement.Agreement;
import org.moderationdesk.agreement.ClauseAgreement;
import org.moderationdesk.agreement.Figure;
import org.moderationdesk.agreement.HeatMap;
import org.moderationdesk.agreement.ReviewerPair;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.insights.Column.Form;

/** Lays out every measure of agreement with its interval, and the cases behind an unclear clause. */
public final class MeasureSheets {
    private final InsightWords words;
    private final Texts texts;
    private final CellWords cells;

    public MeasureSheets(InsightWords words) {
        this.words = words;
        this.texts = words.texts();
        this.cells = new CellWords(texts);
    }

    /** What agreement is measured of. */
    public enum Of {
        OUTCOMES,
        CLAUSES,
        REVIEWERS
    }

    /** One thing that was measured. */
    private record Measured(String name, Agreement<?> agreement, double prevalence) {}

    /** All of them in cells of numbers; that of reviewers only where there are names. */
    public List<Sheet> all(Insights insights) {
        return shown(insights).map(of -> of(insights, of)).toList();
    }

    /** All of them as they are read; that of reviewers only where there are names. */
    public List<Sheet> brief(Insights insights) {
        return shown(insights).map(of -> brief(insights, of)).toList();
    }

    private static Stream<Of> shown(Insights insights) {
        boolean withNames = !insights.quality().measures().byReviewers().isEmpty();
        return Stream.of(Of.values()).filter(of -> of != Of.REVIEWERS || withNames);
    }

    /** A number a cell: each measure with the ends of its interval, how common what it is about is, and of how many. */
    public Sheet of(Insights insights, Of of) {
        List<List<Object>> rows = new ArrayList<>();
        for (Measured one : measured(insights.quality().measures(), of)) {
            List<Object> row = new ArrayList<>(List.of(one.name()));
            figures(one.agreement()).forEach(figure -> row.addAll(numbers(figure)));
            row.add(known(one.prevalence()));
            row.add(one.agreement().number());
            rows.add(row);
        }
        List<Column> columns = new ArrayList<>(List.of(new Column(name(of), Form.WORDS)));
        for (String measure : List.of("raw", "kappa", "alpha")) {
            Form form = measure.equals("raw") ? Form.SHARE : Form.MEASURE;
            String said = texts.get("insights.column." + measure);
            columns.add(new Column(said, form));
            columns.add(new Column(texts.get("insights.column.low", said), form));
            columns.add(new Column(texts.get("insights.column.high", said), form));
        }
        columns.add(column("prevalence", Form.SHARE));
        columns.add(column("pairs", Form.WHOLE));
        return sheet(of, rows, columns);
    }

    /** The same to be read on a screen: each measure in one cell with its interval. */
    public Sheet brief(Insights insights, Of of) {
        List<List<Object>> rows = new ArrayList<>();
        for (Measured one : measured(insights.quality().measures(), of)) {
            List<Object> row = new ArrayList<>(List.of(one.name()));
            List<Figure> figures = figures(one.agreement());
            row.add(said(figures.getFirst(), true));
            row.add(said(figures.get(1), false));
            row.add(said(figures.getLast(), false));
            row.add(known(one.prevalence()));
            row.add(one.agreement().number());
            rows.add(row);
        }
        return sheet(
                of,
                rows,
                List.of(
                        new Column(name(of), Form.WORDS),
                        column("raw", Form.WORDS),
                        column("kappa", Form.WORDS),
                        column("alpha", Form.WORDS),
                        column("prevalence", Form.SHARE),
                        column("pairs", Form.WHOLE)));
    }

    private List<Measured> measured(Measures measures, Of of) {
        return switch (of) {
            case OUTCOMES -> outcomes(measures);
            case CLAUSES -> measures.byClause().stream().map(this::clause).toList();
            case REVIEWERS -> measures.byReviewers().stream().map(this::pair).toList();
        };
    }

    private List<Measured> outcomes(Measures measures) {
        List<Measured> all = new ArrayList<>();
        all.add(new Measured(
                texts.get("insights.measures.all"),
                measures.all(),
                most(measures.all().prevalence().values())));
        for (Outcome outcome : Outcome.values()) {
            Agreement<Boolean> one = measures.byOutcome().get(outcome);
            if (one != null) {
                all.add(new Measured(words.outcome(outcome), one, share(one.prevalence(), true)));
            }
        }
        return all;
    }

    private Measured clause(ClauseAgreement one) {
        return new Measured(
                one.clause().value(), one.agreement(), share(one.agreement().prevalence(), Answer.YES));
    }

    private Measured pair(ReviewerPair pair) {
        return new Measured(
                texts.get("insights.measures.pair", pair.one(), pair.other()),
                pair.agreement(),
                most(pair.agreement().prevalence().values()));
    }

    private static double most(Collection<Double> shares) {
        return shares.stream().mapToDouble(share -> share).max().orElse(Double.NaN);
    }

    private static <C> double share(Map<C, Double> prevalence, C category) {
        return prevalence.isEmpty() ? Double.NaN : Objects.requireNonNullElse(prevalence.get(category), 0.0);
    }

    private static List<Figure> figures(Agreement<?> agreement) {
        return List.of(agreement.raw(), agreement.kappa(), agreement.alpha());
    }

    private List<Object> numbers(Figure figure) {
        return switch (figure) {
            case Figure.Known known -> List.of(known.value(), known.low(), known.high());
            case Figure.Few _ -> List.of(texts.get("insights.few"), "", "");
            case Figure.OneCategory _ -> List.of(texts.get("insights.one-category"), "", "");
        };
    }

    private String said(Figure figure, boolean share) {
        return switch (figure) {
            case Figure.Known known ->
                texts.get(
                        "insights.measures.cell",
                        said(known.value(), share),
                        said(known.low(), share),
                        said(known.high(), share));
            case Figure.Few _ -> texts.get("insights.few");
            case Figure.OneCategory _ -> texts.get("insights.one-category");
        };
    }

    private String said(double value, boolean share) {
        return share ? cells.wholeShare(value) : cells.measure(value);
    }

    /** The heat map as a list, so that each kappa has its interval and number beside it. */
    public Sheet weeks(Insights insights) {
        HeatMap map = insights.quality().byWeek();
        List<List<Object>> rows = new ArrayList<>();
        for (HeatMap.Row chapter : map.rows()) {
            for (int week = 0; week < chapter.kappas().size(); week++) {
                Figure kappa = chapter.kappas().get(week);
                List<Object> row = new ArrayList<>(List.of(
                        words.chapter(chapter.chapter()), words.week(map.weeks().get(week))));
                row.addAll(numbers(kappa));
                row.add(kappa.number());
                rows.add(row);
            }
        }
        String kappa = texts.get("insights.column.kappa");
        return new Sheet(
                "agreement-weeks",
                texts.get("insights.agreement.weeks"),
                texts.get("insights.agreement.note"),
                List.of(
                        column("chapter", Form.WORDS),
                        column("iso-week", Form.WORDS),
                        new Column(kappa, Form.MEASURE),
                        new Column(texts.get("insights.column.low", kappa), Form.MEASURE),
                        new Column(texts.get("insights.column.high", kappa), Form.MEASURE),
                        column("pairs", Form.WHOLE)),
                rows,
                -1);
    }

    /** The cases behind a clause, the newest first. */
    public Sheet disputed(ClauseCode clause, List<DisputedCase> cases) {
        List<List<Object>> rows = cases.stream()
                .map(one -> Arrays.<Object>asList(
                        one.itemId(),
                        one.decisionId(),
                        one.at().toString(),
                        one.section().value(),
                        answer(one.first().answer()),
                        answer(one.second().answer()),
                        words.outcome(one.first().outcome()),
                        words.outcome(one.second().outcome())))
                .toList();
        return new Sheet(
                "disputed-" + clause.value(),
                texts.get("insights.unclear.disputed", clause.value()),
                texts.get("insights.unclear.note"),
                Stream.of(
                                "item",
                                "decision",
                                "reviewed",
                                "section",
                                "answer.first",
                                "answer.second",
                                "outcome.first",
                                "outcome.second")
                        .map(name -> column(name, Form.WORDS))
                        .toList(),
                rows,
                -1);
    }

    /** "Yes" */
    public String answer(Answer answer) {
        return texts.get("decisions.checklist.answer." + answer);
    }

    private static Object known(double share) {
        return Double.isNaN(share) ? "" : (Object) share;
    }

    private Sheet sheet(Of of, List<List<Object>> rows, List<Column> columns) {
        return new Sheet(
                "measures-" + of.name().toLowerCase(Locale.ROOT),
                texts.get("insights.measures.of." + of),
                texts.get("insights.measures.note"),
                columns,
                rows,
                -1);
    }

    /** What is named in the first column. */
    private String name(Of of) {
        return texts.get("insights.measures." + of);
    }

    private Column column(String name, Form form) {
        return new Column(texts.get("insights.column." + name), form);
    }
}
