package org.moderationdesk.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;

/**
 * Looks at a store's file, and refuses what this desk cannot open. A file that was closed in order stays as it is; one
 * whose desk died is brought to its last whole state first, for which H2 has to write.
 */
final class StoreLook {
    private static final byte[] HEADER = "H2encrypt\n".getBytes(StandardCharsets.US_ASCII);

    /** A header block, and behind it the two that every H2 file has. */
    private static final long SHORTEST = 3 * 4096L;

    private final Path store;
    private final FileKey key;
    private final ClosedMark mark;
    private final List<String> scripts;

    /**
     * @param store the folder of store and key file
     * @param scripts where the migrations lie that this desk knows
     */
    StoreLook(Path store, FileKey key, List<String> scripts) {
        this.store = store;
        this.key = key;
        this.mark = new ClosedMark(store);
        this.scripts = List.copyOf(scripts);
    }

    /** Whether the store is older than this desk. */
    boolean isOlder() throws StoreRefused {
        try {
            refuseByTheFileAlone();
        } catch (IOException unreadable) {
            throw new StoreRefused(new StoreRefused.Damaged(), unreadable);
        }
        DataSource source = mark.isThere() ? H2Engine.look(store, key) : H2Engine.open(store, key);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            try {
                var migration = new Migration(source, scripts);
                var newer = migration.newerThanThisDesk();
                if (newer.isPresent()) {
                    throw new StoreRefused(new StoreRefused.Newer(newer.get()));
                }
                return migration.isPending();
            } finally {
                statement.execute("shutdown");
            }
        } catch (SQLException unopened) {
            throw new StoreRefused(reason(unopened), unopened);
        } catch (StoreException unread) {
            throw new StoreRefused(new StoreRefused.Damaged(), unread);
        }
    }

    private void refuseByTheFileAlone() throws IOException, StoreRefused {
        Path file = DeskFolder.storeFile(store);
        if (!Files.exists(file)) {
            throw new StoreRefused(new StoreRefused.Missing(store));
        }
        if (OwnFiles.isReadOnly(store) || OwnFiles.isReadOnly(file)) {
            throw new StoreRefused(new StoreRefused.ReadOnly(store));
        }
        if (Files.size(file) < SHORTEST || mark.tellsOfALostEnd()) {
            throw new StoreRefused(new StoreRefused.Truncated());
        }
        try (var start = Files.newInputStream(file)) {
            if (!Arrays.equals(start.readNBytes(HEADER.length), HEADER)) {
                throw new StoreRefused(new StoreRefused.Damaged());
            }
        }
    }

    private static StoreRefused.Reason reason(SQLException unopened) {
        return unopened.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
                ? new StoreRefused.InUse(null)
                : new StoreRefused.Damaged();
    }
}
