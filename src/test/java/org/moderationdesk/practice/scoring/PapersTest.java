package org.moderationdesk.practice.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.practice.AnswerKey;
import org.moderationdesk.practice.Certificate;
import org.moderationdesk.practice.Changes;
import org.moderationdesk.practice.GivenAnswer;
import org.moderationdesk.practice.KeyJson;
import org.moderationdesk.practice.PracticeItem;
import org.moderationdesk.practice.Reviewed;
import org.moderationdesk.practice.ScoringRules;
import org.moderationdesk.practice.ShippedSet;
import org.moderationdesk.practice.ShippedSets;
import org.moderationdesk.practice.Told;

/** Pages are looked at where {@code -Ddesk.pictures=DIR} names a folder to put them in. */
class PapersTest {
    private static final Instant DAY = Instant.parse("2026-11-17T12:00:00Z");
    private static final RunScorer SCORER = new RunScorer(new Rules(new BookReader().read("2020-12")));

    @ParameterizedTest
    @EnumSource(Language.class)
    void aRunReportSaysWhatCameOfIt(Language language) throws IOException {
        ShippedSet set = new ShippedSets().read("rules-with-exceptions", language, "tess");
        RunReport report = RunReport.of(SCORER, ScoringRules.usual(), removingAll(set), 2);
        var progress = Progress.of(
                "fleur",
                List.of(
                        RunReportTest.run("fleur", 1, 6_250, null),
                        RunReportTest.run("fleur", 2, 7_500, null),
                        RunReportTest.run("ida", 1, 7_000, null)),
                Map.of(2, 7_780.0));
        var out = new ByteArrayOutputStream();
        int pages = new RunPaper(new Texts(language), ZoneOffset.UTC)
                .write(
                        new RunPaper.Printed(
                                report,
                                RunReportTest.run("fleur", 3, 8_250, null),
                                set.terms().title(),
                                "Fleur Jansen",
                                progress),
                        out);
        try (PDDocument read = Loader.loadPDF(out.toByteArray())) {
            assertThat(read.getNumberOfPages()).isEqualTo(pages).isGreaterThan(1);
            String text = new PDFTextStripper().getText(read);
            assertThat(text)
                    .contains(set.terms().title().in(language))
                    .contains("Fleur Jansen")
                    .contains(set.keys().get(1).title().in(language))
                    .contains(new Texts(language).get("decisions.outcome.ESCALATE"))
                    .contains("2.2.c2")
                    .contains(language == Language.NL ? "minder dan 3 mensen" : "fewer than 3 people")
                    .contains(language == Language.NL ? "77,8" : "77.8")
                    .contains(report.score().right() + (language == Language.NL ? " van 28" : " of 28"))
                    .doesNotContain("scoring.");
            picture(read, "run-" + language.tag());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aCertificateSaysWhoPassedWhatAndUntilWhen(Language language) throws IOException {
        String text = certificate(language, null, "Fleur Jansen");
        assertThat(text)
                .contains("Fleur Jansen", "CERT-7", "91")
                .contains(language == Language.NL ? "Geldig van 17 november 2026 tot 16" : "Good from 17 November 2026")
                .doesNotContain("scoring.")
                .doesNotContain(language == Language.NL ? "Ingetrokken" : "Taken back");
    }

    @Test
    void aCertificateThatWasTakenBackSaysSo() throws IOException {
        assertThat(certificate(Language.EN, DAY.plusSeconds(86_400), "Fleur Jansen"))
                .contains("Taken back on 18 November 2026");
    }

    @Test
    void aNameThatNoLineHoldsIsCutAndWhatTheFontLacksIsAsked() throws IOException {
        assertThat(certificate(Language.EN, null, "\u4e2d".repeat(3) + " " + "Long ".repeat(60)))
                .contains("??? Long")
                .contains("…");
    }

    private static String certificate(Language language, @Nullable Instant takenBack, String person)
            throws IOException {
        var out = new ByteArrayOutputStream();
        var certificate = new Certificate(
                "CERT-7", "weapons", "fleur", DAY, DAY.plusSeconds(180 * 86_400L), List.of("r1", "r2"), takenBack);
        ShippedSets shipped = new ShippedSets();
        List<CertificatePaper.Passed> passed = new ArrayList<>();
        ShippedSets.NAMES.forEach(name -> passed.add(new CertificatePaper.Passed(
                shipped.read(name, language, "tess").terms().title(), 91.25, DAY)));
        new CertificatePaper(new Texts(language), ZoneOffset.UTC)
                .write(
                        new CertificatePaper.Printed(
                                certificate, Told.both("Weapons desk", "Wapentafel"), person, passed),
                        out);
        try (PDDocument read = Loader.loadPDF(out.toByteArray())) {
            assertThat(read.getNumberOfPages()).isEqualTo(1);
            picture(read, "certificate-" + language.tag());
            return new PDFTextStripper().getText(read);
        }
    }

    /** Every item answered as its key says, but that exceptions are removed. */
    private static List<Reviewed> removingAll(ShippedSet set) {
        Map<String, KeyJson.Line> keys = new HashMap<>();
        set.keys().forEach(key -> keys.put(key.itemId(), key));
        List<Reviewed> all = new ArrayList<>();
        for (Changes.Put put : set.items()) {
            String id = put.content().item().id();
            AnswerKey key = keys.get(id).key();
            Proposal first = key.first();
            Proposal given = first.outcome() == Outcome.EXCEPTION && all.size() % 3 != 0
                    ? Said.with(Outcome.REMOVE).yes("3.2.1").done()
                    : first;
            all.add(new Reviewed(
                    new PracticeItem(id, all.size() + 1, put.title(), put.content()),
                    key,
                    new GivenAnswer(id, given, DAY, 60_000L + all.size() * 3_000L)));
        }
        return all;
    }

    private static void picture(PDDocument read, String name) throws IOException {
        String folder = System.getProperty("desk.pictures");
        if (folder != null) {
            Files.createDirectories(Path.of(folder));
            for (int page = 0; page < read.getNumberOfPages(); page++) {
                BufferedImage image = new PDFRenderer(read).renderImageWithDPI(page, 80);
                boolean _ = ImageIO.write(
                        image,
                        "png",
                        Path.of(folder, name + "-" + (page + 1) + ".png").toFile());
            }
        }
    }
}
