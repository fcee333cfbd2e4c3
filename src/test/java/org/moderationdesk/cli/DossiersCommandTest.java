package org.moderationdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.cli.CommandRun.line;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** referrals dossiers: made, sealed, and known to be sent by its receipt. */
class DossiersCommandTest {
    private CommandRun desk;
    private String referral = "";

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new CommandRun(folder);
        desk.imported(line("A-1", "1.1"));
        String decision = desk.write("decision.jsonl", """
            {"item":"A-1","answers":{"1.1.1":"YES"},"outcome":"REMOVE","rationale":"a neutral placeholder of some length",\
            "referrals":[{"to":"JUDICIAL_AUTHORITY","why":"says to be on the way","threatToLife":true}]}\
            """).toString();
        assertThat(desk.run("decide", decision).status()).isZero();
        referral =
                String.valueOf(desk.run("referrals", "list", "--json").object().get("referral"));
    }

    @Test
    void aDossierIsMadeSealedAndReceived() throws Exception {
        var made = desk.run("referrals", "dossiers", "make", referral, "--state", "BE", "--json")
                .object();
        String id = String.valueOf(made.get("dossier"));
        assertThat(made).containsEntry("target", "NL_POLICE").containsEntry("state", "BE");
        assertThat(desk.run("referrals", "dossiers", "list").out()).contains("not known to have gone out");

        String zip = desk.path("out.zip").toString();
        assertThat(desk.run("referrals", "dossiers", "seal", id, zip).status()).isEqualTo(Exit.WRONG_USE);
        desk.filePassword("too short");
        assertThat(desk.run("referrals", "dossiers", "seal", id, zip).status()).isEqualTo(Exit.NO);
        assertThat(desk.path("out.zip")).doesNotExist();
        desk.filePassword("a-long-password-1");
        assertThat(desk.run("referrals", "dossiers", "seal", id, zip).status()).isZero();
        assertThat(desk.path("out.zip")).isNotEmptyFile();
        assertThat(desk.run("referrals", "dossiers", "seal", id, zip).status()).isEqualTo(Exit.WRONG_USE);
        String pdf = desk.path("out.pdf").toString();
        assertThat(desk.run("referrals", "dossiers", "seal", id, pdf).status()).isZero();
        assertThat(Files.readString(desk.path("out.pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");

        String answer = desk.write("answer.txt", "received").toString();
        String now = desk.clock().instant().toString();
        assertThat(desk.run(
                                "referrals",
                                "dossiers",
                                "receipt",
                                id,
                                "--at",
                                now,
                                "--reference",
                                "PL-1",
                                "--document",
                                answer,
                                "--json")
                        .object())
                .containsEntry("number", 1)
                .containsEntry("reference", "PL-1");
        assertThat(desk.run("referrals", "dossiers", "list", "--json").object()).containsEntry("sent", true);
        String back = desk.path("back.txt").toString();
        assertThat(desk.run("referrals", "dossiers", "answer", id, "1", back).status())
                .isZero();
        assertThat(desk.path("back.txt")).hasContent("received");
        assertThat(desk.run("referrals", "dossiers", "answer", id, "2", back).status())
                .isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("verify", "--json").object()).containsEntry("intact", true);
    }

    @Test
    void whatCannotBeMadeIsSaidInWords() {
        assertThat(desk.run("referrals", "dossiers", "make", "none").err()).contains("There is no referral");
        assertThat(desk.run("referrals", "dossiers", "make", referral, "--to", "EUROPOL")
                        .err())
                .contains("Set a contact");
        assertThat(desk.run("referrals", "dossiers", "receipt", "none", "--at", "yesterday", "--reference", "x")
                        .status())
                .isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("referrals", "dossiers").status()).isEqualTo(Exit.WRONG_USE);
    }
}
