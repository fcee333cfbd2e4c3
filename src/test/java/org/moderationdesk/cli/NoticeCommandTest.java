package org.moderationdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.cli.CommandRun.MARK;
import static org.moderationdesk.cli.CommandRun.line;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** notice: what the person concerned is told. */
class NoticeCommandTest {
    @Test
    void theNoticeIsPrintedInTheItemsLanguageOrTheOneAskedFor(@TempDir Path folder) {
        var desk = new CommandRun(folder);
        desk.imported(line("A-1", "5.1"));
        String id = String.valueOf(desk.run("decide", desk.write("d.jsonl", """
            {"item":"A-1","answers":{"5.1.1":"YES"},"outcome":"REMOVE","rationale":"a good reason for it"}\
            """).toString(), "--json")
                .object()
                .get("decision"));
        var early = desk.run("notice", id);
        assertThat(early.status()).isEqualTo(Exit.NO);
        assertThat(early.err()).contains("There is no notice yet: until");
        desk.clock().advance(Duration.ofDays(1));

        var notice = desk.run("notice", id);

        assertThat(notice.status()).isEqualTo(Exit.DONE);
        assertThat(notice.out())
                .contains("je tekst", "113 Zelfmoordpreventie, 0800-0113", id)
                .doesNotContain("a good reason", MARK);
        assertThat(notice.err()).contains("Where people can complain is not set");
        assertThat(desk.run("notice", id, "--language", "en", "--json").object())
                .containsEntry("language", "en")
                .containsEntry("help", List.of("NL_113"))
                .hasEntrySatisfying("text", text -> assertThat(text).asString().contains("your text"));
        assertThat(desk.run("notice", id, "--language", "fr").status()).isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("notice", "none").err()).contains("There is no decision none");
        assertThat(desk.run("verify", "--json").object()).containsEntry("intact", true);
    }
}
