package org.moderationdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** referrals targets: what there is, one of them, and a new version. */
class TargetsCommandTest {
    private CommandRun desk;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new CommandRun(folder);
        assertThat(desk.run("store", "init").status()).isZero();
    }

    @Test
    void aTargetIsShownChangedAndItsVersionsAreListed() {
        assertThat(desk.run("referrals", "targets", "list", "--json").objects()).hasSize(14);
        assertThat(desk.run("referrals", "targets", "list").out()).contains("TCO_ORDER", "within 1 h", "112");
        String shown =
                desk.run("referrals", "targets", "show", "NL_POLICE", "--json").out();
        String file = desk.write("police.json", shown.replace("0900-8844", "088-1234567"))
                .toString();

        assertThat(desk.run("referrals", "targets", "set", file, "--json").object())
                .containsEntry("version", 1)
                .containsEntry("target", "NL_POLICE");
        assertThat(desk.run("referrals", "targets", "show", "NL_POLICE").out()).contains("088-1234567");
        assertThat(desk.run("referrals", "targets", "show", "NL_POLICE", "--plan", "0")
                        .out())
                .contains("0900-8844");
        assertThat(desk.run("referrals", "targets", "history", "--json").objects())
                .singleElement()
                .satisfies(version -> assertThat(version).containsEntry("changed", List.of("NL_POLICE")));
        assertThat(desk.run("referrals", "targets", "set", file).status()).isEqualTo(Exit.NO);
    }

    @Test
    void whatIsWrongIsSaidInWords() {
        String broken = desk.write("broken.json", "{\"code\":\"X\"}").toString();

        assertThat(desk.run("referrals", "targets", "set", broken).status()).isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("referrals", "targets", "set", "no such file").status())
                .isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("referrals", "targets", "show", "NOBODY").err()).contains("There is no target NOBODY");
        assertThat(desk.run("referrals", "targets", "show", "NCMEC", "--plan", "9")
                        .status())
                .isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("referrals", "targets", "remove", "NCMEC").status()).isEqualTo(Exit.NO);
        assertThat(desk.run("referrals", "targets").status()).isEqualTo(Exit.WRONG_USE);
    }
}
