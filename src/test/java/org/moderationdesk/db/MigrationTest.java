package org.moderationdesk.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps of a store are taken in whatever order the desks that brought it here knew them. */
final class MigrationTest {
    private static final String LOWER = "classpath:planted/migration";
    private static final String HIGHER = "classpath:planted/higher";

    @TempDir
    private Path temp;

    private final DataSource source = H2Engine.inMemory("steps-" + UUID.randomUUID());
    private final DataSource fresh = H2Engine.inMemory("fresh-" + UUID.randomUUID());

    @Test
    void aDeskOfBeforeWithAGapInItsNumbersIsBroughtUpToTheSameTables() throws Exception {
        new Migration(source, older()).run();
        var now = new Migration(source);
        assertThat(shape(source).tables()).doesNotContainKey("log_view");
        assertThat(now.standing()).isEqualTo(new Migration.Standing(true, null));

        now.run();

        assertThat(now.standing()).isEqualTo(new Migration.Standing(false, null));
        new Migration(fresh).run();
        assertThat(shape(source).tables()).isEqualTo(shape(fresh).tables());
    }

    @Test
    void aStepThatThisDeskDoesNotKnowIsANewerDesksAlsoBelowAnother() throws StoreRefused {
        new Migration(source, List.of(Migration.SCRIPTS, LOWER, HIGHER)).run();
        var without = new Migration(source, List.of(Migration.SCRIPTS, HIGHER));

        assertThat(without.standing()).isEqualTo(new Migration.Standing(false, "9001"));
        assertRefused(new StoreRefused.Newer("9001"), without::run);
    }

    @Test
    void ofStepsThatCameOutOfTheirOrderTheHighestIsNamed() throws StoreRefused {
        new Migration(source, List.of(Migration.SCRIPTS, HIGHER)).run();
        new Migration(source, List.of(Migration.SCRIPTS, LOWER, HIGHER)).run();

        assertThat(new Migration(source).newerThanThisDesk()).contains("9003");
    }

    @Test
    void aStepThatIsNotTheOneThatMadeTheStoreIsNamed() throws StoreRefused, SQLException {
        new Migration(source).run();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update \"schema_history\" set \"checksum\" = 1 where \"version\" = '040'");
        }

        assertRefused(
                new StoreRefused.NotBroughtUp("040", null),
                () -> new Migration(source, List.of(Migration.SCRIPTS, HIGHER)).run());
    }

    /** Where the desk's scripts lie without those that were written later, when there were V095 and V100 already. */
    private List<String> older() throws IOException, URISyntaxException {
        Path now = Path.of(MigrationTest.class.getResource("/db/migration").toURI());
        try (Stream<Path> scripts = Files.list(now)) {
            for (Path script : scripts.toList()) {
                String name = script.getFileName().toString();
                if (!name.matches("V(081|091|092|093)__.*")) {
                    Files.copy(script, temp.resolve(name));
                }
            }
        }
        return List.of("filesystem:" + temp);
    }

    private static StoreShape shape(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return StoreShape.of(connection);
        }
    }

    private static void assertRefused(StoreRefused.Reason reason, ThrowingCallable act) {
        assertThat(catchThrowableOfType(StoreRefused.class, act))
                .isNotNull()
                .extracting(StoreRefused::reason)
                .isEqualTo(reason);
    }
}
