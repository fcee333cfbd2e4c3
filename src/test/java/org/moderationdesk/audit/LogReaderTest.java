package org.moderationdesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.audit.AuditDesk.ANNA;
import static org.moderationdesk.audit.AuditDesk.BRAM;
import static org.moderationdesk.audit.AuditDesk.UNCLEARED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.Progress;
import org.moderationdesk.quality.QualityState;
import org.moderationdesk.search.TextAnswer;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;

/** What the list of decisions asks for, and what leaves the desk of it. */
class LogReaderTest {
    private static final String REMOVAL = "\"answers\":{\"5.3.1\":\"YES\"},\"outcome\":\"REMOVE\"";
    private static final String NOTHING =
            "\"answers\":{\"5.3.1\":\"NO\",\"5.3.2\":\"NO\",\"5.3.3\":\"NO\"}," + "\"outcome\":\"NO_VIOLATION\"";
    private static final LogOrder NEWEST = LogOrder.newestFirst();

    @TempDir
    private Path folder;

    private AuditDesk desk;

    @BeforeEach
    void open() {
        desk = new AuditDesk(folder);
    }

    @AfterEach
    void close() {
        assertThat(desk.review().verify().intact()).isTrue();
        desk.close();
    }

    @Test
    void wordsAreLookedForInIdsAndNamesAndTexts() {
        decided("V-100", "somebody tosses a lantern", REMOVAL);
        decided("v-101", "a haircut", NOTHING);
        decided("W-1", "a lantern of v-100", NOTHING);
        try (var search = desk.searching()) {
            LogReader reader = desk.reader(ANNA, search);

            assertThat(found(reader, "lantern")).containsExactly("W-1", "V-100");
            assertThat(found(reader, "v-10")).containsExactly("v-101", "V-100");
            assertThat(found(reader, "ANNA")).containsExactly("W-1", "v-101", "V-100");
            assertThat(found(reader, "zebra")).isEmpty();
            assertThat(reader.answer(LogFilter.none().saying("\"open"), NEWEST, Progress.NONE)
                            .unfound())
                    .isEqualTo(new TextAnswer.Unclear(TextAnswer.Why.OPEN_PHRASE));
        }
    }

    @Test
    void whileWordsAreGatheredNamesAreFoundAndItIsSaid() {
        decided("V-100", "somebody tosses a lantern", REMOVAL);

        LogAnswer answer = desk.reader(ANNA).answer(LogFilter.none().saying("v-1"), NEWEST, Progress.NONE);

        assertThat(answer.size()).isOne();
        assertThat(answer.unfound()).isEqualTo(new TextAnswer.Preparing(1, 3));
    }

    @Test
    void theStateInQualityReviewFollowsAndFilters() {
        String sampled = decided("V-1", "text", REMOVAL);
        decided("V-2", "text", REMOVAL);
        LogReader reader = desk.reader(ANNA);
        LogFilter waiting = LogFilter.none().put(Facet.QUALITY, QualityState.WAITING.name(), true);
        assertThat(reader.answer(waiting, NEWEST, Progress.NONE).size()).isZero();

        assertThat(desk.requests().ask(BRAM, sampled, "a hard one", 5)).isNotBlank();

        LogAnswer answer = reader.answer(waiting, NEWEST, Progress.NONE);
        assertThat(reader.rows(answer, 0, 10)).singleElement().satisfies(row -> {
            assertThat(row.fact().itemId()).isEqualTo("V-1");
            assertThat(row.quality()).isEqualTo(QualityState.WAITING);
        });
        assertThat(reader.newest(10))
                .extracting(LogRow::quality)
                .containsExactly(QualityState.NOT_SAMPLED, QualityState.WAITING);
    }

    @Test
    void anAnswerKnowsThePlaceOfEachDecision() {
        for (int i = 0; i < 5; i++) {
            decided("V-" + i, "text", i == 2 ? NOTHING : REMOVAL);
        }
        LogAnswer answer =
                desk.reader(ANNA).answer(LogFilter.none().put(Facet.OUTCOME, "REMOVE", true), NEWEST, Progress.NONE);

        assertThat(answer.size()).isEqualTo(4);
        for (int place = 0; place < 4; place++) {
            assertThat(answer.placeOf(answer.seq(place))).isEqualTo(place);
        }
        assertThat(answer.placeOf(1)).isNegative();
    }

    @Test
    void whatIsExportedIsWhatIsFilteredAndNoCellIsAFormula() throws IOException {
        decided("=1+1", "text", REMOVAL);
        decided("V-2", "text", NOTHING);
        Path csv = folder.resolve("log.csv");
        Path json = folder.resolve("log.jsonl");
        var export = new LogExport(desk.reader(ANNA), desk.review().log());
        LogFilter removed = LogFilter.none().put(Facet.OUTCOME, "REMOVE", true);

        assertThat(export.write(removed, NEWEST, ExportForm.CSV, csv, Progress.NONE))
                .isOne();
        assertThat(export.write(LogFilter.none(), NEWEST, ExportForm.JSONL, json, Progress.NONE))
                .isEqualTo(2);

        assertThat(Files.readAllLines(csv))
                .hasSize(2)
                .last()
                .asString()
                .contains("'=1+1")
                .doesNotContain(",=1+1")
                .doesNotContain(",\"=1+1");
        assertThat(Files.readAllLines(json)).hasSize(2).first().asString().contains("\"item\":\"V-2\"");
        assertThat(desk.exportsTold())
                .extracting(Object::toString)
                .containsExactly(
                        "{\"all\":false,\"form\":\"CSV\",\"rows\":1,\"what\":\"DECISION_LOG\"}",
                        "{\"all\":true,\"form\":\"JSONL\",\"rows\":2,\"what\":\"DECISION_LOG\"}");
    }

    @Test
    void whoDecidedLeavesNotWhileItIsUnsaidWhichOfTwoAnswersHolds() throws IOException {
        decided("V-1", "text", REMOVAL);
        desk.second(decided("V-2", "text", REMOVAL), "V-2", NOTHING);
        Path file = folder.resolve("log.jsonl");

        var unused = new LogExport(desk.reader(ANNA), desk.review().log())
                .write(LogFilter.none(), NEWEST, ExportForm.JSONL, file, Progress.NONE);

        assertThat(Files.readAllLines(file))
                .satisfiesExactly(
                        differs -> assertThat(differs)
                                .contains("\"V-2\"", "\"DIFFERS\"")
                                .doesNotContain("anna", "reviewer"),
                        other -> assertThat(other).contains("\"V-1\"", "\"reviewer\":\"anna\""));
    }

    @Test
    void whoDecidedIsNeitherFilteredOrderedNorSearchedByWhileTheNameIsHidden() {
        String first = decided("V-1", "text", REMOVAL);
        decided("V-2", "text", REMOVAL);
        desk.second(first, "V-1", NOTHING);
        LogReader reader = desk.reader(ANNA);
        LogFilter annas = LogFilter.none().put(Facet.REVIEWER, "anna", true);
        var byName = new LogOrder(LogColumn.REVIEWER, true);

        assertThat(items(reader, annas, NEWEST)).containsExactly("V-2");
        assertThat(items(reader, LogFilter.none().saying("anna"), NEWEST)).containsExactly("V-2");
        assertThat(items(reader, LogFilter.none(), byName))
                .as("no name comes first")
                .startsWith("V-1");
    }

    private static List<String> items(LogReader reader, LogFilter filter, LogOrder order) {
        LogAnswer answer = reader.answer(filter, order, Progress.NONE);
        return reader.rows(answer, 0, 9).stream()
                .map(row -> row.fact().itemId())
                .toList();
    }

    @Test
    void anExportThatIsStoppedLeavesNothingAndIsNotTold() throws IOException {
        decided("V-1", "text", REMOVAL);
        Path file = folder.resolve("stopped.csv");
        var export = new LogExport(desk.reader(ANNA), desk.review().log());

        assertThatThrownBy(() -> export.write(LogFilter.none(), NEWEST, ExportForm.CSV, file, new Stopped()))
                .isInstanceOf(CancellationException.class);

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("stopped") || name.endsWith(".part"));
        }
        assertThat(desk.exportsTold()).isEmpty();
    }

    @Test
    void onlyWhoMayExportDoes() {
        var trainer = new Person("dora", Set.of(Role.TRAINER), true);
        var export = new LogExport(desk.reader(trainer), desk.review().log());

        assertThatThrownBy(() -> export.write(
                        LogFilter.none(), NEWEST, ExportForm.CSV, folder.resolve("none.csv"), Progress.NONE))
                .isInstanceOf(RightRefused.class);
        assertThat(folder.resolve("none.csv")).doesNotExist();
    }

    @Test
    void whatConcernsChildSafetyLeavesOnlyWithTheClearance() throws IOException {
        decided("V-1", "text", REMOVAL);
        desk.flag("C-1", "text", "8.4");
        var _ = desk.decide("C-1", """
            "answers":{"8.4.1":"YES"},"outcome":"ESCALATE","escalateTo":"general","notes":{"8.4.1":"looks so"},
            "rationale":"somebody who knows has to look"\
            """);
        Path file = folder.resolve("log.jsonl");

        assertThat(new LogExport(desk.reader(UNCLEARED), desk.review().log())
                        .write(LogFilter.none(), NEWEST, ExportForm.JSONL, file, Progress.NONE))
                .isOne();
        assertThat(Files.readString(file)).doesNotContain("C-1");
    }

    private static final class Stopped implements Progress {
        @Override
        public void at(long done, long total) {}

        @Override
        public boolean isCancelled() {
            return true;
        }
    }

    private String decided(String item, String text, String fields) {
        desk.flag(item, text, "5.3");
        return desk.decide(item, fields);
    }

    private static List<String> found(LogReader reader, String words) {
        LogAnswer answer = reader.answer(LogFilter.none().saying(words), NEWEST, Progress.NONE);
        assertThat(answer.unfound()).isNull();
        List<String> items = new ArrayList<>();
        reader.rows(answer, 0, 100).forEach(row -> items.add(row.fact().itemId()));
        return items;
    }
}
