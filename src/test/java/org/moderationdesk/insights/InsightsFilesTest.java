package org.moderationdesk.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.insights.Column.Form;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;

/** What reaches a file, read back. */
class InsightsFilesTest {
    private static final Person LEAD = new Person("Ruth van Dijk", Set.of(Role.TEAM_LEAD), false);
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final Book BOOK = new BookReader().read("2020-12");

    private final InstantSource clock = InstantSource.fixed(MadeSources.NOW);
    private final Store store = TestStore.create();
    private @TempDir Path folder;

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void numbersStandInACsvFileWithoutTheMarksOfALanguage() throws IOException {
        Path file = folder.resolve("a.csv");
        var sheet =
                sheet(Arrays.asList("Wed", 0.96125, 65_000, 1_234, 0.7431), Arrays.asList("Thu", "", 1, 2, "weinig"));

        long rows = files(Language.NL, LEAD).csv(sheet, file, Progress.NONE);

        assertThat(rows).isEqualTo(2);
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "\"Dag\",\"Op tijd (%)\",\"Duur (ms)\",\"Aantal\",\"Kappa\"",
                        "\"Wed\",96.13,65000,1234,0.7431", "\"Thu\",\"\",1,2,\"weinig\"");
    }

    /** A queue or region may be named by whoever sends items. */
    @Test
    void noCellIsAFormula() throws IOException {
        Path file = folder.resolve("a.csv");

        files(Language.EN, LEAD).csv(sheet(Arrays.asList("=HYPERLINK(\"x\")", 0.5, 1, 1, 1.0)), file, Progress.NONE);

        assertThat(Files.readAllLines(file).get(1)).startsWith("\"'=HYPERLINK(");
    }

    @Test
    void theLogTellsWhatWasExportedByWhom() throws IOException {
        files(Language.EN, LEAD)
                .csv(sheet(Arrays.asList("Wed", 0.5, 1, 1, 1.0)), folder.resolve("a.csv"), Progress.NONE);
        files(Language.EN, LEAD).printed(3);

        List<String> told = store.read(handle -> handle.createQuery(
                        "select person || ' ' || body from event where kind = 'EXPORTED' order by seq")
                .mapTo(String.class)
                .list());
        assertThat(told.getFirst())
                .startsWith("Ruth van Dijk")
                .contains("\"what\":\"INSIGHTS\"", "\"form\":\"CSV\"", "\"sheet\":\"made\"");
        assertThat(told.get(1)).contains("\"form\":\"PRINT\"", "\"rows\":3");
    }

    @Test
    void whoMayNotExportGetsNoFileAndLeavesNoEntry() {
        var trainer = new Person("Tom", Set.of(Role.TRAINER), true);
        Path file = folder.resolve("a.csv");

        assertThatThrownBy(() -> files(Language.EN, trainer).csv(sheet(), file, Progress.NONE))
                .isInstanceOf(RightRefused.class);
        assertThatThrownBy(() -> files(Language.EN, trainer).pdf(report(Language.EN), file, Progress.NONE))
                .isInstanceOf(RightRefused.class);
        assertThatThrownBy(() -> files(Language.EN, trainer).printed(1)).isInstanceOf(RightRefused.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void whatIsStoppedLeavesNothingBehind() throws IOException {
        var stopped = new Progress() {
            @Override
            public void at(long done, long total) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };

        assertThatThrownBy(() -> files(Language.EN, LEAD).pdf(report(Language.EN), folder.resolve("a.pdf"), stopped))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> files(Language.EN, LEAD)
                        .csv(sheet(Arrays.asList("Wed", 0.5, 1, 1, 1.0)), folder.resolve("a.csv"), stopped))
                .isInstanceOf(CancellationException.class);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void thePdfHoldsTheFiguresAsTextInTheLanguageOfThePerson() throws IOException {
        Path file = folder.resolve("insights.pdf");

        long pages = files(Language.NL, LEAD).pdf(report(Language.NL), file, Progress.NONE);

        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            String text = new PDFTextStripper().getText(document);
            assertThat(document.getNumberOfPages()).isEqualTo((int) pages).isGreaterThan(2);
            assertThat(text)
                    .contains("Inzicht", "14 dagen · Alle wachtrijen · Alle regio’s")
                    .contains("Gemaakt door Ruth van Dijk op 17 nov 2026 14:10")
                    .contains("Nu open", "219", "13 te laat")
                    .contains("Leeftijd van de wachtrij", "30–60 min 40 1")
                    .contains("Behandeltijd per onderdeel", "Sanne Bakker 110,0 %")
                    .contains("Pagina 1 van " + pages, "Pagina " + pages + " van " + pages);
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("nl");
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).contains("Inter");
            }
        }
    }

    @Test
    void englishNumbersHavePoints() throws IOException {
        Path file = folder.resolve("insights.pdf");
        long unused = files(Language.EN, LEAD).pdf(report(Language.EN), file, Progress.NONE);

        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Sanne Bakker 110.0 %", "Exposure per reviewer");
        }
    }

    @Test
    void lettersThatTheFontLacksAndEndlessNamesDoNotStopAReport() throws IOException {
        Path file = folder.resolve("insights.pdf");
        var odd = new Report(
                "T",
                "字 \u202E " + "long ".repeat(90),
                "made",
                List.of(),
                List.of(sheet(Arrays.asList("🦉", 0.5, 1, 1, 1.0))));

        assertThat(files(Language.EN, LEAD).pdf(odd, file, Progress.NONE)).isEqualTo(1);

        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("?", "…")
                    .doesNotContain("字");
        }
    }

    @Test
    void headsOfColumnsAreWholeAndStandOnEachPageThatTheirRowsGoOnTo() throws IOException {
        Path file = folder.resolve("insights.pdf");
        var columns = List.of(
                new Column("Section", Form.WORDS),
                new Column("On time, critical and high", Form.WHOLE),
                new Column("Decisions, critical and high", Form.WHOLE),
                new Column("A quarter takes less than this", Form.WHOLE));
        List<List<Object>> rows = IntStream.range(0, 120)
                .mapToObj(i -> List.<Object>of("row " + i, i, i, i))
                .toList();
        var report = new Report("T", "S", "M", List.of(), List.of(new Sheet("long", "Long", "note", columns, rows, 1)));

        long pages = files(Language.EN, LEAD).pdf(report, file, Progress.NONE);

        assertThat(pages).isEqualTo(3);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            for (int page = 1; page <= pages; page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document).split("\\s+"))
                        .as("page %d", page)
                        .contains("Section", "critical", "high", "Decisions,", "quarter", "than", "this");
            }
            assertThat(new PDFTextStripper().getText(document))
                    .contains("row 0 ", "row 119 ")
                    .doesNotContain("…");
        }
    }

    private InsightsFiles files(Language language, Person by) {
        return new InsightsFiles(new StoredEventLog(store, clock), by, new Texts(language));
    }

    private Report report(Language language) {
        var insights =
                new InsightsReader(MadeSources.full(), LEAD, BOOK, clock, AMSTERDAM).read(Scope.WHOLE, Progress.NONE);
        return new Reports(new InsightWords(new Texts(language), BOOK), AMSTERDAM)
                .of(insights, LEAD.name(), MadeSources.NOW);
    }

    @SafeVarargs
    private static Sheet sheet(List<Object>... rows) {
        return new Sheet(
                "made",
                "Made",
                "a note",
                List.of(
                        new Column("Dag", Form.WORDS),
                        new Column("Op tijd", Form.SHARE),
                        new Column("Duur", Form.SPAN),
                        new Column("Aantal", Form.WHOLE),
                        new Column("Kappa", Form.MEASURE)),
                List.of(rows),
                1);
    }
}
