package org.moderationdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.OnPostgres;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.StoreRefused;

/** store init on a server. */
@OnPostgres
class SharedStoreCommandTest {
    private static PostgresServer server;

    @TempDir
    private Path folder;

    private CommandRun desk;

    @BeforeAll
    static void start() {
        server = PostgresServer.shared();
    }

    @BeforeEach
    void open() {
        desk = new CommandRun(folder);
        desk.password(PostgresServer.PASSWORD);
    }

    @Test
    void aSharedStoreIsPreparedAndOpensAndIsPreparedAgain() throws StoreRefused {
        for (int time = 0; time < 2; time++) {
            var made = init(server.place("team").url());

            assertThat(made.status()).isZero();
            assertThat(made.object()).containsEntry("encrypted", false).containsKey("store");
        }
        var door = new SharedStoreDoor(server.place("team"));
        try (var store = door.open(PostgresServer.ADMIN, PostgresServer.PASSWORD)) {
            long head = store.read(handle -> handle.createQuery("select seq from log_head")
                    .mapTo(Long.class)
                    .one());
            assertThat(head).isZero();
        }
    }

    @Test
    void theWayIsEncryptedUnlessSomebodySaysOtherwise() {
        String url = server.place("team").url();

        var refused = init(url.substring(0, url.indexOf('?')));

        assertThat(refused.status()).isEqualTo(Exit.STORE_CLOSED);
        assertThat(refused.err()).contains("does not encrypt");
    }

    @Test
    void anAddressThatSaysMoreThanItMayIsNotUsed() {
        for (String more :
                new String[] {"&socketFactory=java.lang.String", "&loggerFile=/x", "&user=postgres", "&options=-crole=x"
                }) {
            assertThat(init(server.place("team").url() + more).status()).isEqualTo(Exit.WRONG_USE);
        }
        assertThat(init("jdbc:h2:mem:x").status()).isEqualTo(Exit.WRONG_USE);
    }

    @Test
    void aWrongPasswordIsToldFromASilentServer() {
        desk.password("another");

        var refused = init(server.place("postgres").url());

        assertThat(refused.status()).isEqualTo(Exit.STORE_CLOSED);
        assertThat(refused.err()).contains("password").doesNotContain("another");
    }

    private CommandRun.Answer init(String url) {
        return desk.run("store", "init", "--store", url, "--as", PostgresServer.ADMIN, "--json");
    }
}
