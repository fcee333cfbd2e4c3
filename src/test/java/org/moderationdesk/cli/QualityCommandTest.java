package org.moderationdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.cli.CommandRun.line;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** quality: a plan is tried, set, drawn by and followed. */
class QualityCommandTest {
    private static final String PLAN = """
        {"random":100,"sections":[{"section":"5.3","share":0.5}],"dueDays":3}
        """;

    @Test
    void aPlanIsTriedSetDrawnByAndFollowed(@TempDir Path folder) {
        var desk = new CommandRun(folder);
        desk.imported(line("A-1", "5.3"), line("A-2", "6.1"));
        assertThat(desk.run(
                                "decide",
                                desk.write("d.jsonl", removal("A-1"), removal("A-2"))
                                        .toString(),
                                "--json")
                        .objects())
                .allSatisfy(answer -> assertThat(answer).containsEntry("accepted", true));
        desk.clock().advance(Duration.ofHours(1));
        String file = desk.write("plan.json", PLAN).toString();

        assertThat(desk.run("quality", "plans", "dry-run", file, "--json").objects())
                .anySatisfy(row ->
                        assertThat(row).containsEntry("stratum", "RANDOM").containsEntry("decisions", 2))
                .anySatisfy(row -> assertThat(row).containsEntry("decisions", 2).containsEntry("drawn", 2));
        assertThat(desk.run("quality", "plans", "set", file, "--json").object()).containsEntry("version", 1);
        assertThat(desk.run("quality", "plans", "set", file).status()).isEqualTo(Exit.NO);
        assertThat(desk.run("quality", "plans", "list", "--json").object()).containsEntry("version", 1);
        assertThat(desk.run("quality", "plans", "show", "--json").object())
                .containsEntry("random", 100.0)
                .containsEntry("dueDays", 3);
        assertThat(desk.run("quality", "plans", "draw", "--json").object())
                .containsEntry("looked", 2)
                .containsEntry("drawn", 2);
        assertThat(desk.run("quality", "coverage", "--json").objects()).last().satisfies(total -> assertThat(
                        (Map<String, Object>) total)
                .containsEntry("decisions", 2)
                .containsEntry("drawn", 2)
                .containsEntry("waiting", 2));
        assertThat(desk.run("quality", "waiting", "--json").objects())
                .as("nobody reviews their own")
                .isEmpty();
        assertThat(desk.run("quality", "differences", "--json").objects()).isEmpty();
        assertThat(desk.run("quality", "undo", "none").status()).isEqualTo(Exit.NO);
        var refused = desk.run("quality", "resolve", "none", "--verdict", "KEPT");
        assertThat(refused.status()).isEqualTo(Exit.NO);
        assertThat(refused.err()).isNotBlank();
        assertThat(desk.run("verify", "--json").object()).containsEntry("intact", true);
    }

    @Test
    void whatIsNoPlanIsSaidInWords(@TempDir Path folder) {
        var desk = new CommandRun(folder);
        String broken = desk.write("broken.json", "{\"random\":101}").toString();

        assertThat(desk.run("quality", "plans", "set", broken).status()).isEqualTo(Exit.NO);
        CommandRun.Answer none =
                desk.run("quality", "plans", "set", desk.write("none.json", "{").toString());
        assertThat(none.status()).isEqualTo(Exit.WRONG_USE);
        assertThat(none.err()).contains("JSON 2:1");
        assertThat(desk.run("quality", "plans", "set", "no such file").status()).isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("quality", "plans", "show", "--plan", "9").status()).isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("quality").status()).isEqualTo(Exit.WRONG_USE);
    }

    private static String removal(String item) {
        return """
            {"item":"%s","answers":{"5.3.1":"YES"},"outcome":"REMOVE","rationale":"a knife is tossed and caught"}\
            """.formatted(item);
    }
}
