package org.moderationdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.cli.CommandRun.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.retention.DataClass;

/** retention, erase and access. */
class RetentionCommandTest {
    private CommandRun desk;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new CommandRun(folder);
        desk.imported(line("A-1", "5.3"), line("A-2", "5.3"));
    }

    @Test
    void whatIsOldEnoughGoesUnlessItIsHeld() {
        assertThat(desk.run("retention", "set", "content", "30", "--json").status())
                .isEqualTo(Exit.NO);
        assertThat(desk.run("retention", "set", "nothing", "300").status()).isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("retention", "set", "content", "184", "--json").object())
                .containsEntry("class", "CONTENT")
                .containsEntry("days", 184);
        decide("A-1");
        decide("A-2");
        var held = desk.run("retention", "hold", "--item", "A-2", "--why", "as the court asks", "--json");
        assertThat(held.object()).containsEntry("kind", "LEGAL").containsEntry("id", "A-2");
        assertThat(desk.run("retention", "hold", "--why", "as the court asks").status())
                .isEqualTo(Exit.WRONG_USE);
        desk.clock().advance(Duration.ofDays(185));

        var plan = desk.run("retention", "plan", "--json");
        assertThat(plan.objects()).hasSize(DataClass.values().length).anySatisfy(row -> assertThat(row)
                .containsEntry("class", "CONTENT")
                .containsEntry("goes", 1)
                .containsEntry("held", Map.of("LEGAL", 1)));
        assertThat(shown("A-1")).contains(CommandRun.MARK);

        assertThat(desk.run("retention", "run").out())
                .contains("Content and files: 184 days  1 gone  (held: 1 legal hold)");

        assertThat(shown("A-1")).doesNotContain("Een bericht");
        assertThat(shown("A-2")).contains("Een bericht");
        assertThat(desk.run("verify", "--json").object()).containsEntry("intact", true);
        String hold = String.valueOf(held.object().get("hold"));
        assertThat(desk.run("retention", "holds", "--json").objects()).hasSize(1);
        assertThat(desk.run("retention", "lift", hold, "--json").object()).containsEntry("lifted", true);
        assertThat(desk.run("retention", "lift", hold).status()).isEqualTo(Exit.NO);
    }

    @Test
    void aPersonIsErasedAndAnswered() throws IOException {
        decide("A-1");
        Path out = desk.path("answer.json");
        var answered = desk.run("access", "u-A-1", "--out", out.toString(), "--reference", "R-1", "--json");
        assertThat(answered.object()).containsEntry("items", 1).containsEntry("leftOut", 0);
        assertThat(Files.readString(out)).contains("Een bericht");
        assertThat(Files.readString(desk.path("answer.txt"))).contains("Een bericht");

        assertThat(desk.run("erase", "u-A-1").status()).isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("erase", "u-A-1", "--plan", "--json").object())
                .containsEntry("erased", false)
                .containsEntry("items", 1);
        assertThat(desk.run("erase", "u-A-1", "--reference", "R-1", "--json").object())
                .containsEntry("erased", true)
                .containsEntry("whole", true);
        assertThat(desk.run("erase", "u-A-2", "--reference", "R-2").status()).isEqualTo(Exit.NO);
        assertThat(desk.run("erase", "u-none", "--reference", "R-3").status()).isEqualTo(Exit.NO);

        assertThat(shown("A-1")).doesNotContain("Een bericht");
        assertThat(shown("A-2")).contains("Een bericht");
        assertThat(desk.run("verify", "--json").object()).containsEntry("intact", true);
    }

    @Test
    void whatIsPreservedIsListedWithItsEndAndGoesOnAnOrder() {
        decide("A-1");
        String hold = String.valueOf(
                desk.run("retention", "hold", "--item", "A-2", "--why", "asked by an authority", "--json")
                        .object()
                        .get("hold"));
        String end = desk.clock().instant().plus(Duration.ofDays(20)).toString();
        assertThat(desk.run("retention", "extend", hold, "--until", end, "--why", "for twenty days", "--json")
                        .object())
                .containsEntry("until", end);
        assertThat(desk.run("retention", "extend", hold, "--until", "soon", "--why", "for twenty days")
                        .status())
                .isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("retention", "preserved", "--days", "10", "--json").object())
                .containsEntry("state", "STANDS")
                .containsEntry("of", "A-2")
                .containsEntry("ends", end);
        assertThat(desk.run("retention", "preserved").out()).contains("ends soon");
        desk.clock().advance(Duration.ofDays(21));
        assertThat(desk.run("retention", "preserved").out()).contains("OVERDUE");

        assertThat(desk.run("retention", "destroy", "A-1", "--order", "none").err())
                .contains("No open order");
        String order = String.valueOf(desk.run(
                        "referrals",
                        "orders",
                        "receive",
                        "--kind",
                        "destruction",
                        "--target",
                        "NL_POLICE",
                        "--authority",
                        "An authority",
                        "--reference",
                        "REF-1",
                        "--proved",
                        "called back",
                        "--received",
                        desk.clock().instant().toString(),
                        "--within",
                        "PT48H",
                        "--item",
                        "A-1",
                        "--json")
                .object()
                .get("order"));
        assertThat(desk.run("retention", "destroy", "A-1", "--order", order, "--json")
                        .object())
                .containsEntry("item", "A-1");
        assertThat(shown("A-1")).doesNotContain("Een bericht");
        assertThat(desk.run("verify", "--json").object()).containsEntry("intact", true);
    }

    private String shown(String item) {
        return desk.run("show", item, "--json").out();
    }

    private void decide(String item) {
        Path file = desk.write("decide.jsonl", """
            {"item":"%s","answers":{"5.3.1":"YES"},"outcome":"REMOVE","rationale":"a rationale about them"}\
            """.formatted(item));
        assertThat(desk.run("decide", file.toString(), "--json").object()).containsEntry("accepted", true);
    }
}
