package org.moderationdesk.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.awaitility.Awaitility;
import org.tukaani.xz.XZInputStream;

/**
 * A real PostgreSQL of its own folder and port, from the binaries on the class path: nothing needs to be installed. It
 * refuses to run as root, so that there it is started as nobody.
 */
public final class PostgresServer implements AutoCloseable {
    /** The server's own administrator. */
    public static final String ADMIN = "postgres";

    private static final String NO_RIGHT = "42501";
    public static final String PASSWORD = "only for tests";

    private static final AtomicBoolean SHARED = new AtomicBoolean();
    private static final String NOBODY = "65534";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final int port;
    private final List<String> settings;
    private Process process;

    private PostgresServer(Path folder, int port, List<String> settings) throws IOException {
        this.folder = folder;
        this.port = port;
        this.settings = settings;
        this.process = launch();
    }

    /** Starts one that writes through to the disk at each commit, as a team's does. */
    public static PostgresServer start() {
        return start(List.of());
    }

    /**
     * The one of this process, for tests with a database of their own: it may lose everything when the machine stops,
     * which saves them their time, and is not to be killed or closed.
     */
    public static PostgresServer shared() {
        return Shared.SERVER;
    }

    /** Whether {@link #shared} was ever asked for. */
    static boolean isShared() {
        return SHARED.get();
    }

    private static final class Shared {
        private static final PostgresServer SERVER = shared();

        private static PostgresServer shared() {
            PostgresServer server =
                    start(List.of("-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_wal_size=4GB"));
            SHARED.set(true);
            return server;
        }
    }

    private static PostgresServer start(List<String> settings) {
        try {
            Path folder = Files.createTempDirectory("moderation-desk-postgres-");
            unpack(folder);
            Path password = Files.writeString(folder.resolve("password"), PASSWORD);
            if (isRoot()) {
                run(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()), folder);
            }
            List<String> make = new ArrayList<>(asSomebody());
            make.addAll(List.of(binary(folder, "initdb"), "-D", data(folder).toString(), "-U", ADMIN));
            make.addAll(List.of("-A", "scram-sha-256", "--pwfile=" + password, "-E", "UTF8", "--locale=C", "-N"));
            run(make, folder);
            var server = new PostgresServer(folder, freePort(), settings);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            server.awaitReady();
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A database of the server. */
    public PostgresPlace place(String database) {
        return new PostgresPlace("127.0.0.1", port, database, PostgresPlace.Guard.OPEN, null);
    }

    /** A connection under a login of the server's. */
    public Connection connect(String database, String login, String password) throws SQLException {
        return place(database).source(login, password).getConnection();
    }

    /** Whether a login lacks the right to a statement; whatever gets through is taken back. */
    public boolean refuses(String database, String login, String password, String sql) {
        try (Connection connection = connect(database, login, password);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(sql);
                return false;
            } catch (SQLException failed) {
                if (!NO_RIGHT.equals(failed.getSQLState())) {
                    throw new AssertionError(sql, failed);
                }
                return true;
            } finally {
                connection.rollback();
            }
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Runs statements as the server's administrator. */
    public void execute(String database, String... statements) {
        try (Connection connection = connect(database, ADMIN, PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What a query answers that has one number to tell. */
    public long number(String database, String query) {
        try (Connection connection = connect(database, ADMIN, PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Has it speak TLS from now on, to whoever asks for it. */
    void speakTls(TestCertificate certificate) {
        try {
            Path proof = Files.copy(certificate.file(), folder.resolve("server.crt"));
            Path key = Files.writeString(folder.resolve("server.key"), certificate.key());
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
            if (isRoot()) {
                run(List.of("chown", NOBODY + ":" + NOBODY, proof.toString(), key.toString()), folder);
            }
            execute(
                    ADMIN,
                    "alter system set ssl_cert_file = '" + proof + "'",
                    "alter system set ssl_key_file = '" + key + "'",
                    "alter system set ssl = on",
                    "select pg_reload_conf()");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Kills it, as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts it again on what it has on disk. */
    public void startAgain() {
        try {
            process = launch();
            awaitReady();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        kill();
        try {
            OwnFiles.deleteTree(folder);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(asSomebody());
        command.addAll(List.of(binary(folder, "postgres"), "-D", data(folder).toString(), "-p", "" + port));
        command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        command.addAll(List.of("-c", "max_connections=200"));
        command.addAll(settings);
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
    }

    private void awaitReady() {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> {
                    if (!process.isAlive()) {
                        // Those who served the one before it may not have noticed its end yet.
                        process = launch();
                    }
                    try (Connection connection = connect(ADMIN, ADMIN, PASSWORD)) {
                        return connection.isValid(1);
                    }
                });
    }

    private static void unpack(Path folder) throws IOException {
        try (InputStream packed = PostgresServer.class.getResourceAsStream(archive());
                var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                Path to = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(to);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(to.getParent());
                    Files.createSymbolicLink(to, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(to.getParent());
                    Files.copy(tar, to);
                    if (!windows() && (entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
    }

    private static String archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String kind = windows() ? "windows" : system.contains("mac") ? "darwin" : "linux";
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        return "/postgres-" + kind + (arm ? "-arm_64" : "-x86_64") + ".txz";
    }

    private static List<String> asSomebody() {
        if (!isRoot()) {
            return List.of();
        }
        for (String bin : List.of("/usr/bin/setpriv", "/bin/setpriv")) {
            if (Files.isExecutable(Path.of(bin))) {
                return List.of(bin, "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
            }
        }
        return List.of("runuser", "-u", "nobody", "--");
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static boolean windows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    private static String binary(Path folder, String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static Path data(Path folder) {
        return folder.resolve("data");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(List<String> command, Path folder) throws IOException {
        Path said = folder.resolve("set-up.log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()))
                .start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(command.getFirst() + " failed: " + Files.readString(said));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
