package org.moderationdesk.practice.scoring;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.moderationdesk.base.Texts;
import org.moderationdesk.insights.CellWords;
import org.moderationdesk.insights.PdfPages;
import org.moderationdesk.practice.Certificate;
import org.moderationdesk.practice.Told;

/** Writes a certificate on one page, in one language. One that was taken back says so. Not for the JavaFX thread. */
public final class CertificatePaper {
    private static final List<Double> PASSED = List.of(0.15, 0.42, 0.24, 0.14);
    private static final int MOST_SETS = 12;

    private final Texts texts;
    private final CellWords cells;
    private final DateTimeFormatter day;

    /** @param zone that days are told in */
    public CertificatePaper(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.cells = new CellWords(texts);
        this.day = DateTimeFormatter.ofPattern("d MMMM yyyy", texts.locale()).withZone(zone);
    }

    /**
     * What is printed.
     *
     * @param title of the certification
     * @param person their name, as people know them
     * @param passed by which they earned it; of more than twelve the first are named
     */
    public record Printed(Certificate certificate, Told title, String person, List<Passed> passed) {
        public Printed {
            passed = List.copyOf(passed);
        }
    }

    /**
     * A set that was passed.
     *
     * @param percent of its score
     */
    public record Passed(Told set, double percent, Instant at) {}

    /** Writes it. */
    public void write(Printed printed, OutputStream out) throws IOException {
        Certificate certificate = printed.certificate();
        String title = texts.get("scoring.certificate.title");
        try (var document = new PDDocument()) {
            var information = new PDDocumentInformation();
            information.setTitle(title + ", " + printed.person());
            document.setDocumentInformation(information);
            document.getDocumentCatalog().setLanguage(texts.language().tag());
            PdfPages.Fonts fonts = PdfPages.Fonts.in(document);
            try (var paper = new PdfPages(document, fonts)) {
                paper.frame();
                paper.gap(90);
                paper.centred(title, true, 34);
                paper.gap(36);
                paper.centred(texts.get("scoring.certificate.that"), false, 12);
                paper.gap(6);
                paper.centred(printed.person(), true, 26);
                paper.gap(6);
                paper.centred(texts.get("scoring.certificate.passed"), false, 12);
                paper.gap(6);
                paper.centred(printed.title().in(texts.language()), true, 20);
                paper.gap(36);
                sets(paper, printed.passed());
                paper.gap(36);
                paper.centred(
                        texts.get(
                                "scoring.certificate.good",
                                day.format(certificate.from()),
                                day.format(certificate.until())),
                        true,
                        12);
                Instant takenBack = certificate.takenBackAt();
                if (takenBack != null) {
                    paper.gap(12);
                    paper.centred(texts.get("scoring.certificate.taken-back", day.format(takenBack)), true, 14);
                }
                paper.gap(48);
                paper.centred(texts.get("scoring.certificate.number", certificate.id()), false, 9);
                int _ = paper.end();
            }
            document.save(out);
        }
    }

    private void sets(PdfPages paper, List<Passed> passed) throws IOException {
        for (Passed one : passed.stream().limit(MOST_SETS).toList()) {
            paper.words(
                    List.of("", one.set().in(texts.language()), day.format(one.at()), cells.share(one.percent() / 100)),
                    PASSED,
                    false);
        }
        if (passed.size() > MOST_SETS) {
            paper.centred(texts.get("scoring.certificate.more", passed.size() - MOST_SETS), false, 9);
        }
    }
}
