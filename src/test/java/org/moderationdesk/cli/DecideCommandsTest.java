package org.moderationdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.cli.CommandRun.MARK;
import static org.moderationdesk.cli.CommandRun.line;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** decide, undo, approvals and referrals, each test with items of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecideCommandsTest {
    private static final String[] REFUSED = {"item", "accepted", "rule", "rules", "reason"};

    private CommandRun desk;

    @BeforeAll
    void open(@TempDir Path folder) {
        desk = new CommandRun(folder);
        desk.imported(List.of("A-1", "A-2", "B-1", "B-2", "C-1", "D-1", "E-1", "F-1", "G-1", "H-1").stream()
                .map(item -> line(item, "5.3"))
                .toArray(String[]::new));
    }

    @Test
    void everyLineIsAnsweredAndOneRefusalIsANo() {
        var answer = decide(removal("A-1"), pass("A-2"), "", "no json " + MARK, removal("V-404"));

        assertThat(answer.status()).isEqualTo(Exit.NO);
        assertThat(answer.err()).isEmpty();
        List<Map<String, Object>> lines = List.copyOf(answer.objects());
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0).keySet()).containsExactly("item", "accepted", "decision", "state");
        assertThat(lines.get(0))
                .containsEntry("item", "A-1")
                .containsEntry("accepted", true)
                .containsEntry("state", "IN_EFFECT");
        assertThat(lines.get(1).keySet()).containsExactly(REFUSED);
        assertThat(lines.get(1)).containsEntry("item", "A-2").containsEntry("rule", "D4");
        assertThat(lines.get(1).get("rules")).asString().contains("D4");
        assertThat(lines.get(2).keySet()).containsExactly(REFUSED);
        assertThat(lines.get(2)).containsEntry("rule", "FORMAT").containsEntry("item", "");
        assertThat(lines.get(3)).containsEntry("item", "V-404").containsEntry("rule", "D8");
    }

    @Test
    void aLeaseThatDecideTookIsGivenBackAfterARefusalAndOneHeldBeforeIsKept() {
        desk.run("claim", "B-2", "--as", "Anna");

        decide(pass("B-1"), pass("B-2"));

        assertThat(desk.run("claim", "B-1", "--as", "Bram").status()).isZero();
        assertThat(desk.run("claim", "B-2", "--as", "Bram").status()).isEqualTo(Exit.NO);
    }

    @Test
    void aMonstrousLineIsRefusedAndTheNextIsDecided() {
        var answer = decide("\uFEFF{\"item\":\"C-1\",\"rationale\":\"" + "a".repeat(5_000_000) + "\"}", removal("C-1"));

        assertThat(answer.objects()).hasSize(2);
        assertThat(answer.objects().get(0)).containsEntry("rule", "FORMAT");
        assertThat(answer.objects().get(1)).containsEntry("accepted", true);
    }

    @Test
    void aByteOrderMarkIsNoFault() {
        assertThat(decide("\uFEFF" + removal("D-1")).status()).isZero();
    }

    @Test
    void whatIsNotTextCannotBeRead() throws IOException {
        Path file = Files.write(desk.path("latin.jsonl"), "{\"item\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(desk.run("decide", file.toString()).status()).isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("decide", desk.path("nosuch").toString()).status()).isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("decide", desk.home().toString()).status()).isEqualTo(Exit.WRONG_USE);
    }

    @Test
    void aDecisionIsUndoneWithinItsTimeAndOnce() {
        String decision = decided("E-1", removal("E-1"));

        var undone = desk.run("undo", decision, "--json", "--as", "Anna");
        assertThat(undone.status()).isZero();
        assertThat(undone.object()).containsExactly(Map.entry("decision", decision), Map.entry("state", "REVERSED"));
        var again = desk.run("undo", decision, "--json", "--as", "Anna");
        assertThat(again.status()).isEqualTo(Exit.NO);
        assertThat(again.object().keySet()).containsExactly("decision", "accepted", "rule", "rules", "reason");
    }

    @Test
    void afterItsTimeADecisionStays() {
        String decision = decided("F-1", removal("F-1"));
        desk.clock().advance(Duration.ofSeconds(31));

        assertThat(desk.run("undo", decision, "--json", "--as", "Anna").object())
                .containsEntry("rule", "UNDO");
    }

    @Test
    void aDecisionThatThereIsNotIsANo() {
        assertThat(desk.run("undo", "nosuch", "--json").status()).isEqualTo(Exit.NO);
        assertThat(desk.run("approvals", "refuse", "nosuch", "--why", "no", "--json")
                        .object())
                .containsEntry("decision", "nosuch")
                .containsEntry("accepted", false);
    }

    @Test
    void whatWaitsForASecondPersonKeepsWaitingWhereNobodyElseIsKnown() {
        String decision = decided("G-1", """
            {"item":"G-1","answers":{"5.3.1":"YES"},"outcome":"REMOVE","account":{"measure":"BAN"},\
            "rationale":"A stunt with a knife, thrown and caught."}\
            """);

        var list = desk.run("approvals", "list", "--json");
        assertThat(list.status()).isZero();
        assertThat(list.objects()).hasSize(1);
        assertThat(list.objects().getFirst().keySet())
                .containsExactly(
                        "decision",
                        "item",
                        "outcome",
                        "waits",
                        "person",
                        "at",
                        "ageSeconds",
                        "dueAt",
                        "late",
                        "emergency",
                        "mayAnswer",
                        "whyNot",
                        "eligible");
        assertThat(desk.run("approvals", "approve", decision, "--as", "Anna", "--json")
                        .object())
                .containsEntry("rule", "D11");
        var alone = desk.run("approvals", "approve", decision, "--as", "Bram", "--json");
        assertThat(alone.status()).isEqualTo(Exit.NO);
        assertThat(alone.object().keySet()).containsExactly("decision", "accepted", "rule", "rules", "reason");
        assertThat(alone.object().get("reason").toString()).contains("Nobody else is known at this desk");
        assertThat(desk.run("approvals", "refuse", decision, "--why", "  ", "--as", "Bram")
                        .status())
                .isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("approvals", "list", "--json").objects()).hasSize(1);
    }

    @Test
    void aReferralIsListedWithoutItsReason() {
        String decision = decided("H-1", """
            {"item":"H-1","answers":{"5.3.1":"YES"},"outcome":"REMOVE","rationale":"Somebody is in danger at this moment.",\
            "referrals":[{"to":"EMERGENCY_SERVICES","why":"%s","threatToLife":true}]}\
            """.formatted(MARK));

        var answer = desk.run("referrals", "list", "--json");

        assertThat(answer.status()).isZero();
        assertThat(answer.object().keySet())
                .containsExactly("referral", "to", "state", "item", "decision", "threatToLife", "releaseAt");
        assertThat(answer.object()).containsEntry("decision", decision).containsEntry("state", "QUEUED");
        assertThat(answer.out()).doesNotContain(MARK);
    }

    private String decided(String item, String proposal) {
        var answer = decide(proposal);
        assertThat(answer.object()).containsEntry("item", item).containsEntry("accepted", true);
        return String.valueOf(answer.object().get("decision"));
    }

    private CommandRun.Answer decide(String... lines) {
        return desk.run("decide", desk.write("decisions.jsonl", lines).toString(), "--json", "--as", "Anna");
    }

    private static String removal(String item) {
        return "{\"item\":\"%s\",\"answers\":{\"5.3.1\":\"YES\"},\"outcome\":\"REMOVE\"}".formatted(item);
    }

    private static String pass(String item) {
        return "{\"item\":\"%s\",\"answers\":{\"5.3.1\":\"YES\"},\"outcome\":\"NO_VIOLATION\"}".formatted(item);
    }
}
