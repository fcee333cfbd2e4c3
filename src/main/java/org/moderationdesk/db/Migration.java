package org.moderationdesk.db;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.jspecify.annotations.Nullable;

/**
 * Brings a store to the shape that this desk knows: by the scripts under db/migration, and by those of its database
 * where one does not understand the other.
 */
final class Migration {
    /** Where the desk's own scripts lie. */
    static final String SCRIPTS = "classpath:db/migration";

    private static final String UNNAMED = "?";

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
                // Rooms number their scripts apart: a store may have a higher number from before a lower one was
                // written.
                .outOfOrder(true)
                .load();
    }

    /**
     * Runs what is missing.
     *
     * @throws StoreRefused where a newer desk has migrated the store, or a step failed, now or before
     */
    void run() throws StoreRefused {
        Optional<String> newer = newerThanThisDesk();
        if (newer.isPresent()) {
            throw new StoreRefused(new StoreRefused.Newer(newer.get()));
        }
        try {
            flyway.migrate();
        } catch (FlywayException failed) {
            StoreException bare = StoreException.wordless(failed);
            if (bare.isLost() || bare.isFull()) {
                throw bare;
            }
            throw new StoreRefused(new StoreRefused.NotBroughtUp(stepOf(failed), null), bare);
        }
    }

    boolean isPending() {
        return isPending(info());
    }

    /** How a store stands, from one look at it. */
    Standing standing() {
        MigrationInfoService info = info();
        return new Standing(isPending(info), newer(info).orElse(null));
    }

    /** @param newer the version of a newer desk; null where this desk knows it */
    record Standing(boolean isPending, @Nullable String newer) {}

    /** The version of a store that a newer desk has migrated, beyond what this desk knows. */
    Optional<String> newerThanThisDesk() {
        return newer(info());
    }

    private MigrationInfoService info() {
        try {
            return flyway.info();
        } catch (FlywayException failed) {
            throw StoreException.wordless(failed);
        }
    }

    /** One that was broken off is not done: a desk that took the store for whole would miss half a step. */
    private static boolean isPending(MigrationInfoService info) {
        return info.pending().length > 0 || failed(info).isPresent();
    }

    private static Optional<MigrationInfo> failed(MigrationInfoService info) {
        return Arrays.stream(info.all())
                .filter(one -> one.getState().isFailed() && one.getState().isResolved())
                .findFirst();
    }

    private static Optional<String> newer(MigrationInfoService info) {
        return Arrays.stream(info.all())
                .filter(one -> one.getState().isApplied() && !one.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .max(Comparator.nullsFirst(Comparator.naturalOrder()))
                .map(Migration::words);
    }

    private String stepOf(FlywayException failed) {
        if (failed instanceof FlywayMigrateException step) {
            return words(step.getMigration().getVersion());
        }
        MigrationInfoService info = info();
        return failed(info)
                .or(() -> Arrays.stream(info.applied())
                        .filter(one -> !one.isChecksumMatching())
                        .findFirst())
                .map(one -> words(one.getVersion()))
                .orElse(UNNAMED);
    }

    private static String words(@Nullable MigrationVersion version) {
        return version == null ? UNNAMED : version.getVersion();
    }
}
