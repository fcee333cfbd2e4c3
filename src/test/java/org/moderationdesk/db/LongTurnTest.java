package org.moderationdesk.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

/** A server so busy that a person's turn does not come. */
@OnPostgres
class LongTurnTest {
    @Test
    void whoseTurnDoesNotComeInTimeMayAskAgain() throws Exception {
        var door = new SharedStoreDoor(PostgresServer.shared().place("turns"));
        door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        try (Store one = door.open(PostgresServer.ADMIN, PostgresServer.PASSWORD);
                Store another = door.open(PostgresServer.ADMIN, PostgresServer.PASSWORD)) {
            StoreException late = one.write(first -> {
                first.execute("select seq from log_head for update");
                return catchThrowableOfType(
                        StoreException.class,
                        () -> another.write(second -> {
                            second.execute("set local lock_timeout = 50");
                            return second.execute("select seq from log_head for update");
                        }));
            });

            assertThat(late.isLost()).isTrue();
            assertThat(another.<Long>read(handle -> handle.createQuery("select seq from log_head")
                            .mapTo(Long.class)
                            .one()))
                    .isNotNegative();
        }
    }
}
