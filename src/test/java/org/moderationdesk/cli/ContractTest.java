package org.moderationdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderationdesk.base.Language;

/** Walks every command of the contract: help, an option that there is not, and nothing at all. */
class ContractTest {
    private static final List<String> ALONE = List.of(
            "import",
            "queue",
            "show",
            "claim",
            "release",
            "skip",
            "hand-over",
            "decide",
            "undo",
            "approvals",
            "export",
            "verify",
            "backup",
            "restore",
            "guidelines",
            "practice",
            "referrals",
            "store",
            "sample",
            "tour");
    private static final List<String> WITHIN = List.of(
            "approvals list",
            "approvals approve",
            "approvals refuse",
            "approvals send-back",
            "approvals notices",
            "guidelines list",
            "guidelines show",
            "guidelines check",
            "people list",
            "people add",
            "people roles",
            "people clearance",
            "people disable",
            "people enable",
            "people reset",
            "people password",
            "practice new",
            "practice assign",
            "practice score",
            "practice export",
            "practice report",
            "practice certification",
            "practice certification set",
            "practice certification paper",
            "practice hidden",
            "referrals list",
            "referrals validate",
            "referrals dossiers list",
            "referrals dossiers make",
            "referrals dossiers seal",
            "referrals dossiers receipt",
            "referrals dossiers answered",
            "referrals dossiers answer",
            "referrals orders list",
            "referrals orders receive",
            "referrals orders answer",
            "referrals orders document",
            "referrals emergency script",
            "referrals emergency call",
            "referrals emergency outcome",
            "referrals emergency list",
            "referrals emergency support",
            "referrals targets list",
            "referrals targets show",
            "referrals targets set",
            "referrals targets remove",
            "referrals targets history",
            "referrals show",
            "referrals send",
            "referrals retract",
            "referrals fetch-schema",
            "store init",
            "store copy");
    private static final List<String> NEED_MORE = List.of(
            "import",
            "show",
            "claim",
            "release",
            "skip",
            "hand-over",
            "decide",
            "undo",
            "approvals",
            "approvals approve",
            "approvals refuse",
            "approvals send-back",
            "export",
            "backup",
            "restore",
            "guidelines",
            "guidelines show",
            "guidelines check",
            "practice",
            "practice new",
            "practice assign",
            "practice export",
            "practice report",
            "practice certification",
            "practice certification set",
            "practice certification paper",
            "practice hidden",
            "referrals",
            "referrals validate",
            "referrals show",
            "referrals send",
            "referrals retract",
            "store",
            "store copy",
            "tour");

    @TempDir
    private Path folder;

    private CommandRun desk;

    @BeforeEach
    void open() {
        desk = new CommandRun(folder);
    }

    @Test
    void everyCommandHelpsAndRefusesAnOptionThatThereIsNot() {
        assertThat(faults(Stream.concat(ALONE.stream(), WITHIN.stream()).toList()))
                .isEmpty();
        assertThat(Files.exists(desk.path("nowhere"))).isFalse();
    }

    @Test
    void theWalkFindsACommandThatIsMissing() {
        assertThat(faults(List.of("referrals no-such-command"))).isNotEmpty();
    }

    @Test
    void helpAndRefusalSpeakDutchToo() {
        desk.speak(Language.NL);

        assertThat(faults(ALONE)).isEmpty();
        assertThat(desk.run("queue", "--help").out()).startsWith("Gebruik ").doesNotContain("Usage", "Shows");
        assertThat(desk.run("queue", "--sideways").err()).startsWith("Hier kan de desk niets mee: --sideways");
        assertThat(desk.run("show").err()).startsWith("Ontbreekt: ITEM");
        assertThat(desk.run("queue", "--limit", "many").err()).startsWith("many past niet bij --limit");
        assertThat(desk.run("queue", "--limit", "1", "--limit", "2").err()).startsWith("--limit staat er twee keer");
    }

    @Test
    void theHelpOfAllNamesEveryCommand() {
        assertThat(desk.bare("--help").out()).contains(ALONE);
    }

    @Test
    void aCommandThatNeedsMoreSaysSoAndTouchesNothing() {
        for (String command : NEED_MORE) {
            var answer = desk.bare((command + " --home " + desk.path("nowhere")).split(" "));

            assertThat(answer.status()).as(command).isEqualTo(Exit.WRONG_USE);
            assertThat(answer.out()).as(command).isEmpty();
            assertThat(answer.err()).as(command).isNotBlank();
        }
        assertThat(Files.exists(desk.path("nowhere"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V", "verify --version"})
    void theVersionIsAResult(String arguments) {
        var answer = desk.run(arguments.split(" "));

        assertThat(answer.status()).isZero();
        assertThat(answer.out()).startsWith("Moderation Desk ");
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void noSecretIsEverAnArgument() {
        for (String command : Stream.concat(ALONE.stream(), WITHIN.stream()).toList()) {
            assertThat(desk.run((command + " --help").split(" ")).out())
                    .doesNotContainPattern("--\\w*(pass|secret|key)");
        }
    }

    private List<String> faults(List<String> commands) {
        var faults = new ArrayList<String>();
        for (String command : commands) {
            var help = desk.run((command + " --help").split(" "));
            boolean ofIt = help.out().lines().findFirst().orElse("").contains("moderation-desk " + command + " ");
            if (help.status() != Exit.DONE || !ofIt || !help.err().isEmpty()) {
                faults.add(command + " does not help");
            }
            var options = List.of("--home", "--store", "--as", "--json", "--help");
            options.stream()
                    .filter(option -> !help.out().contains(option))
                    .forEach(option -> faults.add(command + " has no " + option));
            if (help.out().contains("=<")) {
                faults.add(command + " calls a value by its name in the program");
            }
            var refused = desk.bare((command + " --sideways --home " + desk.path("nowhere")).split(" "));
            if (refused.status() != Exit.WRONG_USE || !refused.out().isEmpty()) {
                faults.add(command + " takes any option");
            }
        }
        return faults;
    }
}
