package org.moderationdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.cli.CommandRun.line;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** referrals orders: entered, told of, overdue, answered. */
class OrdersCommandTest {
    private CommandRun desk;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new CommandRun(folder);
        desk.imported(line("A-1", "5.3"));
    }

    @Test
    void anOrderIsToldOfFromItsReceiptOnAndAgainOnceItIsOverdue() {
        String order = desk.write("order.txt", "remove this").toString();
        Map<String, @Nullable Object> received =
                received("--item", "A-1", "--place", "https://example.org/1", "--document", order);
        String id = String.valueOf(received.get("order"));
        assertThat(received.get("due"))
                .isEqualTo(desk.clock().instant().plus(Duration.ofHours(1)).toString());
        assertThat(kinds()).contains("ORDER_OPEN");
        assertThat(kinds()).as("what was read is read").contains("ORDER_OPEN");

        desk.clock().advance(Duration.ofMinutes(61));
        assertThat(kinds()).contains("ORDER_LATE").doesNotContain("ORDER_OPEN");
        assertThat(desk.run("referrals", "orders", "list").out()).contains("OVERDUE", "removal", "REF-1");
        var listed = desk.run("referrals", "orders", "list", "--json").object();
        assertThat(listed).containsEntry("overdue", true).containsEntry("items", List.of("A-1"));
        String copy = desk.path("copy.txt").toString();
        assertThat(desk.run("referrals", "orders", "document", id, String.valueOf(listed.get("document")), copy)
                        .status())
                .isZero();
        assertThat(desk.path("copy.txt")).hasContent("remove this");

        assertThat(answer(id, "done", "removed in every Member State").status()).isZero();
        assertThat(desk.run("referrals", "orders", "list", "--json").object())
                .containsEntry("state", "ANSWERED")
                .containsEntry("late", true);
        assertThat(kinds()).doesNotContain("ORDER_LATE", "ORDER_OPEN");
        assertThat(answer(id, "done", "removed once more, to be sure").status()).isEqualTo(Exit.NO);
        assertThat(desk.run("verify", "--json").object()).containsEntry("intact", true);
    }

    @Test
    void whatIsWrongIsSaidInWords() {
        assertThat(run("--within", "an hour", "--place", "x").status()).isEqualTo(Exit.WRONG_USE);
        assertThat(run("--within", "PT2H", "--place", "x").err()).contains("not longer than the law gives");
        assertThat(run().err()).contains("Name 1 to 500 items or places");
        assertThat(run("--item", "none").err()).contains("not at this desk");
        assertThat(answer("none", "done", "removed in every Member State").err())
                .contains("no order");
        assertThat(answer("none", "gone", "removed in every Member State").status())
                .isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("referrals", "orders").status()).isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("referrals", "orders", "document", "none", "x", "y").status())
                .isEqualTo(Exit.NO);
    }

    private Map<String, @Nullable Object> received(String... more) {
        return run(more).object();
    }

    private CommandRun.Answer run(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "referrals",
                "orders",
                "receive",
                "--kind",
                "removal",
                "--target",
                "TCO_ORDER",
                "--authority",
                "An authority",
                "--reference",
                "REF-1",
                "--proved",
                "called back",
                "--received",
                desk.clock().instant().toString(),
                "--json"));
        words.addAll(List.of(more));
        return desk.run(words.toArray(String[]::new));
    }

    private CommandRun.Answer answer(String id, String step, String words) {
        String now = desk.clock().instant().toString();
        return desk.run("referrals", "orders", "answer", id, "--step", step, "--at", now, "--words", words);
    }

    private List<String> kinds() {
        return desk.run("approvals", "notices", "--json").objects().stream()
                .map(notice -> String.valueOf(notice.get("kind")))
                .toList();
    }
}
