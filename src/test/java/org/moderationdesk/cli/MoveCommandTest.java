package org.moderationdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.cli.CommandRun.line;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.OnPostgres;
import org.moderationdesk.db.PostgresServer;

/** store copy from a desk's own folder to a server and back. */
@OnPostgres
class MoveCommandTest {
    private static final String OWN = "a password of her own";

    @TempDir
    private Path folder;

    @Test
    void aDeskMovesToAServerAndBackAndEachTimeSaysWhoHasToBeLetIn() {
        var desk = new CommandRun(folder);
        desk.clock().advance(Duration.between(desk.clock().instant(), Instant.now()));
        String store = PostgresServer.shared().place("removal").url();
        desk.imported(line("A-1", "5.3"), line("A-2", "6.1"));
        desk.password(OWN);
        assertThat(desk.run("people", "add", "mirte", "--roles", "administrator,reviewer", "--json")
                        .status())
                .isZero();
        String head = String.valueOf(
                desk.run("verify", "--as", "mirte", "--json").object().get("head"));
        desk.password(PostgresServer.PASSWORD);

        assertThat(copy(desk, desk.home().toString(), store).status()).isEqualTo(Exit.STORE_CLOSED);
        assertThat(run(desk, "store", "init", "--store", store).status()).isZero();
        var there = copy(desk, desk.home().toString(), store);
        assertThat(there.object()).containsEntry("head", head).containsEntry("needLogin", List.of("mirte"));
        assertThat(there.err()).contains("mirte").contains("people reset");
        assertThat(run(desk, "people", "list", "--store", store).object()).containsEntry("name", "mirte");
        var again = copy(desk, desk.home().toString(), store);
        assertThat(again.status()).isEqualTo(Exit.WRONG_USE);
        assertThat(again.err()).contains("not empty");

        Path back = desk.path("back");
        var came = copy(desk, store, back.toString());
        assertThat(came.object())
                .containsEntry("head", head)
                .containsEntry("needLogin", List.of())
                .containsEntry("first", "mirte");
        desk.password(String.valueOf(came.object().get("oneTimePassword")));
        desk.newPassword("another one of her own");
        assertThat(desk.bare("people", "password", "--as", "mirte", "--home", back.toString(), "--json")
                        .status())
                .isZero();
        desk.password("another one of her own");
        assertThat(desk.bare("queue", "--as", "mirte", "--home", back.toString(), "--json")
                        .objects())
                .hasSize(2);

        assertThat(copy(desk, store, store).status()).isEqualTo(Exit.WRONG_USE);
        assertThat(copy(desk, store, back.toString()).status()).isEqualTo(Exit.WRONG_USE);
        assertThat(copy(desk, desk.home().toString(), "jdbc:h2:mem:x").status()).isEqualTo(Exit.WRONG_USE);
        var nobody = copy(desk, desk.home().toString(), store);
        assertThat(nobody.status()).as("a wrong password").isEqualTo(Exit.STORE_CLOSED);
    }

    private static CommandRun.Answer copy(CommandRun desk, String from, String to) {
        return run(desk, "store", "copy", "--from", from, "--to", to);
    }

    private static CommandRun.Answer run(CommandRun desk, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--as", PostgresServer.ADMIN, "--json"));
        return desk.run(all.toArray(String[]::new));
    }
}
