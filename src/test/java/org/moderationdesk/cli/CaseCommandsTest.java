package org.moderationdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.cli.CommandRun.line;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** queue, show, claim, release, skip and hand-over, each test with items of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseCommandsTest {
    private CommandRun desk;

    @BeforeAll
    void open(@TempDir Path folder) {
        desk = new CommandRun(folder);
        desk.imported(
                line("Q-1", "1.1"),
                line("C-1", "5.3"),
                line("R-1", "5.3"),
                line("S-1", "5.3"),
                line("H-1", "5.3"),
                line("B-1", "5.3"));
    }

    @Test
    void theQueueIsOneCaseALineMostUrgentFirst() {
        var answer = desk.run("queue", "--json", "--limit", "2");

        assertThat(answer.status()).isZero();
        assertThat(answer.objects()).hasSize(2);
        Map<String, ?> first = answer.objects().getFirst();
        assertThat(first.keySet())
                .map(String::valueOf)
                .containsExactly(
                        "case",
                        "item",
                        "kind",
                        "sections",
                        "severity",
                        "priority",
                        "because",
                        "dueAt",
                        "reports",
                        "claimedBy");
        assertThat(first.get("item")).isEqualTo("Q-1");
        assertThat(first.get("sections")).isEqualTo(List.of("1.1"));
        assertThat(first.get("because"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .allSatisfy(part -> assertThat(((Map<?, ?>) part).keySet())
                        .map(String::valueOf)
                        .containsExactly("part", "points"));
        assertThat(first.get("claimedBy")).isNull();
    }

    @Test
    void aQueueOfAnotherNameIsEmptyAndDone() {
        var answer = desk.run("queue", "--queue", "legal", "--json");

        assertThat(answer.status()).isZero();
        assertThat(answer.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--limit 0", "--limit -3", "--limit many", "--as ,", "--store jdbc:h2:mem:x"})
    void aQueueIsNotShownOnWrongArguments(String arguments) {
        var answer = desk.run(("queue " + arguments.replace(",", " ")).split(" ", 3));

        assertThat(answer.status()).isEqualTo(Exit.WRONG_USE);
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void optionsStandBeforeOrAfter() {
        assertThat(desk.run("--json", "queue", "--limit", "1").objects()).hasSize(1);
        assertThat(desk.bare("--home", desk.home().toString(), "queue", "--limit", "1", "--json")
                        .objects())
                .hasSize(1);
    }

    @Test
    void aCaseIsShownWholeAndThatIsAnEvent() {
        var answer = desk.run("show", "B-1", "--json");

        assertThat(answer.status()).isZero();
        assertThat(answer.object().keySet())
                .containsExactly("case", "item", "versions", "media", "reports", "decisions", "events");
        assertThat(desk.run("show", "B-1", "--json").out()).contains("\"kind\":\"SHOWN\"");
        assertThat(desk.run("show", "B-1").out()).startsWith("{\n");
    }

    @Test
    void anItemThatThereIsNotIsWrongUse() {
        var answer = desk.run("show", "V-404", "--json");

        assertThat(answer.status()).isEqualTo(Exit.WRONG_USE);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("V-404");
    }

    @Test
    void aClaimSaysUntilWhenAndSomebodyElseIsRefused() {
        var mine = desk.run("claim", "C-1", "--json", "--as", "Anna");
        var theirs = desk.run("claim", "C-1", "--json", "--as", "Bram");

        assertThat(mine.status()).isZero();
        assertThat(mine.object().keySet()).containsExactly("item", "until", "token");
        assertThat(Instant.parse(String.valueOf(mine.object().get("until"))))
                .isAfter(desk.clock().instant());
        assertThat(theirs.status()).isEqualTo(Exit.NO);
        assertThat(theirs.object()).containsEntry("accepted", false);
        assertThat(theirs.object().get("reason")).asString().startsWith("Anna holds this case");
        assertThat(theirs.err()).isEmpty();
    }

    @Test
    void onlyWhoHoldsACaseReleasesIt() {
        desk.run("claim", "R-1", "--as", "Anna");

        assertThat(desk.run("release", "R-1", "--as", "Bram").status()).isEqualTo(Exit.NO);
        var released = desk.run("release", "R-1", "--json", "--as", "Anna");
        assertThat(released.status()).isZero();
        assertThat(released.object().keySet()).containsExactly("item", "until", "token");
        assertThat(desk.run("release", "R-1", "--json", "--as", "Anna").status())
                .isEqualTo(Exit.NO);
        assertThat(desk.run("claim", "R-1", "--as", "Bram").status()).isZero();
    }

    @Test
    void aSkipNeedsAReasonInWords() {
        desk.run("claim", "S-1", "--as", "Anna");

        assertThat(desk.run("skip", "S-1", "--why", " ", "--as", "Anna").status())
                .isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("skip", "S-1", "--why", "in Frisian", "--as", "Anna")
                        .status())
                .isZero();
        assertThat(desk.run("skip", "S-1", "--why", "in Frisian", "--as", "Anna")
                        .status())
                .isEqualTo(Exit.NO);
    }

    @Test
    void aCaseIsHandedToAPersonWithANote() {
        desk.run("claim", "H-1", "--as", "Anna");

        assertThat(desk.run("hand-over", "H-1", "--to", "Bram", "--note", "", "--as", "Anna")
                        .status())
                .isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("hand-over", "H-1", "--to", "Bram", "--note", "You know Frisian", "--as", "Anna")
                        .status())
                .isZero();
        assertThat(desk.run("claim", "H-1", "--as", "Anna", "--json").object().get("reason"))
                .asString()
                .startsWith("Bram holds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"claim", "release"})
    void anItemWithoutAnOpenCaseIsANo(String command) {
        var answer = desk.run(command, "V-404", "--json");

        assertThat(answer.status()).isEqualTo(Exit.NO);
        assertThat(answer.object()).containsEntry("item", "V-404").containsEntry("accepted", false);
    }
}
