package org.moderationdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.cli.CommandRun.line;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.OnPostgres;
import org.moderationdesk.db.PostgresServer;

/** Every command on a shared store, beside the window: as people of the server. */
@OnPostgres
class SharedDeskCommandTest {
    private static final String OWN = "a password of her own";

    private static PostgresServer server;
    private static String store;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        server = PostgresServer.shared();
        store = server.place("crew").url();
    }

    @Test
    void aTeamWorksOnASharedStoreFromTheCommandLine() {
        var desk = new CommandRun(folder);
        desk.clock().advance(Duration.between(desk.clock().instant(), Instant.now()));
        desk.password(PostgresServer.PASSWORD);
        assertThat(run(desk, PostgresServer.ADMIN, "store", "init").status()).isZero();
        var lines = desk.write("in.jsonl", line("A-1", "5.3"), line("C-1", "8.4"));
        assertThat(run(desk, PostgresServer.ADMIN, "import", lines.toString()).object())
                .containsEntry("newCases", 2);
        assertThat(run(desk, PostgresServer.ADMIN, "verify").object()).containsEntry("intact", true);
        String noors = first(desk, "noor", "administrator,team-lead,reviewer", "--child-safety");
        desk.password(noors);
        assertThat(run(desk, "noor", "queue").status()).isEqualTo(Exit.WRONG_USE);
        desk.newPassword(OWN);
        assertThat(run(desk, "noor", "people", "password").object()).containsEntry("mustChange", false);
        desk.password(OWN);
        String once = String.valueOf(run(desk, "noor", "people", "add", "sanne", "--roles", "reviewer")
                .object()
                .get("oneTimePassword"));
        assertThat(run(desk, "noor", "queue").objects()).hasSize(2);
        desk.password(once);
        assertThat(run(desk, "sanne", "people", "password").status()).isZero();
        desk.password(OWN);

        assertThat(run(desk, "sanne", "queue").objects()).hasSize(1);
        assertThat(run(desk, "sanne", "claim", "A-1").status()).isZero();
        assertThat(run(desk, "noor", "claim", "A-1").status()).isEqualTo(Exit.NO);
        var decisions = desk.write("decisions.jsonl", """
            {"item":"A-1","edition":"2020-12","outcome":"NO_VIOLATION","answers":{"5.3.1":"NO","5.3.2":"NO","5.3.3":"NO"},"rationale":"Niets te zien."}\
            """);
        assertThat(run(desk, "sanne", "decide", decisions.toString()).object()).containsEntry("accepted", true);
        assertThat(run(desk, "sanne", "verify").status()).isEqualTo(Exit.NO);
        assertThat(run(desk, "noor", "verify").object()).containsEntry("intact", true);
        assertThat(run(desk, "noor", "backup", folder.resolve("b.zip").toString())
                        .status())
                .isIn(List.of(Exit.WRONG_USE));
        assertThat(run(desk, "noor", "restore", folder.resolve("in.jsonl").toString())
                        .status())
                .isEqualTo(Exit.WRONG_USE);

        assertThat(run(desk, "noor", "people", "disable", "sanne").status()).isZero();
        var out = run(desk, "sanne", "queue");
        assertThat(out.status()).isEqualTo(Exit.STORE_CLOSED);
        assertThat(out.err()).contains("not a person of the desk").doesNotContain(OWN);
    }

    @Test
    void whatIsInTheWayIsToldApart() {
        var desk = new CommandRun(folder);
        desk.password("not the one");
        assertThat(told(desk, store)).contains("does not know this name");
        assertThat(told(desk, store.replace("sslmode=disable", "sslmode=verify-full")))
                .contains("does not encrypt");
        assertThat(told(desk, store.replace("127.0.0.1", "no-such-host.invalid")))
                .contains("No computer named no-such-host.invalid");
        assertThat(told(desk, "jdbc:postgresql://127.0.0.1:1/team?sslmode=disable"))
                .contains("does not answer");
        desk.password(PostgresServer.PASSWORD);
        assertThat(told(desk, server.place("elsewhere").url())).contains("store init");
        server.execute("postgres", "create database newer");
        assertThat(desk.run("store", "init", "--store", server.place("newer").url(), "--as", PostgresServer.ADMIN)
                        .status())
                .isZero();
        server.execute("newer", """
            insert into schema_history select installed_rank + 1, '990', description, type, 'V990__later.sql', 1,
                installed_by, now(), 1, true from schema_history order by installed_rank desc limit 1
            """);
        assertThat(told(desk, server.place("newer").url())).contains("newer desk");
        server.execute("newer", "delete from schema_history where installed_rank > 3");
        assertThat(told(desk, server.place("newer").url())).contains("store init");
    }

    private static String told(CommandRun desk, String address) {
        var refused = desk.run("queue", "--store", address, "--as", PostgresServer.ADMIN);
        assertThat(refused.status()).isEqualTo(Exit.STORE_CLOSED);
        return refused.err();
    }

    private String first(CommandRun desk, String name, String roles, String more) {
        var added = run(desk, PostgresServer.ADMIN, "people", "add", name, "--roles", roles, more);
        return String.valueOf(added.object().get("oneTimePassword"));
    }

    private CommandRun.Answer run(CommandRun desk, String as, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--store", store, "--as", as, "--json"));
        return desk.run(all.toArray(String[]::new));
    }
}
