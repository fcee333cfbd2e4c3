package org.moderationdesk.practice.scoring;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.ExceptionClaim;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.insights.CellWords;
import org.moderationdesk.insights.PdfPages;
import org.moderationdesk.practice.GivenAnswer;
import org.moderationdesk.practice.Run;
import org.moderationdesk.practice.Told;

/**
 * Writes what came of a run as PDF, in one language: text that can be searched. Of a run that is over, since it says what
 * the keys say. Not for the JavaFX thread.
 */
public final class RunPaper {
    private static final List<Double> NAMED = List.of(0.34, 0.2, 0.46);
    private static final List<Double> MISSED = List.of(0.08, 0.4, 0.26, 0.26);
    private static final double FIRST = 0.25;
    private static final double EACH = 0.15;
    private static final int KEEP = 3;

    private final Texts texts;
    private final CellWords cells;
    private final DateTimeFormatter moment;

    /** @param zone that moments are told in */
    public RunPaper(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.cells = new CellWords(texts);
        this.moment =
                DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", texts.locale()).withZone(zone);
    }

    /**
     * What is printed.
     *
     * @param set what the set is called
     * @param person their name, as people know them
     * @param progress over attempts; may be empty
     */
    public record Printed(RunReport report, Run run, Told set, String person, Progress progress) {}

    /** Answers with how many pages it has. */
    public int write(Printed printed, OutputStream out) throws IOException {
        try (var document = new PDDocument()) {
            String title = texts.get("scoring.paper.title", printed.set().in(texts.language()));
            var information = new PDDocumentInformation();
            information.setTitle(title);
            document.setDocumentInformation(information);
            document.getDocumentCatalog().setLanguage(texts.language().tag());
            PdfPages.Fonts fonts = PdfPages.Fonts.in(document);
            int pages;
            try (var paper = new PdfPages(document, fonts)) {
                head(paper, title, printed);
                figures(paper, printed.report());
                advice(paper, printed.report());
                confusion(paper, printed.report().confusion());
                progress(paper, printed.progress());
                clauses(paper, printed.report().clauses());
                missed(paper, printed.report());
                pages = paper.end();
            }
            PdfPages.foot(
                    document,
                    fonts,
                    title + " · " + printed.person(),
                    page -> texts.get("scoring.paper.page", page, pages));
            document.save(out);
            return pages;
        }
    }

    private void head(PdfPages paper, String title, Printed printed) throws IOException {
        Run run = printed.run();
        Instant ended = run.endedAt() == null ? run.startedAt() : run.endedAt();
        paper.title(title);
        paper.line(texts.get("scoring.paper.who", printed.person(), run.attempt(), run.version()));
        paper.line(texts.get(
                "scoring.paper.when",
                moment.format(run.startedAt()),
                moment.format(ended),
                Duration.ofMillis(run.pausedMs()).toMinutes()));
        paper.line(texts.get("scoring.paper.practice"));
    }

    private void figures(PdfPages paper, RunReport report) throws IOException {
        paper.heading(texts.get("scoring.paper.figures"));
        boolean passed = report.score().passed();
        figure(
                paper,
                "score",
                cells.share(report.score().percent() / 100),
                texts.get(
                        passed ? "scoring.paper.passed" : "scoring.paper.not-passed",
                        report.scoring().passMark()));
        figure(paper, "right", of(report.score().right(), report.score().items()), "");
        figure(paper, "rules", of(report.rules()), "");
        figure(paper, "exceptions", of(report.exceptions()), "");
        figure(paper, "evidence", of(report.evidence()), "");
        Pace pace = report.pace();
        figure(
                paper,
                "time",
                span(pace.median()),
                texts.get(
                        "scoring.paper.times",
                        span(pace.medianRight()),
                        pace.right(),
                        span(pace.medianWrong()),
                        pace.answered() - pace.right()));
        if (report.score().severe() > 0) {
            String items = String.join(
                    ", ",
                    report.severe().stream()
                            .map(item -> item.reviewed().item().id())
                            .toList());
            figure(
                    paper,
                    "severe",
                    cells.whole(report.score().severe()),
                    report.scoring().severeFails() ? texts.get("scoring.paper.severe-fails", items) : items);
        }
    }

    private void figure(PdfPages paper, String name, String value, String beside) throws IOException {
        paper.words(List.of(texts.get("scoring.paper.figure." + name), value, beside), NAMED, false);
    }

    private void advice(PdfPages paper, RunReport report) throws IOException {
        paper.heading(texts.get("scoring.paper.advice"));
        for (Advice.Tip tip : Advice.of(report)) {
            paper.note(tip.words(texts));
        }
    }

    private void confusion(PdfPages paper, Confusion confusion) throws IOException {
        List<Double> widths = new ArrayList<>(List.of(FIRST));
        List<String> names = new ArrayList<>(List.of(texts.get("scoring.paper.key-says")));
        for (Outcome outcome : Outcome.values()) {
            widths.add(EACH);
            names.add(outcome(outcome));
        }
        paper.keepTogether(Outcome.values().length + KEEP);
        paper.heading(texts.get("scoring.paper.confusion", confusion.total()));
        paper.headings(names, widths);
        for (Outcome expected : Outcome.values()) {
            List<String> row = new ArrayList<>(List.of(outcome(expected)));
            confusion.row(expected).forEach(count -> row.add(count == 0 ? "" : cells.whole(count)));
            paper.row(row, widths, 0);
        }
    }

    private void progress(PdfPages paper, Progress progress) throws IOException {
        if (progress.points().isEmpty()) {
            return;
        }
        List<Double> widths = List.of(FIRST, 0.25, 0.25, 0.25);
        paper.keepTogether(KEEP);
        paper.heading(texts.get("scoring.paper.progress"));
        paper.headings(
                List.of(
                        texts.get("scoring.paper.attempt"),
                        texts.get("scoring.paper.ended"),
                        texts.get("scoring.paper.figure.score"),
                        texts.get("scoring.paper.group")),
                widths);
        for (Progress.Point point : progress.points()) {
            paper.row(
                    List.of(
                            cells.whole(point.attempt()),
                            moment.format(point.endedAt()),
                            cells.share(point.percent() / 100),
                            point.median().isPresent()
                                    ? cells.share(point.median().getAsDouble() / 100)
                                    : texts.get("scoring.paper.group.none")),
                    widths,
                    0);
        }
    }

    private void clauses(PdfPages paper, List<ClauseResult> clauses) throws IOException {
        List<Double> widths = List.of(FIRST, 0.18, 0.18, 0.18, 0.21);
        List<ClauseResult> amiss =
                clauses.stream().filter(one -> one.missed() + one.extra() > 0).toList();
        paper.keepTogether(KEEP);
        paper.heading(texts.get("scoring.paper.clauses"));
        paper.note(texts.get("scoring.paper.clauses-note", clauses.size() - amiss.size(), clauses.size()));
        if (amiss.isEmpty()) {
            return;
        }
        paper.headings(
                List.of(
                        texts.get("scoring.paper.rule"),
                        texts.get("scoring.paper.asked"),
                        texts.get("scoring.paper.alike"),
                        texts.get("scoring.paper.missed-yes"),
                        texts.get("scoring.paper.extra-yes")),
                widths);
        for (ClauseResult one : amiss) {
            paper.row(
                    List.of(
                            one.clause().value(),
                            cells.whole(one.asked()),
                            cells.whole(one.right()),
                            cells.whole(one.missed()),
                            cells.whole(one.extra())),
                    widths,
                    0);
        }
    }

    private void missed(PdfPages paper, RunReport report) throws IOException {
        List<ItemScore> missed = report.missed();
        paper.keepTogether(KEEP);
        paper.heading(texts.get("scoring.paper.missed", missed.size()));
        if (report.unanswered() > 0) {
            paper.note(texts.get("scoring.paper.unanswered", report.unanswered()));
        }
        if (missed.isEmpty()) {
            return;
        }
        paper.words(
                Arrays.asList(
                        "",
                        texts.get("scoring.paper.item"),
                        texts.get("scoring.paper.you-said"),
                        texts.get("scoring.paper.key-says")),
                MISSED,
                true);
        for (ItemScore item : missed) {
            GivenAnswer given = item.reviewed().answer();
            paper.keepTogether(KEEP);
            paper.words(
                    List.of(
                            item.reviewed().item().id(),
                            item.reviewed().item().title().in(texts.language()),
                            given == null ? texts.get("scoring.paper.nothing-said") : said(given.proposal()),
                            said(item.told())),
                    MISSED,
                    false);
            paper.note(item.reviewed().key().why().in(texts.language()));
        }
    }

    /** The outcome, and the carve-out where there is one. */
    private String said(Proposal proposal) {
        ExceptionClaim exception = proposal.exception();
        String carveOut = exception == null || exception.carveOut() == null
                ? ""
                : " " + exception.carveOut().value();
        return outcome(proposal.outcome()) + carveOut;
    }

    private String outcome(@Nullable Outcome outcome) {
        return outcome == null ? "" : texts.get("decisions.outcome." + outcome);
    }

    private String of(RunReport.Tally tally) {
        return of(tally.right(), tally.of());
    }

    private String of(int some, int all) {
        return texts.get("scoring.paper.of", some, all);
    }

    private String span(OptionalLong millis) {
        return millis.isPresent() ? cells.span(millis.getAsLong()) : "–";
    }
}
