package org.moderationdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.cli.CommandRun.MARK;
import static org.moderationdesk.cli.CommandRun.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** import, sample and tour. */
class IntakeCommandsTest {
    private static final String[] COUNTS = {
        "read", "newCases", "mergedReports", "updated", "unchanged", "rejected", "seconds"
    };

    @TempDir
    private Path folder;

    private CommandRun desk;

    @BeforeEach
    void open() {
        desk = new CommandRun(folder);
    }

    @Test
    void severalFilesAreOneAnswerAndTheStoreIsMadeWithItsKeyTold() {
        Path one = desk.write("one.jsonl", line("N-1", "5.3"), "", line("N-2", "5.3"));
        Path two = desk.write("two.jsonl", line("N-3", "2.1"));

        var answer = desk.run("import", one.toString(), two.toString(), "--json");

        assertThat(answer.status()).isZero();
        assertThat(answer.object().keySet()).containsExactly(COUNTS);
        assertThat(answer.object()).containsEntry("read", 3).containsEntry("newCases", 3);
        assertThat(answer.err()).startsWith("Recovery key of this new store");
    }

    @Test
    void importingAgainChangesNothing() {
        desk.imported(line("N-1", "5.3"));

        var again = desk.imported(line("N-1", "5.3"));

        assertThat(again.status()).isZero();
        assertThat(again.object()).containsEntry("newCases", 0).containsEntry("unchanged", 1);
        assertThat(again.err()).isEmpty();
    }

    @Test
    void refusedLinesAreANoAndStandInTheirFile() throws IOException {
        Path file = desk.write("bad.jsonl", line("N-1", "5.3"), "{\"id\":\"" + MARK + "\"}", "no json " + MARK);

        var answer = desk.run("import", file.toString(), "--json");

        Path rejected = Path.of(file + ".rejected.jsonl");
        assertThat(answer.status()).isEqualTo(Exit.NO);
        assertThat(answer.object()).containsEntry("newCases", 1).containsEntry("rejected", 2);
        assertThat(answer.err()).contains(rejected.toString());
        assertThat(Files.readString(rejected)).contains("\"line\":2", "\"line\":3", "\"raw\":\"no json " + MARK);
    }

    @Test
    void refusedLinesCountAlsoWhereTheirFileCannotBeWritten() throws IOException {
        Path file = desk.write("bad.jsonl", "no json");
        Files.createDirectories(Path.of(file + ".rejected.jsonl").resolve("in the way"));

        var answer = desk.run("import", file.toString(), "--json");

        assertThat(answer.status()).isEqualTo(Exit.NO);
        assertThat(answer.object()).containsEntry("rejected", 1);
    }

    @Test
    void wordsWithoutJson() {
        desk.imported();
        Path file = desk.write("one.jsonl", line("N-1", "5.3"));

        assertThat(desk.run("import", file.toString()).out())
                .isEqualTo("Read 1: 1 new cases, 0 reports added, 0 updated, 0 unchanged, 0 rejected.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"import nosuch.jsonl", "import .", "import pom.xml nosuch", "import pom.xml --format xml"})
    void whatCannotBeReadIsWrongUseAndMakesNoStore(String arguments) {
        var answer = desk.bare((arguments + " --json --home " + desk.path("nowhere")).split(" "));

        assertThat(answer.status()).isEqualTo(Exit.WRONG_USE);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).hasLineCount(1);
        assertThat(Files.exists(desk.path("nowhere"))).isFalse();
    }

    @Test
    void samplesGoIntoAnEmptyStoreOnly() {
        var first = desk.run("sample", "--cases", "12", "--json");
        var second = desk.run("sample", "--cases", "12", "--json");

        assertThat(first.status()).isZero();
        assertThat(first.object()).containsOnly(Map.entry("cases", 12));
        assertThat(second.status()).isEqualTo(Exit.WRONG_USE);
        assertThat(second.out()).isEmpty();
        assertThat(desk.run("queue", "--json", "--limit", "1000").objects()).hasSize(12);
    }

    @Test
    void noSamplesAreWrongUse() {
        assertThat(desk.run("sample", "--cases", "0").status()).isEqualTo(Exit.WRONG_USE);
    }

    @Test
    void aTourThatCannotLeaveItsPicturesDoesNotBegin() {
        Path inTheWay = desk.write("file", "");

        var answer = desk.run("tour", "--out", inTheWay.toString());

        assertThat(answer.status()).isEqualTo(Exit.WRONG_USE);
        assertThat(answer.err()).isEqualTo("Cannot write " + inTheWay + ".\n");
    }
}
