package org.moderationdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.moderationdesk.cli.CommandRun.line;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** people, and what commands refuse to whom. */
class PeopleCommandTest {
    private static final String PASSWORD = "correct horse battery";

    private CommandRun desk;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new CommandRun(folder);
        desk.imported(line("A-1", "5.3"), line("C-1", "8.4"));
    }

    @Test
    void theFirstPersonIsAnAdministratorAndFromThenOnEverybodySignsIn() {
        assertThat(desk.run("people", "add", "Noor", "--roles", "reviewer", "--json")
                        .status())
                .isEqualTo(Exit.NO);
        first();

        desk.password(null);
        assertThat(desk.run("queue", "--as", "Noor", "--json").status()).isEqualTo(Exit.WRONG_USE);
        desk.password("another long password");
        assertThat(desk.run("queue", "--as", "Noor", "--json").status()).isEqualTo(Exit.WRONG_USE);
        desk.password(PASSWORD);
        assertThat(desk.run("queue", "--as", "Eve", "--json").status()).isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("queue", "--as", "noor", "--json").objects()).hasSize(1);
    }

    @Test
    void aPasswordForOneUseOpensNothingButItsOwnChange() {
        first();
        var added = desk.run("people", "add", "Bram", "--roles", "team-lead,trainer", "--as", "Noor", "--json");
        assertThat(added.object())
                .containsEntry("name", "Bram")
                .containsEntry("roles", List.of("TEAM_LEAD", "TRAINER"))
                .containsEntry("mustChange", true)
                .containsKey("oneTimePassword");
        desk.password(String.valueOf(added.object().get("oneTimePassword")));
        assertThat(desk.run("queue", "--as", "Bram").status()).isEqualTo(Exit.WRONG_USE);
        desk.newPassword("bram has a long one");
        assertThat(desk.run("people", "password", "--as", "Bram", "--json").object())
                .containsEntry("mustChange", false);
        desk.password("bram has a long one");
        assertThat(desk.run("queue", "--as", "Bram", "--json").status()).isZero();

        assertRefused("people list", "manage people");
        assertRefused("people disable Noor", "manage people");
        assertRefused("backup " + desk.path("b.zip"), "back up");
        assertRefused("restore " + desk.write("in.zip", "x"), "restore");
        assertThat(desk.run("verify", "--as", "Bram", "--json").status()).isZero();
    }

    @Test
    void whatWaitsIsAnsweredAndSentBackByASecondPerson() {
        desk.imported(line("A-2", "5.3"));
        first();
        added("Bram", "team-lead");
        String asked = banned("A-1");
        String approved = banned("A-2");

        assertThat(desk.run("approvals", "list", "--as", "Noor", "--json").objects())
                .hasSize(2)
                .allSatisfy(row ->
                        assertThat(row).containsEntry("mayAnswer", false).containsEntry("eligible", List.of("Bram")));
        assertThat(desk.run("approvals", "send-back", asked, "--question", "Why?", "--as", "Noor", "--json")
                        .object())
                .containsEntry("rule", "D11");
        desk.password("bram has a long one");
        assertThat(desk.run("approvals", "list", "--as", "Bram", "--json").objects())
                .allSatisfy(row -> assertThat(row).containsEntry("mayAnswer", true));
        assertThat(desk.run("approvals", "approve", approved, "--as", "Bram", "--json")
                        .object())
                .containsEntry("state", "IN_EFFECT");
        assertThat(desk.run(
                                "approvals",
                                "send-back",
                                asked,
                                "--question",
                                "Was a knife seen?",
                                "--as",
                                "Bram",
                                "--json")
                        .object())
                .containsEntry("state", "IN_EFFECT");
        assertThat(desk.run("approvals", "list", "--as", "Bram", "--json").objects())
                .isEmpty();

        desk.password(PASSWORD);
        assertThat(desk.run("approvals", "notices", "--as", "Noor", "--json").objects())
                .extracting(row -> row.get("kind"), row -> row.get("words"), row -> row.get("read"))
                .containsExactlyInAnyOrder(
                        tuple("APPROVED", "", false), tuple("SENT_BACK", "Was a knife seen?", false));
        assertThat(desk.run("approvals", "notices", "--as", "Noor", "--json").objects())
                .allSatisfy(row -> assertThat(row).containsEntry("read", true));
        assertThat(desk.run("verify", "--as", "Noor", "--json").object()).containsEntry("intact", true);
    }

    private String banned(String item) {
        Path file = desk.write("ban.jsonl", """
            {"item":"%s","answers":{"5.3.1":"YES"},"outcome":"REMOVE","account":{"measure":"BAN"},\
            "rationale":"A stunt with a knife, thrown and caught."}\
            """.formatted(item));
        return String.valueOf(desk.run("decide", file.toString(), "--as", "Noor", "--json")
                .object()
                .get("decision"));
    }

    private void added(String name, String roles) {
        var added = desk.run("people", "add", name, "--roles", roles, "--as", "Noor", "--json");
        desk.password(String.valueOf(added.object().get("oneTimePassword")));
        desk.newPassword("bram has a long one");
        assertThat(desk.run("people", "password", "--as", name).status()).isZero();
        desk.password(PASSWORD);
    }

    @Test
    void withoutTheClearanceNoCommandKnowsOfAChildSafetyCase() {
        first();
        assertThat(desk.run("queue", "--as", "Noor", "--json").objects())
                .extracting(row -> row.get("item"))
                .containsExactly("A-1");
        var hidden = desk.run("show", "C-1", "--as", "Noor", "--json");
        assertThat(hidden.status()).isEqualTo(Exit.WRONG_USE);
        assertThat(hidden.err())
                .isEqualTo(desk.run("show", "C-2", "--as", "Noor").err().replace("C-2", "C-1"));
        assertThat(desk.run("claim", "C-1", "--as", "Noor").status()).isEqualTo(Exit.NO);

        assertThat(desk.run("people", "clearance", "Noor", "--child-safety", "--as", "Noor", "--json")
                        .object())
                .containsEntry("childSafety", true);
        assertThat(desk.run("show", "C-1", "--as", "Noor", "--json").status()).isZero();
        assertThat(desk.run("people", "clearance", "Noor", "--no-child-safety", "--as", "Noor", "--json")
                        .object())
                .containsEntry("childSafety", false);
    }

    @Test
    void somebodyIsGivenOnlyTheLanguagesAndSectionsThatTheyJudge() {
        first();
        var set = desk.run(
                "people", "skills", "Noor", "--languages", "fr,de", "--sections", "6", "--as", "Noor", "--json");
        assertThat(set.object())
                .containsEntry("name", "Noor")
                .containsEntry("languages", List.of("de", "fr"))
                .containsEntry("sections", List.of("6"));
        assertThat(desk.run("claim", "A-1", "--as", "Noor").status()).isEqualTo(Exit.NO);

        assertThat(desk.run("people", "skills", "Noor", "--languages", "no tag", "--as", "Noor")
                        .status())
                .isEqualTo(Exit.NO);
        assertThat(desk.run("people", "skills", "Noor", "--sections", "5.3,99", "--as", "Noor"))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(Exit.WRONG_USE))
                .satisfies(refused -> assertThat(refused.err()).contains("no section or chapter 99"));
        assertThat(desk.run("people", "skills", "Nobody", "--as", "Noor").status())
                .isEqualTo(Exit.NO);
        assertThat(desk.run("people", "skills", "Noor", "--as", "Noor", "--json")
                        .object())
                .containsEntry("languages", List.of())
                .containsEntry("sections", List.of());
        assertThat(desk.run("claim", "A-1", "--as", "Noor").status()).isZero();
    }

    @Test
    void theLastAdministratorStaysAndWhoIsDisabledIsOut() {
        first();
        assertThat(desk.run("people", "disable", "Noor", "--as", "Noor").status())
                .isEqualTo(Exit.NO);
        assertThat(desk.run("people", "roles", "Noor", "--roles", "reviewer", "--as", "Noor")
                        .status())
                .isEqualTo(Exit.NO);
        assertThat(desk.run("people", "roles", "Noor", "--roles", "boss", "--as", "Noor")
                        .status())
                .isEqualTo(Exit.WRONG_USE);
        var listed = desk.run("people", "list", "--as", "Noor", "--json");
        assertThat(listed.object().keySet())
                .map(String::valueOf)
                .containsExactly("name", "roles", "childSafety", "disabled", "mustChange", "onShiftSince");
    }

    private Map<String, ?> first() {
        desk.password(PASSWORD);
        var first = desk.run("people", "add", "Noor", "--roles", "administrator,reviewer", "--json");
        assertThat(first.status()).isZero();
        return first.object();
    }

    private void assertRefused(String command, String right) {
        var all = new ArrayList<>(List.of(command.split(" ")));
        all.addAll(List.of("--as", "Bram"));
        var answer = desk.run(all.toArray(String[]::new));
        assertThat(answer.status()).as(command).isEqualTo(Exit.NO);
        assertThat(answer.err()).contains(right);
        assertThat(answer.out()).isEmpty();
    }
}
