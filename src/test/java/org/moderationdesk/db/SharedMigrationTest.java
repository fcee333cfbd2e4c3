package org.moderationdesk.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Preparing a shared store again: an older one is brought up, a newer one refused, a step that fails is named. */
@OnPostgres
final class SharedMigrationTest {
    private final PostgresPlace place = PostgresServer.shared().place("stepping");

    @Test
    void aStoreOfAnOlderDeskIsBroughtUpAndThatOfANewerIsLeftAlone() throws StoreRefused {
        prepare(Migration.SCRIPTS);
        PostgresServer.shared()
                .execute("stepping", "drop table log_view cascade", "delete from schema_history where version = '081'");
        assertRefused(new StoreRefused.NotPrepared(place.url()), () -> open(Migration.SCRIPTS));

        prepare(Migration.SCRIPTS);
        open(Migration.SCRIPTS).close();

        assertRefused(
                new StoreRefused.NotBroughtUp("9002", place.url()),
                () -> prepare(Migration.SCRIPTS, "classpath:planted/faulty"));
        open(Migration.SCRIPTS).close();

        prepare(Migration.SCRIPTS, "classpath:planted/migration");
        assertRefused(new StoreRefused.Newer("9001"), () -> prepare(Migration.SCRIPTS));
    }

    private void prepare(String... scripts) throws StoreRefused {
        new SharedStoreDoor(place, List.of(scripts)).prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
    }

    private PostgresStore open(String... scripts) throws StoreRefused {
        return new SharedStoreDoor(place, List.of(scripts)).open(PostgresServer.ADMIN, PostgresServer.PASSWORD);
    }

    private static void assertRefused(StoreRefused.Reason reason, ThrowingCallable act) {
        assertThat(catchThrowableOfType(StoreRefused.class, act))
                .isNotNull()
                .extracting(StoreRefused::reason)
                .isEqualTo(reason);
    }
}
