package org.moderationdesk.db;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Brings a store to the shape that this desk knows: by the scripts under db/migration, and by those of its database
 * where one does not understand the other.
 */
final class Migration {
    /** Where the desk's own scripts lie. */
    static final String SCRIPTS = "classpath:db/migration";

    private final Flyway flyway;

    Migration(DataSource source) {
        this(source, List.of(SCRIPTS));
    }

    Migration(DataSource source, List<String> scripts) {
        var locations = new ArrayList<>(scripts);
        locations.add(Dialect.Kind.of(source).scripts());
        this.flyway = Flyway.configure()
                .dataSource(source)
                .locations(locations.toArray(String[]::new))
                .table("schema_history")
                .load();
    }

    /** Runs what is missing. */
    void run() {
        try {
            flyway.migrate();
        } catch (FlywayException failed) {
            throw StoreException.wordless(failed);
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
