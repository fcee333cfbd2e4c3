package org.moderationdesk.insights;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Progress;

/**
 * Writes a report as PDF: text that can be searched, in an embedded font, a drawn bar beside each row. The font knows
 * Latin, Greek and Cyrillic letters; what it lacks is written as a question mark. Not for the JavaFX thread.
 */
public final class PdfReport {
    private final Texts texts;
    private final CellWords words;

    public PdfReport(Texts texts) {
        this.texts = texts;
        this.words = new CellWords(texts);
    }

    /**
     * Writes it.
     *
     * @param progress in sheets
     * @return how many pages
     */
    public int write(Report report, OutputStream out, Progress progress) throws IOException {
        try (var document = new PDDocument()) {
            var information = new PDDocumentInformation();
            information.setTitle(report.title() + ", " + report.scope());
            document.setDocumentInformation(information);
            document.getDocumentCatalog().setLanguage(texts.language().tag());
            PdfPages.Fonts fonts = PdfPages.Fonts.in(document);
            int pages;
            try (var paper = new PdfPages(document, fonts)) {
                head(paper, report);
                for (int i = 0; i < report.sheets().size(); i++) {
                    progress.pass(i, report.sheets().size());
                    sheet(paper, report.sheets().get(i));
                }
                progress.pass(report.sheets().size(), report.sheets().size());
                pages = paper.end();
            }
            PdfPages.foot(
                    document,
                    fonts,
                    report.title() + " · " + report.scope(),
                    page -> texts.get("insights.report.page", page, pages));
            document.save(out);
            return pages;
        }
    }

    private void head(PdfPages paper, Report report) throws IOException {
        paper.title(report.title());
        paper.line(report.scope());
        paper.line(report.made());
        paper.heading(texts.get("insights.report.figures"));
        for (Report.Figure figure : report.figures()) {
            paper.row(List.of(figure.name(), figure.value(), figure.beside()), List.of(0.36, 0.14, 0.5), 0);
        }
    }

    private void sheet(PdfPages paper, Sheet sheet) throws IOException {
        List<String> headings = sheet.columns().stream().map(Column::name).toList();
        List<Double> widths = widths(sheet);
        paper.keepTogether(4);
        paper.heading(sheet.title());
        paper.note(sheet.note());
        paper.headings(headings, widths);
        if (sheet.rows().isEmpty()) {
            paper.note(texts.get("insights.none"));
        }
        double most = most(sheet);
        for (List<Object> row : sheet.rows()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(words.of(sheet.columns().get(i).form(), row.get(i)));
            }
            paper.row(cells, widths, most > 0 ? number(row.get(sheet.bar())) / most : 0);
        }
    }

    /** The first column has room for words, a bar for its drawing, and the others share the rest. */
    private static List<Double> widths(Sheet sheet) {
        int others = sheet.columns().size() - 1;
        double name = Math.max(0.22, Math.min(0.4, 1 - 0.085 * others));
        double each = (1 - name) / others;
        return IntStream.range(0, sheet.columns().size())
                .mapToObj(column -> column == 0 ? name : each)
                .toList();
    }

    private static double most(Sheet sheet) {
        return sheet.bar() < 0
                ? 0
                : sheet.rows().stream()
                        .mapToDouble(row -> number(row.get(sheet.bar())))
                        .max()
                        .orElse(0);
    }

    private static double number(Object cell) {
        return cell instanceof Number number && !Double.isNaN(number.doubleValue()) ? number.doubleValue() : 0;
    }
}
