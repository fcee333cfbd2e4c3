package org.moderationdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.cli.CommandRun.line;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;

/** referrals emergency: whom to call, that somebody did, and what came of it. */
class EmergencyCommandTest {
    private CommandRun desk;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new CommandRun(folder);
        desk.imported(line("A-1", "1.1"));
    }

    @Test
    void oneCommandSaysWhomToCallAndOneEntersTheCall() {
        assertThat(desk.run("referrals", "emergency", "script", "A-1").out())
                .contains("CALL NOW: 112", "Who  u-A-1", "Where  Not known here");
        assertThat(desk.run("referrals", "emergency", "script", "A-1", "--region", "BE")
                        .out())
                .contains("No number of BE is set");

        var call = desk.run("referrals", "emergency", "call", "A-1", "--json").object();
        assertThat(call).containsEntry("number", "112").containsEntry("open", true);
        assertThat(desk.run("approvals", "notices", "--json").objects())
                .anySatisfy(notice -> assertThat(notice).containsEntry("kind", "EMERGENCY_CALLED"));
        assertThat(desk.run("referrals", "emergency", "list").out()).contains("outcome not entered");
        String id = String.valueOf(call.get("call"));
        assertThat(desk.run(
                                "referrals",
                                "emergency",
                                "outcome",
                                id,
                                "--outcome",
                                "taken-over",
                                "--reference",
                                "MK-7",
                                "--json")
                        .object())
                .containsEntry("outcome", "TAKEN_OVER")
                .containsEntry("reference", "MK-7");
        assertThat(desk.run("referrals", "emergency", "list", "--json").object())
                .containsEntry("open", false);
        assertThat(desk.run("verify", "--json").object()).containsEntry("intact", true);
    }

    @Test
    void whoHelpsIsSaidInTheDesksLanguage() {
        assertThat(desk.run("referrals", "emergency", "support").out()).contains("113 Suicide prevention, 0800-0113");
        desk.speak(Language.NL);
        assertThat(desk.run("referrals", "emergency", "support", "--region", "NL")
                        .out())
                .contains("113 Zelfmoordpreventie");
        desk.speak(Language.EN);
    }

    @Test
    void whatIsWrongIsSaidInWords() {
        assertThat(desk.run("referrals", "emergency", "script", "none").err()).contains("not at this desk");
        assertThat(desk.run("referrals", "emergency", "outcome", "none", "--outcome", "advised")
                        .err())
                .contains("no call");
        assertThat(desk.run("referrals", "emergency", "outcome", "none", "--outcome", "well")
                        .status())
                .isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("referrals", "emergency").status()).isEqualTo(Exit.WRONG_USE);
    }
}
