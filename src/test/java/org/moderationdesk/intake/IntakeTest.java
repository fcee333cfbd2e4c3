package org.moderationdesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.items.CaseReport;
import org.moderationdesk.items.Lines;
import org.moderationdesk.items.Report;

@OnBothStores
class IntakeTest {
    @TempDir
    Path folder;

    private IntakeDesk desk;

    @BeforeEach
    void open() {
        desk = new IntakeDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aLineBecomesAnItemAnAccountAReportAndACase() {
        ImportResult result = desk.take(Lines.CONTRACT);

        assertThat(result.read()).isEqualTo(1);
        assertThat(result.newCases()).isEqualTo(1);
        var file = desk.file("V-20418");
        assertThat(file.item().text()).isEqualTo("One-hand trick while cooking #keukentruc");
        assertThat(file.item().author().handle()).isEqualTo("@snijplank");
        assertThat(file.versions()).containsExactly(1);
        assertThat(file.reports()).singleElement().satisfies(report -> {
            assertThat(report.open()).isTrue();
            assertThat(report.report().reason()).isEqualTo("Dangerous challenge");
        });
        assertThat(file.account().author().priorMeasures()).hasSize(1);
        assertThat(desk.count("event")).isEqualTo(4);
    }

    @Test
    void newReportsJoinTheOneOpenCase() {
        desk.take(line("a", 1, "r1"));

        ImportResult result = desk.take(line("a", 1, "r1", "r2", "r3"), line("a", 1, "r4"));

        assertThat(result.mergedReports()).isEqualTo(3);
        assertThat(result.newCases()).isZero();
        assertThat(result.unchanged()).isZero();
        assertThat(desk.count("open_case")).isEqualTo(1);
        assertThat(desk.file("a").reports()).hasSize(4);
    }

    @Test
    void theSameReportAgainChangesNothingEvenWithinOneFile() {
        ImportResult result = desk.take(line("a", 1, "r1", "r1"), line("a", 1, "r1"));

        assertThat(result.newCases()).isEqualTo(1);
        assertThat(result.mergedReports()).isZero();
        assertThat(result.unchanged()).isEqualTo(1);
        assertThat(desk.file("a").reports()).hasSize(1);
    }

    @Test
    void aReportIdIsUniqueWithinItsItemOnly() {
        ImportResult result = desk.take(line("a", 1, "r1"), line("b", 1, "r1"));

        assertThat(result.newCases()).isEqualTo(2);
    }

    @Test
    void importingAFileTwiceLeavesTheStoreAsAfterOnce() {
        String[] lines = {
            Lines.CONTRACT,
            line("a", 1, "r1"),
            line("a", 1, "r2"),
            line("b", 1, "r1"),
            line("b", 2, "r1"),
            withAuthor("c", "bio one", "r1"),
            withAuthor("d", "bio two", "r1")
        };
        ImportResult first = desk.take(lines);
        String head = desk.head();
        var rows = desk.rows();

        ImportResult second = desk.take(lines);

        assertThat(desk.head()).isEqualTo(head);
        assertThat(desk.rows()).isEqualTo(rows);
        assertThat(first.newCases()).isEqualTo(5);
        assertThat(first.updated()).isEqualTo(1);
        assertThat(first.mergedReports()).isEqualTo(1);
        assertThat(second.unchanged()).isEqualTo(6);
        assertThat(second.rejected()).as("version 1 of b is lower by now").isEqualTo(1);
    }

    @Test
    void aHigherVersionReplacesWhatIsShownAndTheOldOneIsKept() {
        desk.take(line("a", 1, "r1"));

        ImportResult result = desk.take(line("a", 3, "r1"));

        assertThat(result.updated()).isEqualTo(1);
        var file = desk.file("a");
        assertThat(file.versions()).containsExactly(3, 1);
        assertThat(file.item().text()).isEqualTo("a in version 3");
        assertThat(desk.items().version("a", 1))
                .hasValueSatisfying(old -> assertThat(old.text()).isEqualTo("a in version 1"));
        assertThat(desk.items().version("a", 2)).isEmpty();
    }

    @Test
    void aLowerVersionAndAnotherKindAreRefusedAndLeaveNoTrace() {
        desk.take(line("a", 2, "r1"));
        String head = desk.head();

        ImportResult result = desk.take(line("a", 1, "r9"), line("a", 3, "r9").replace("TEXT", "VIDEO"));

        assertThat(result.rejected()).isEqualTo(2);
        assertThat(desk.head()).isEqualTo(head);
        assertThat(rejected())
                .hasSize(2)
                .satisfies(lines -> assertThat(lines.getFirst())
                        .startsWith(
                                "{\"line\":1,\"reason\":\"the desk holds a higher version of this item\",\"raw\":\"{"))
                .satisfies(lines -> assertThat(lines.getLast()).contains("another kind"));
    }

    @Test
    void aNewReportOnAClosedCaseOpensANewOneAndTheEarlierReportsStayBehind() {
        desk.take(line("a", 1, "r1"));
        long first = desk.file("a").reports().getFirst().caseId();
        desk.close("a");

        ImportResult result = desk.take(line("a", 1, "r1", "r2"));

        assertThat(result.newCases()).isEqualTo(1);
        assertThat(result.mergedReports()).isZero();
        List<CaseReport> reports = desk.file("a").reports();
        assertThat(reports).extracting(report -> report.report().id()).containsExactly("r2", "r1");
        assertThat(reports).extracting(CaseReport::open).containsExactly(true, false);
        assertThat(reports.getLast().caseId()).isEqualTo(first);
    }

    @Test
    void aNewVersionOfADecidedItemWithoutNewReportsOpensNoCase() {
        desk.take(line("a", 1, "r1"));
        desk.close("a");

        ImportResult result = desk.take(line("a", 2, "r1"));

        assertThat(result.updated()).isEqualTo(1);
        assertThat(result.newCases()).isZero();
        assertThat(desk.file("a").versions()).containsExactly(2, 1);
    }

    @Test
    void refusedLinesGoToTheirFileWithNumberReasonAndText() throws IOException {
        ImportResult result = desk.take(line("a", 1, "r1"), "", "not json", "  \t", "[]", line("b", 1, "r1"));

        assertThat(result.read()).isEqualTo(4);
        assertThat(result.newCases()).isEqualTo(2);
        assertThat(result.rejected()).isEqualTo(2);
        assertThat(result.rejectedFile()).isEqualTo(folder.resolve("import.jsonl.rejected.jsonl"));
        assertThat(rejected())
                .containsExactly(
                        "{\"line\":3,\"reason\":\"not JSON\",\"raw\":\"not json\"}",
                        "{\"line\":5,\"reason\":\"not an object\",\"raw\":\"[]\"}");

        desk.take("still not json");
        assertThat(rejected()).as("each import overwrites its own").hasSize(1);

        ImportResult clean = desk.take(line("a", 1, "r1"));
        assertThat(clean.rejectedFile()).isNull();
        assertThat(folder.resolve("import.jsonl.rejected.jsonl")).doesNotExist();
    }

    @Test
    void bytesThatAreNotUtf8RefuseTheirLineAlone() throws IOException {
        Path file = folder.resolve("latin.jsonl");
        byte[] latin = (line("a", 1, "r1").replace("a in", "é in") + "\n" + line("b", 1, "r1"))
                .getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, latin);

        ImportResult result = desk.take(file, ImportProgress.NONE);

        assertThat(result.rejected()).isEqualTo(1);
        assertThat(result.newCases()).isEqualTo(1);
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreNoFault() {
        ImportResult result =
                desk.take(desk.write("w.jsonl", "\uFEFF" + line("a", 1, "r1") + "\r\n\r\n"), ImportProgress.NONE);

        assertThat(result.read()).isEqualTo(1);
        assertThat(result.newCases()).isEqualTo(1);
    }

    @Test
    void aLineBeyondTheLimitIsRefusedWithItsBeginningAndTheNextIsTaken() {
        String monster = "{\"id\":\"m\",\"text\":\"" + "x".repeat(20_000_000) + "\"}";

        ImportResult result = desk.take(monster, line("a", 1, "r1"));

        assertThat(result.rejected()).isEqualTo(1);
        assertThat(result.newCases()).isEqualTo(1);
        assertThat(rejected().getFirst())
                .hasSizeLessThan(70_000)
                .contains("the line is over 8 MB")
                .endsWith("\"cut\":true}");
    }

    @Test
    void cancellingKeepsWhatWasDoneAndTheNextImportAddsTheRest() {
        String[] lines =
                IntStream.range(0, 5_000).mapToObj(i -> line("i" + i, 1, "r1")).toArray(String[]::new);
        List<ImportProgress.Step> steps = new ArrayList<>();
        var stopSoon = new ImportProgress() {
            @Override
            public void at(Step step) {
                steps.add(step);
            }

            @Override
            public boolean cancelled() {
                return steps.size() == 2;
            }
        };

        ImportResult cancelled = desk.take(stopSoon, lines);

        assertThat(cancelled.cancelled()).isTrue();
        assertThat(cancelled.newCases()).isEqualTo(2_000);
        assertThat(desk.count("item")).isEqualTo(2_000);
        assertThat(steps.getLast().lines()).isEqualTo(2_000);
        assertThat(steps.getLast().bytes()).isBetween(1L, steps.getLast().totalBytes() - 1);

        ImportResult rest = desk.take(lines);
        assertThat(rest.cancelled()).isFalse();
        assertThat(rest.newCases()).isEqualTo(3_000);
        assertThat(rest.unchanged()).isEqualTo(2_000);
    }

    @Test
    void progressEndsAtTheWholeFile() {
        List<ImportProgress.Step> steps = new ArrayList<>();
        desk.take(
                new ImportProgress() {
                    @Override
                    public void at(Step step) {
                        steps.add(step);
                    }

                    @Override
                    public boolean cancelled() {
                        return false;
                    }
                },
                line("a", 1, "r1"));

        assertThat(steps).singleElement().satisfies(step -> {
            assertThat(step.bytes()).isEqualTo(step.totalBytes());
            assertThat(step.linesPerSecond()).isPositive();
            assertThat(step.remaining()).isZero();
        });
    }

    @Test
    void priorMeasuresReplaceTheListImportedEarlierAndOtherFactsOfTheAccountStay() {
        desk.take(account(
                "a",
                "\"handle\":\"@x\",\"age\":17,\"ageSource\":\"VERIFIED\",\"shoe\":44,"
                        + "\"priorMeasures\":[{\"measure\":\"STRIKE\"},{\"measure\":\"WARNING\"}]"));

        desk.take(account("b", "\"bio\":\"new\",\"hat\":7"));
        var after = desk.file("a").account().author();
        assertThat(after.handle()).isEqualTo("@x");
        assertThat(after.bio()).isEqualTo("new");
        assertThat(after.age()).isEqualTo(17);
        assertThat(after.extra()).containsOnlyKeys("shoe", "hat");
        assertThat(after.priorMeasures()).hasSize(2);

        desk.take(account("c", "\"priorMeasures\":[{\"measure\":\"BAN\"}]"));
        assertThat(desk.file("a").account().author().priorMeasures())
                .extracting(prior -> prior.measure())
                .containsExactly("BAN");

        desk.take(account("d", "\"priorMeasures\":[]"));
        assertThat(desk.file("a").account().author().priorMeasures()).isEmpty();
        assertThat(desk.file("a").account().otherItems())
                .extracting(other -> other.itemId())
                .containsExactly("b", "c", "d");
    }

    @Test
    void reportsAreGroupedByReasonAndSourceWithTheirRecord() {
        desk.store().write(handle -> handle.execute("""
            insert into report_source (source, reporter, decided, upheld)
            values ('USER', 'u1', 4, 3), ('USER', 'u2', 4, 1), ('TRUSTED_FLAGGER', '', 10, 9)
            """));
        desk.take("""
            {"id":"a","kind":"TEXT","reports":[
             {"id":"1","source":"USER","reporter":"u1","reason":"Dangerous","at":"2026-11-02T10:00:00Z"},
             {"id":"2","source":"USER","reporter":"u2","reason":"Dangerous","at":"2026-11-02T09:00:00Z"},
             {"id":"3","source":"TRUSTED_FLAGGER","reporter":"hotline","reason":"Dangerous","at":"2026-11-02T11:00:00Z"},
             {"id":"4","source":"CLASSIFIER","reporter":"model v12","at":"2026-11-02T11:30:00Z"}]}\
            """.replace("\n", ""));

        var groups = desk.file("a").reportGroups();
        assertThat(groups).hasSize(3);
        assertThat(groups.getFirst().count()).isEqualTo(2);
        assertThat(groups.getFirst().who()).isNull();
        assertThat(groups.getFirst().first()).isEqualTo("2026-11-02T09:00:00Z");
        assertThat(groups.getFirst().last()).isEqualTo("2026-11-02T10:00:00Z");
        assertThat(groups.getFirst().oftenRight()).isEqualTo(0.5);
        assertThat(groups.get(1).source()).isEqualTo(Report.Source.TRUSTED_FLAGGER);
        assertThat(groups.get(1).who()).isEqualTo("hotline");
        assertThat(groups.get(1).oftenRight()).isEqualTo(0.9);
        assertThat(groups.get(2).oftenRight()).isNull();
    }

    @Test
    void duplicatesAreTheSameFileOrTheSameTextOfTheSameAccount() {
        String sha = "ab".repeat(32);
        desk.take(
                item("a", "u1", "Same words", sha),
                item("b", "u2", "Other words", sha),
                item("c", "u1", " Same words ", "cd".repeat(32)),
                item("d", "u2", "Same words", "ef".repeat(32)));
        desk.close("c");

        var duplicates = desk.file("a").duplicates();

        assertThat(duplicates)
                .extracting(found -> found.itemId() + " " + found.why() + " " + found.open())
                .containsExactly("b SAME_FILE true", "c SAME_TEXT_AND_AUTHOR false");
        assertThat(duplicates.getFirst().excerpt()).isEqualTo("Other words");
    }

    @Test
    void anAccountUnderReviewShowsTheBioThatWasFlagged() {
        desk.take("""
            {"id":"u-1","kind":"ACCOUNT","author":{"bio":"first"},
             "reports":[{"id":"r","source":"USER","at":"2026-11-02T10:00:00Z"}]}\
            """.replace("\n", ""));
        desk.take(account("x", "\"bio\":\"second\"").replace("\"u\"", "\"u-1\""));

        assertThat(desk.file("u-1").item().author().bio()).isEqualTo("first");
        assertThat(desk.file("u-1").account().author().bio()).isEqualTo("second");
    }

    @Test
    void monstrousButLawfulLinesFitTheStore() {
        String big = "\u00e9".repeat(300_000);
        ImportResult result = desk.take(
                """
                {"id":"%s","kind":"TEXT","text":"%s","language":"%s","region":"%s","url":"%s",
                 "author":{"id":"u","handle":"%s","displayName":"%s"},"media":[{"sha256":"%s"}],"hashes":[],
                 "reports":[{"id":"r","source":"USER","reporter":"%s","reason":"%s","sections":["%s","5.3","a b"],
                 "at":"0000-01-01T00:00:00Z"}]}\
                """.replace("\n", "").formatted("i".repeat(200), big, big, big, big, big, big, big, big, big, big));

        assertThat(result.rejected()).isZero();
        assertThat(desk.file("i".repeat(200)).item().text()).hasSize(300_000);
        assertThat(desk.file("i".repeat(200)).reports().getFirst().report().at())
                .isEqualTo(Instant.parse("0000-01-01T00:00:00Z"));
    }

    private List<String> rejected() {
        try {
            return Files.readAllLines(folder.resolve("import.jsonl.rejected.jsonl"));
        } catch (IOException absent) {
            throw new AssertionError(absent);
        }
    }

    private static String line(String id, int version, String... reports) {
        List<String> given = Arrays.stream(reports)
                .map(report -> "{\"id\":\"%s\",\"source\":\"USER\",\"at\":\"2026-11-02T10:00:00Z\"}".formatted(report))
                .toList();
        return "{\"id\":\"%s\",\"kind\":\"TEXT\",\"version\":%d,\"text\":\"%s in version %d\",\"reports\":%s}"
                .formatted(id, version, id, version, given);
    }

    private static String withAuthor(String id, String bio, String report) {
        return line(id, 1, report).replace("\"text\"", "\"author\":{\"id\":\"u-5\",\"bio\":\"" + bio + "\"},\"text\"");
    }

    private static String account(String id, String fields) {
        return line(id, 1, "r1").replace("\"text\"", "\"author\":{\"id\":\"u\"," + fields + "},\"text\"");
    }

    private static String item(String id, String author, String text, String sha256) {
        return ("{\"id\":\"%s\",\"kind\":\"IMAGE\",\"text\":\"%s\",\"author\":{\"id\":\"%s\"},\"media\":[{\"path\":"
                        + "\"gone.png\",\"sha256\":\"%s\"}],\"reports\":[{\"id\":\"r\",\"source\":\"USER\",\"at\":"
                        + "\"2026-11-02T10:00:00Z\"}]}")
                .formatted(id, text, author, sha256);
    }
}
