package org.moderationdesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.audit.AuditDesk.ANNA;
import static org.moderationdesk.audit.AuditDesk.order;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** What strangers and people wrote stays in its cell, and no spreadsheet counts with it. */
class CsvExportTest {
    @TempDir
    private Path folder;

    private AuditDesk desk;

    @BeforeEach
    void open() {
        desk = new AuditDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)", "\uFF1D1+1"})
    void aFormulaIsAText(String formula) throws IOException {
        desk.flag("A-1", formula, "5.3");

        assertThat(cases()).singleElement().satisfies(row -> assertThat(row).containsEntry("excerpt", "'" + formula));
    }

    @Test
    void aFormulaInAnIdOfTheImportIsATextToo() throws IOException {
        desk.flag("=1+1", "text", "5.3");

        assertThat(cases()).singleElement().satisfies(row -> assertThat(row).containsEntry("item", "'=1+1"));
    }

    @Test
    void quotesCommasAndLineEndsStayInTheirCell() throws IOException {
        desk.flag("A-1", "text", "5.3");
        String rationale = "Said: \"cut, now\"\r\n=1+1\n,,;\t" + "\u202Eturned\u2069 and no more";
        desk.decide(
                "A-1",
                "\"answers\":{\"5.3.1\":\"YES\"},\"outcome\":\"REMOVE\",\"rationale\":\""
                        + rationale
                                .replace("\"", "\\\"")
                                .replace("\r", "\\r")
                                .replace("\n", "\\n")
                                .replace("\t", "\\t")
                        + "\"");

        assertThat(rows(Exported.DECISIONS)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("rationale", rationale)
                .containsEntry("outcome", "REMOVE"));
    }

    @Test
    void hiddenCharactersAndLineEndsAreNoPartOfAnExcerpt() throws IOException {
        desk.flag("A-1", "\u202Eone\u200B\ntwo\u0000", "5.3");

        assertThat(cases()).singleElement().satisfies(row -> assertThat(row).containsEntry("excerpt", "one two"));
    }

    @Test
    void everyRowHasTheColumnsOfTheHeader() throws IOException {
        desk.flag("A-1", "text", "5.3");
        desk.decide("A-1", "\"answers\":{\"5.3.1\":\"YES\"},\"outcome\":\"REMOVE\"");

        for (Exported what : Exported.values()) {
            assertThat(rows(what))
                    .allSatisfy(row -> assertThat(row.keySet()).containsExactlyElementsOf(ExportRows.columns(what)));
        }
    }

    private List<Map<String, String>> cases() throws IOException {
        return rows(Exported.CASES);
    }

    private List<Map<String, String>> rows(Exported what) throws IOException {
        Path file = folder.resolve("out.csv");
        long rows = desk.export(order(what, ExportForm.CSV), file, ANNA);
        try (var read = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .<Map<String, String>>readValues(Files.readAllBytes(file))) {
            List<Map<String, String>> all = read.readAll();
            assertThat(all).hasSize((int) rows);
            return all;
        }
    }
}
