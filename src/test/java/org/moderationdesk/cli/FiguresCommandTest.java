package org.moderationdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.cli.CommandRun.MARK;
import static org.moderationdesk.cli.CommandRun.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** referrals figures: numbers for transparency reports. */
class FiguresCommandTest {
    @Test
    void figuresAreCountedForDaysAsWordsAsJsonAndAsAFile(@TempDir Path folder) throws IOException {
        var desk = new CommandRun(folder);
        desk.imported(line("A-1", "1.1"));
        assertThat(figures(desk, "2026-11-01", "2026-11-30").err()).contains("Nothing was referred");
        desk.run("decide", desk.write("d.jsonl", """
            {"item":"A-1","answers":{"1.1.1":"YES"},"outcome":"REMOVE","rationale":"a good reason for it",\
            "referrals":[{"to":"JUDICIAL_AUTHORITY","why":"on the way to somebody","threatToLife":true}]}\
            """).toString());

        assertThat(figures(desk, "2026-11-01", "2026-11-30").out())
                .contains("Referrals made  JUDICIAL_AUTHORITY", "1")
                .doesNotContain(MARK, "A-1");
        assertThat(figures(desk, "2026-11-01", "2026-11-30", "--json").object())
                .containsEntry("what", "REFERRALS_MADE")
                .containsEntry("of", "JUDICIAL_AUTHORITY")
                .containsEntry("count", 1)
                .containsEntry("medianSeconds", null);
        Path file = desk.path("figures.csv");
        assertThat(figures(desk, "2026-11-01", "2026-11-30", "--csv", file.toString())
                        .status())
                .isEqualTo(Exit.DONE);
        assertThat(Files.readString(file)).contains("\"REFERRALS_MADE\",\"JUDICIAL_AUTHORITY\",\"\",1,");
        assertThat(figures(desk, "2026-11-30", "2026-11-01").status()).isEqualTo(Exit.WRONG_USE);
        assertThat(figures(desk, "november", "2026-11-01").err()).contains("A day is written as 2026-01-31");
        assertThat(desk.run("verify", "--json").object()).containsEntry("intact", true);
    }

    private static CommandRun.Answer figures(CommandRun desk, String from, String to, String... more) {
        var all = new ArrayList<>(List.of("referrals", "figures", "--from", from, "--to", to));
        all.addAll(List.of(more));
        return desk.run(all.toArray(String[]::new));
    }
}
