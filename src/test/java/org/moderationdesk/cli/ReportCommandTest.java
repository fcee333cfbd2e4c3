package org.moderationdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.cli.CommandRun.MARK;
import static org.moderationdesk.cli.CommandRun.line;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports to NCMEC on the command line. */
final class ReportCommandTest {
    private CommandRun desk;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new CommandRun(folder);
    }

    @Test
    void aReportToNcmecIsCheckedFieldByFieldAndNotSent() {
        desk.imported(line("A-1", "8.1"));
        String decision = desk.write("decisions.jsonl", """
            {"item":"A-1","answers":{"8.1.1":"YES"},"outcome":"REMOVE","rationale":"A neutral placeholder, made up.",\
            "referrals":[{"to":"NCMEC","why":"%s","threatToLife":true}]}\
            """.formatted(MARK)).toString();
        assertThat(desk.run("decide", decision, "--as", "Anna").status()).isZero();
        String referral = desk.run("referrals", "list", "--json").objects().stream()
                .filter(one -> "NCMEC".equals(one.get("to")))
                .map(one -> String.valueOf(one.get("referral")))
                .findFirst()
                .orElseThrow();

        var answer = desk.run("referrals", "validate", referral, "--json");

        assertThat(answer.status()).isEqualTo(Exit.NO);
        assertThat(answer.object()).containsEntry("referral", referral).containsEntry("valid", false);
        assertThat(answer.out()).contains("report/incidentSummary/incidentType").doesNotContain(MARK);
        assertThat(desk.run("referrals", "validate", referral, "--incident-type", "CHILD_SEX_TOURISM")
                        .out())
                .contains("report/reporter/reportingPerson/email")
                .doesNotContain("incidentType");
        assertThat(desk.run("referrals", "validate", "no-such").status()).isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("referrals", "validate", referral, "--incident-type", "OTHER")
                        .status())
                .isEqualTo(Exit.WRONG_USE);
    }

    @Test
    void aReportIsKeptWhileSendingIsOffAndNothingLooksSent() {
        String referral = referred();

        var refused = desk.run("referrals", "send", referral, "--json");
        assertThat(refused.status()).isEqualTo(Exit.NO);
        assertThat(refused.object()).containsEntry("why", "INVALID");
        assertThat(refused.out())
                .contains("report/incidentSummary/incidentType")
                .doesNotContain(MARK);

        desk.write(
                "home/settings/reporter.json",
                "{\"firstName\":\"Noor\",\"lastName\":\"Desk\",\"email\":\"desk@example.org\",\"service\":\"App\","
                        + "\"companyText\":\"\",\"terms\":\"\",\"legalUrl\":\"\"}");
        var kept = desk.run("referrals", "send", referral, "--incident-type", "CHILD_SEX_TOURISM", "--json");
        assertThat(kept.out()).doesNotContain(MARK);
        assertThat(kept.object()).containsEntry("standing", "KEPT");
        assertThat(kept.status()).isEqualTo(Exit.DONE);

        var shown = desk.run("referrals", "show", referral, "--json");
        assertThat(shown.status()).isZero();
        assertThat(shown.out()).contains("\"MADE\"").contains("DISABLED").doesNotContain(MARK);
        assertThat(desk.run("referrals", "show", referral).out()).contains("nothing was sent");
        assertThat(desk.run("referrals", "show", "no-such").status()).isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("referrals", "retract", referral, "--json").object())
                .containsEntry("why", "NO_SUCH_FILING");
        assertThat(desk.run("referrals", "fetch-schema", "--json").object()).containsEntry("why", "SENDING_OFF");
    }

    private String referred() {
        desk.imported(line("A-1", "8.1").replaceFirst("\\{", "{\"postedAt\":\"2026-10-01T12:00:00Z\","));
        String decision = desk.write("decisions.jsonl", """
            {"item":"A-1","answers":{"8.1.1":"YES"},"outcome":"REMOVE","rationale":"A neutral placeholder, made up.",\
            "referrals":[{"to":"NCMEC","why":"%s","threatToLife":true}]}\
            """.formatted(MARK)).toString();
        assertThat(desk.run("decide", decision, "--as", "Anna").status()).isZero();
        return desk.run("referrals", "list", "--json").objects().stream()
                .filter(one -> "NCMEC".equals(one.get("to")))
                .map(one -> String.valueOf(one.get("referral")))
                .findFirst()
                .orElseThrow();
    }
}
