package org.moderationdesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.audit.AuditDesk.ANNA;
import static org.moderationdesk.audit.AuditDesk.BRAM;
import static org.moderationdesk.audit.AuditDesk.UNCLEARED;
import static org.moderationdesk.audit.AuditDesk.order;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.items.DeskFormat;
import org.moderationdesk.log.Verdict;
import tools.jackson.databind.JsonNode;

@OnBothStores
class ExporterTest {
    private static final String STRIKE = """
        "answers":{"5.3.1":"YES"},"outcome":"REMOVE","account":{"measure":"STRIKE"}\
        """;
    private static final Duration UNDO = Duration.ofSeconds(30);

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

    @Test
    void measuresLeaveOnceTheirUndoTimeIsOver() throws IOException {
        desk.flag("A-1", "text", "5.3");
        desk.decide("A-1", STRIKE);

        desk.clock().advance(UNDO.minusMillis(1));
        assertThat(desk.rows(Exported.MEASURES, ANNA)).isEmpty();
        assertThat(desk.rows(Exported.DECISIONS, ANNA))
                .singleElement()
                .satisfies(row -> assertThat(row.path("measures").size()).isZero());

        desk.clock().advance(Duration.ofMillis(1));
        assertThat(desk.rows(Exported.MEASURES, ANNA))
                .extracting(row -> row.path("measure").asString())
                .containsExactlyInAnyOrder("STRIKE", "REMOVAL");
        assertThat(desk.rows(Exported.DECISIONS, ANNA))
                .singleElement()
                .satisfies(row -> assertThat(row.path("measures").size()).isEqualTo(2));
    }

    @Test
    void measuresOfADecisionThatWasUndoneNeverLeave() throws IOException {
        desk.flag("A-1", "text", "5.3");
        String decision = desk.decide("A-1", STRIKE);
        assertThat(desk.review().review().undo(decision, ANNA).decision().line().id())
                .isEqualTo(decision);
        desk.clock().advance(UNDO.multipliedBy(2));

        assertThat(desk.rows(Exported.MEASURES, ANNA)).isEmpty();
        assertThat(desk.rows(Exported.DECISIONS, ANNA))
                .singleElement()
                .satisfies(row -> assertThat(row.path("state").asString()).isEqualTo("REVERSED"));
    }

    @Test
    void aReferralThatWaitsForASecondPersonStaysUntilItIsApprovedAndItsTimeHasCome() throws IOException {
        desk.flag("A-1", "text", "5.3");
        String decision = desk.decide("A-1", """
            "answers":{"5.3.1":"YES"},"outcome":"REMOVE","rationale":"Somebody should look at this in court.",
            "referrals":[{"to":"JUDICIAL_AUTHORITY","why":"It names a victim and a place."}]\
            """);
        desk.clock().advance(UNDO.multipliedBy(2));
        assertThat(referrals()).isEmpty();

        assertThat(desk.review().review().approve(decision, BRAM).line().id()).isEqualTo(decision);
        desk.clock().advance(UNDO.multipliedBy(2));
        assertThat(referrals()).hasSize(1);
    }

    @Test
    void aReferralThatSavesALifeLeavesAtOnceAndStaysWhenTheDecisionIsUndone() throws IOException {
        desk.flag("A-1", "text", "5.3");
        String decision = desk.decide("A-1", """
            "answers":{"5.3.1":"YES"},"outcome":"REMOVE","rationale":"Somebody is in danger right now.",
            "referrals":[{"to":"EMERGENCY_SERVICES","why":"In danger right now.","threatToLife":true}]\
            """);

        assertThat(referrals()).hasSize(1);
        assertThat(desk.review().review().undo(decision, ANNA).decision().followUp())
                .isTrue();
        assertThat(referrals()).hasSize(1);
    }

    @Test
    void aRefusedReferralNeverLeaves() throws IOException {
        desk.flag("A-1", "text", "5.3");
        String decision = desk.decide("A-1", """
            "answers":{"5.3.1":"YES"},"outcome":"REMOVE","rationale":"Somebody should look at this in court.",
            "referrals":[{"to":"JUDICIAL_AUTHORITY","why":"It names a victim and a place."}]\
            """);
        assertThat(desk.review()
                        .review()
                        .refuse(decision, BRAM, "Not enough for a court.")
                        .line()
                        .id())
                .isEqualTo(decision);
        desk.clock().advance(UNDO.multipliedBy(2));

        assertThat(referrals()).isEmpty();
    }

    @Test
    void childSafetyCasesAndDecisionsLeaveOnlyWithTheClearance() throws IOException {
        desk.flag("A-1", "text", "5.3");
        desk.flag("S-1", "text", "8.4");
        desk.decide("S-1", """
            "answers":{"8.4.1":"YES"},"outcome":"REMOVE","account":{"measure":"STRIKE"},
            "rationale":"Said to a pupil, in so many words.\"\
            """);
        desk.clock().advance(UNDO);

        assertThat(desk.rows(Exported.CASES, ANNA)).hasSize(2);
        assertThat(desk.rows(Exported.DECISIONS, ANNA)).hasSize(1);
        assertThat(desk.rows(Exported.MEASURES, ANNA)).isNotEmpty();
        assertThat(desk.rows(Exported.CASES, UNCLEARED))
                .extracting(row -> row.path("id").asString())
                .containsExactly("A-1");
        assertThat(desk.rows(Exported.DECISIONS, UNCLEARED)).isEmpty();
        assertThat(desk.rows(Exported.MEASURES, UNCLEARED)).isEmpty();
    }

    @Test
    void aCaseInJsonIsAnItemThatCanBeImportedAgain() throws IOException {
        desk.flag("A-1", "\u202Etext\u0000\n\"quoted\" \uD83D\uDE00, =1+1", "5.3");
        JsonNode row = desk.rows(Exported.CASES, ANNA).getFirst();

        var read = new DeskFormat(Instant.parse("2026-11-02T12:00:00Z")).read(row.toString());

        assertThat(read.item().id()).isEqualTo("A-1");
        assertThat(read.item().text()).isEqualTo("\u202Etext\u0000\n\"quoted\" \uD83D\uDE00, =1+1");
        assertThat(read.reports()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Exported.class)
    void everyExportIsAnEventThatSaysWhatAndHowMuch(Exported what) throws IOException {
        desk.flag("A-1", "text", "5.3");

        for (ExportForm form : ExportForm.values()) {
            long rows = desk.export(order(what, form), folder.resolve("out"), ANNA);

            JsonNode told = desk.exportsTold().getLast();
            assertThat(told.path("what").asString()).isEqualTo(what.name());
            assertThat(told.path("form").asString()).isEqualTo(form.name());
            assertThat(told.path("rows").asLong()).isEqualTo(rows);
        }
        assertThat(desk.review().verify()).extracting(Verdict::intact).isEqualTo(true);
    }

    @Test
    void aTargetThatCannotBeWrittenIsLeftAsItWasAndNothingIsTold() throws IOException {
        desk.flag("A-1", "text", "5.3");
        Path full = Files.createDirectories(folder.resolve("target/inside")).getParent();

        for (Path target : List.of(full, folder.resolve("nowhere/file"), Path.of("/"))) {
            assertThatThrownBy(() -> desk.export(order(Exported.CASES, ExportForm.CSV), target, ANNA))
                    .isInstanceOf(IOException.class);
        }
        assertThat(full.resolve("inside")).isDirectory();
        assertThat(desk.exportsTold()).isEmpty();
    }

    @Test
    void anExportThatBreaksOffLeavesTheOldFileWholeAndNoRemains() throws IOException {
        Path target = Files.writeString(folder.resolve("cases.csv"), "old");
        Path bystander = Files.writeString(folder.resolve("cases.csv.part"), "mine");
        desk.flag("A-1", "text", "5.3");
        desk.close();

        assertThatThrownBy(() -> desk.export(order(Exported.CASES, ExportForm.CSV), target, ANNA))
                .isInstanceOf(RuntimeException.class);
        assertThat(target).hasContent("old");
        assertThat(bystander).hasContent("mine");
        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".part"))).containsExactly(bystander);
        }
    }

    private List<JsonNode> referrals() throws IOException {
        JsonNode row = desk.rows(Exported.DECISIONS, ANNA).getLast();
        return row.path("referralStates").valueStream().toList();
    }
}
