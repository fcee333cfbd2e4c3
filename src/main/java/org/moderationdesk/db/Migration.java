package org.moderationdesk.db;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.jspecify.annotations.Nullable;

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
        return isPending(flyway.info());
    }

    /** How a store stands, from one look at it. */
    Standing standing() {
        MigrationInfoService info = flyway.info();
        return new Standing(isPending(info), newer(info).orElse(null));
    }

    /** @param newer the version of a newer desk; null where this desk knows it */
    record Standing(boolean isPending, @Nullable String newer) {}

    /** The version of a store that a newer desk has migrated, beyond what this desk knows. */
    Optional<String> newerThanThisDesk() {
        return newer(flyway.info());
    }

    private static boolean isPending(MigrationInfoService info) {
        return info.pending().length > 0;
    }

    private static Optional<String> newer(MigrationInfoService info) {
        return Arrays.stream(info.all())
                .filter(one -> one.getState().isApplied() && !one.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .map(version -> version == null ? "?" : version.getVersion())
                .reduce((earlier, later) -> later);
    }
}
