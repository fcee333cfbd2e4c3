package org.moderationdesk.db;

import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Brings a store to the shape that this desk knows, by the scripts under db/migration. */
final class Migration {
    private final Flyway flyway;

    Migration(DataSource source) {
        this.flyway = Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .table("schema_history")
                .failOnMissingLocations(true)
                .load();
    }

    /** Runs what is missing. */
    void run() {
        try {
            flyway.migrate();
        } catch (FlywayException failed) {
            throw new StoreException("the store could not be migrated", failed);
        }
    }

    boolean isPending() {
        return flyway.info().pending().length > 0;
    }

    /** The version of a store that a newer desk has migrated, beyond what this desk knows. */
    Optional<String> newerThanThisDesk() {
        return Arrays.stream(flyway.info().all())
                .filter(info -> info.getState().isApplied() && !info.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .map(version -> version == null ? "?" : version.getVersion())
                .reduce((earlier, later) -> later);
    }
}
