package org.moderationdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.cli.CommandRun.line;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** queues: what there is, what would go where, and a new version. */
class QueuesCommandTest {
    private static final String PLAN = """
        {"default":"general","queues":[{"name":"general"},{"name":"challenges","refusesMeasures":["BAN"]}],
         "rules":[{"name":"to challenges","when":{"sections":["5.3"]},"to":"challenges"}]}
        """;

    private CommandRun desk;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new CommandRun(folder);
        desk.imported(line("A-1", "5.3"), line("A-2", "6.1"));
    }

    @Test
    void aPlanIsTriedSavedAndShown() {
        String file = desk.write("plan.json", PLAN).toString();

        assertThat(desk.run("queues", "dry-run", file, "--json").objects()).anySatisfy(flow -> assertThat(flow)
                .containsEntry("from", "general")
                .containsEntry("to", "challenges")
                .containsEntry("waiting", 1));
        assertThat(desk.run("queues", "save", file, "--json").object())
                .containsEntry("version", 1)
                .containsEntry("moved", 1);
        assertThat(desk.run("queues", "list", "--json").objects())
                .extracting(row -> row.get("queue"))
                .containsExactly("challenges", "general");
        assertThat(desk.run("queue", "--queue", "challenges", "--json").objects())
                .extracting(row -> row.get("item"))
                .containsExactly("A-1");
        assertThat(desk.run("queues", "history", "--json").objects())
                .singleElement()
                .satisfies(version -> assertThat(version)
                        .containsEntry("changes", List.of("QUEUE_ADDED challenges", "RULE_ADDED to challenges")));
        assertThat(desk.run("queues", "show", "--json").object()).containsEntry("version", 1);
        assertThat(desk.run("queues", "save", file, "--json").status()).isEqualTo(Exit.NO);
    }

    @Test
    void whatIsNoPlanIsSaidInWords() {
        String broken = desk.write("broken.json", "{\"default\":\"nowhere\"}").toString();

        assertThat(desk.run("queues", "save", broken).status()).isEqualTo(Exit.NO);
        CommandRun.Answer none = desk.run(
                "queues", "save", desk.write("none.json", "{\n \"default\":,}").toString());
        assertThat(none.status()).isEqualTo(Exit.WRONG_USE);
        assertThat(none.err()).contains("JSON 2:");
        assertThat(desk.run("queues", "save", "no such file").status()).isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("queues").status()).isEqualTo(Exit.WRONG_USE);
    }
}
