package org.moderationdesk.db;

import java.nio.file.Path;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Names H2 databases by URLs built from fields, never taken from a file, and keeps H2 to what the desk needs. Files
 * are always encrypted, H2 writes no trace file (it would hold content in the clear), and no server is started.
 */
final class H2Engine {
    private static final String USER = "DESK";
    private static final long MOST_CACHE = 128L << 20;
    // Results are not reused: one that a long reader saw would be given to a later one after the rows have changed.
    private static final String EVERY = ";LOCK_TIMEOUT=15000;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE"
            + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;OPTIMIZE_REUSE_RESULTS=0;QUERY_CACHE_SIZE=256";
    // Compressed first, a quarter of the bytes pass through H2's slow encryption: verify and import gain by it.
    // Half full is full enough: at H2's own 90 percent it tidies up after an import while decisions wait for it.
    private static final String FILE =
            ";CIPHER=AES;FILE_LOCK=FS;COMPRESS=TRUE;AUTO_COMPACT_FILL_RATE=50;CACHE_SIZE=" + cacheKilobytes();

    private H2Engine() {}

    /** A database in memory under this name, which lives until it is shut down. */
    static JdbcDataSource inMemory(String name) {
        return source("jdbc:h2:mem:" + name, "");
    }

    /** A new file in the folder. */
    static JdbcDataSource create(Path folder, FileKey key) {
        return source(url("", folder) + FILE, key.h2Password());
    }

    /** The file in the folder, which must be there. */
    static JdbcDataSource open(Path folder, FileKey key) {
        return openThrough("", folder, key);
    }

    /** Through a file system of H2's that a test has registered, such as "fault:". */
    static JdbcDataSource openThrough(String scheme, Path folder, FileKey key) {
        return source(url(scheme, folder) + FILE + ";IFEXISTS=TRUE", key.h2Password());
    }

    /** The file in the folder, which stays as it is. */
    static JdbcDataSource look(Path folder, FileKey key) {
        return source(url("", folder) + FILE + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r", key.h2Password());
    }

    /** A page that is not in the cache is decrypted anew, slowly; H2's own cache would grow with the machine. */
    private static long cacheKilobytes() {
        return Math.min(MOST_CACHE, Runtime.getRuntime().maxMemory() / 4) / 1024;
    }

    /** Whether a folder's name can stand in a URL: H2 reads what follows a semicolon as settings. */
    static boolean canName(Path folder) {
        return folder.toString().indexOf(';') < 0;
    }

    private static String url(String scheme, Path folder) {
        if (!canName(folder)) {
            throw new IllegalArgumentException("the folder's name cannot stand in a URL");
        }
        return "jdbc:h2:" + (scheme.isEmpty() ? "file:" : scheme) + folder.resolve(DeskFolder.STORE_NAME);
    }

    private static JdbcDataSource source(String url, String password) {
        // H2 reads these once, before its first use. Without the first it makes objects of any class that a statement
        // names; the second saves a tenth of a verify.
        System.setProperty("h2.allowedClasses", "org.moderationdesk.none");
        System.setProperty("h2.objectCache", "false");
        var source = new JdbcDataSource();
        source.setURL(url + EVERY);
        source.setUser(USER);
        source.setPassword(password);
        return source;
    }
}
