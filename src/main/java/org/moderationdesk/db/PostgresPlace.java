package org.moderationdesk.db;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a team's store lies, and how the way there is guarded. Read from a URL that a person typed, field by field:
 * whatever it says beyond these is refused, since a URL can tell the driver to load classes and read files.
 *
 * @param rootCertificate the authority that the server's certificate must come from; null for those that Java knows
 */
public record PostgresPlace(
        String host,
        int port,
        String database,
        Guard guard,
        @Nullable Path rootCertificate) {
    /** "jdbc:postgresql:" begins the address of a shared store. */
    public static final String SCHEME = "jdbc:postgresql:";

    private static final int USUAL_PORT = 5432;
    private static final int CONNECT_SECONDS = 10;
    private static final int ANSWER_SECONDS = 60;
    private static final int ROWS_AT_ONCE = 1_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,62}");
    // A laptop that is closed in the middle of an act would hold the log's head for everybody.
    private static final String SESSION = "-c lock_timeout=15000 -c idle_in_transaction_session_timeout=30000";

    /** How the connection is guarded. */
    public enum Guard {
        /** Encrypted, and the server proves that it is the host named: the usual. */
        VERIFIED,
        /** Neither encrypted nor proved: only where somebody wrote sslmode=disable. */
        OPEN
    }

    public PostgresPlace {
        if (!NAME.matcher(database).matches() || host.isEmpty() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("not the place of a shared store");
        }
    }

    /** What a person typed; empty where it is not the address of a PostgreSQL store, or says more than one may. */
    public static Optional<PostgresPlace> parse(String url) {
        if (!url.startsWith(SCHEME)) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(url.substring("jdbc:".length()));
            String path = uri.getPath();
            if (uri.getHost() == null || path == null || path.length() < 2 || uri.getRawUserInfo() != null) {
                return Optional.empty();
            }
            Guard guard = Guard.VERIFIED;
            @Nullable Path root = null;
            String query = uri.getQuery();
            for (String said : query == null ? new String[0] : query.split("&")) {
                if (said.equals("sslmode=disable")) {
                    guard = Guard.OPEN;
                } else if (said.startsWith("sslrootcert=")) {
                    root = Path.of(said.substring("sslrootcert=".length()));
                } else if (!said.equals("sslmode=verify-full")) {
                    return Optional.empty();
                }
            }
            int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
            return Optional.of(new PostgresPlace(uri.getHost(), port, path.substring(1), guard, root));
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The same server, another of its databases. */
    public PostgresPlace database(String other) {
        return new PostgresPlace(host, port, other, guard, rootCertificate);
    }

    /** What tells it from others, for a sentence. */
    String shown() {
        return host + ":" + port + "/" + database;
    }

    /** As a person would type it. */
    public String url() {
        String certificate = rootCertificate == null ? "" : "&sslrootcert=" + rootCertificate;
        return SCHEME + "//" + host + ":" + port + "/" + database
                + (guard == Guard.OPEN ? "?sslmode=disable" : "?sslmode=verify-full") + certificate;
    }

    /** Connections there under a login of the server's own. */
    PGSimpleDataSource source(String login, String password) {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {host});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(login);
        source.setPassword(password);
        source.setApplicationName("moderation-desk");
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(ANSWER_SECONDS);
        source.setTcpKeepAlive(true);
        source.setOptions(SESSION);
        source.setDefaultRowFetchSize(ROWS_AT_ONCE);
        source.setReWriteBatchedInserts(true);
        // The desk says the same few dozen things over and over: the server is to parse each of them once.
        source.setPrepareThreshold(1);
        // The details of a server's error quote the row, which is content under review.
        source.setLogServerErrorDetail(false);
        source.setSslMode(guard == Guard.OPEN ? "disable" : "verify-full");
        if (rootCertificate != null) {
            source.setSslRootCert(rootCertificate.toString());
        } else if (guard == Guard.VERIFIED) {
            source.setSslfactory("org.postgresql.ssl.DefaultJavaSSLFactory");
        }
        return source;
    }
}
