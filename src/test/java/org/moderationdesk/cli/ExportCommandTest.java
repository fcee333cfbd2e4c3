package org.moderationdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.cli.CommandRun.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportCommandTest {
    private CommandRun desk;

    @BeforeAll
    void open(@TempDir Path folder) {
        desk = new CommandRun(folder);
        desk.imported(line("A-1", "5.3"), line("A-2", "5.3"));
    }

    @ParameterizedTest
    @CsvSource({
        "cases,jsonl,2,2",
        "cases,csv,2,3",
        "decisions,jsonl,0,0",
        "decisions,csv,0,1",
        "measures,jsonl,0,0",
        "measures,csv,0,1"
    })
    void rowsAreWrittenAndCounted(String what, String form, int rows, int lines) throws IOException {
        Path out = desk.path(what + "." + form);

        var answer = desk.run("export", what, "--out", out.toString(), "--as-format", form, "--json");

        assertThat(answer.status()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.object().keySet()).containsExactly("rows", "seconds");
        assertThat(answer.object()).containsEntry("rows", rows);
        assertThat(Files.readAllLines(out)).hasSize(lines);
    }

    @Test
    void anExportIsTheLastEventOfTheNext() throws IOException {
        Path out = desk.path("events.jsonl");
        desk.run("export", "events", "--out", out.toString());
        desk.run("export", "events", "--out", out.toString());

        assertThat(Files.readAllLines(out))
                .last()
                .asString()
                .contains("\"kind\":\"EXPORTED\"", "\\\"what\\\":\\\"EVENTS");
    }

    @Test
    void timesLimitWhatIsWritten() {
        String out = desk.path("none.jsonl").toString();

        assertThat(desk.run("export", "cases", "--out", out, "--json", "--from", "2026-11-03T00:00:00+01:00")
                        .object())
                .containsEntry("rows", 0);
        assertThat(desk.run("export", "cases", "--out", out, "--json", "--to", "2026-11-03T00:00:00Z")
                        .object())
                .containsEntry("rows", 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "statements --out OUT",
                "cases --out OUT --as-format xml",
                "cases --out OUT --from yesterday",
                "cases --out OUT --to 2026-11-03T00:00:00",
                "cases --out OUT/nowhere/file",
                "cases --out /",
                "cases"
            })
    void wrongUseWritesNothingAndLeavesTheOldFile(String arguments) throws IOException {
        Path out = desk.write("old.jsonl", "old");

        var answer = desk.run(("export " + arguments.replace("OUT", out.toString())).split(" "));

        assertThat(answer.status()).isEqualTo(Exit.WRONG_USE);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).isNotBlank();
        assertThat(Files.readString(out)).isEqualTo("old\n");
    }
}
