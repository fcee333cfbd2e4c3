package org.moderationdesk.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way to a server that speaks TLS, as the desk goes it by default: encrypted, and only to the host that was named. */
@OnPostgres
final class TlsTest {
    private static final String NAME = "guarded";

    @TempDir
    private static Path folder;

    private static PostgresServer server;
    private static TestCertificate own;
    private static TestCertificate other;

    @BeforeAll
    static void start() throws StoreRefused {
        own = new TestCertificate(folder, "localhost");
        other = new TestCertificate(folder, "elsewhere.invalid");
        server = PostgresServer.start();
        server.speakTls(own);
        new SharedStoreDoor(server.place(NAME)).prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theServerThatProvesItsNameIsReachedAndOpened() throws StoreRefused {
        PostgresPlace place = at("localhost", own.file());

        assertThatCode(() -> new ServerReach(place).ask()).doesNotThrowAnyException();
        try (PostgresStore store = new SharedStoreDoor(place).open(PostgresServer.ADMIN, PostgresServer.PASSWORD)) {
            assertThat(store.<Boolean>read(
                            handle -> handle.createQuery("select ssl from pg_stat_ssl where pid = pg_backend_pid()")
                                    .mapTo(Boolean.class)
                                    .one()))
                    .isTrue();
        }
    }

    @Test
    void aWrongPasswordIsAWrongLoginThereToo() {
        assertThat(why(() -> new SharedStoreDoor(at("localhost", own.file())).open("nobody", "not this one")))
                .hasValueSatisfying(reason -> assertThat(reason).isInstanceOf(StoreRefused.WrongLogin.class));
    }

    @Test
    void noPasswordIsAWrongLoginAndNoServerWithoutTls() {
        assertThat(why(() -> new SharedStoreDoor(at("localhost", own.file())).open(PostgresServer.ADMIN, "")))
                .hasValueSatisfying(reason -> assertThat(reason).isInstanceOf(StoreRefused.WrongLogin.class));
    }

    @Test
    void aServerOfAnotherNameIsRefused() {
        assertRefused(at("127.0.0.1", own.file()), new StoreRefused.NotProved("127.0.0.1"));
    }

    @Test
    void aServerThatSomebodyElseVouchesForIsRefused() {
        assertRefused(at("localhost", other.file()), new StoreRefused.NotProved("localhost"));
    }

    @Test
    void aServerThatNobodyVouchesForIsRefused() {
        assertRefused(at("localhost", null), new StoreRefused.NotProved("localhost"));
    }

    @Test
    void aCertificateThatIsNotThereOrIsNoneIsSaid() throws IOException {
        Path missing = folder.resolve("missing.crt");
        assertRefused(at("localhost", missing), new StoreRefused.NoCertificate(missing));
        Path garbage = Files.writeString(folder.resolve("garbage.crt"), "no certificate");
        assertRefused(at("localhost", garbage), new StoreRefused.NoCertificate(garbage));
        Path empty = Files.createFile(folder.resolve("empty.crt"));
        assertRefused(at("localhost", empty), new StoreRefused.NoCertificate(empty));
    }

    private static void assertRefused(PostgresPlace place, StoreRefused.Reason reason) {
        assertThat(why(() -> new ServerReach(place).ask()))
                .as("before a sign-in")
                .contains(reason);
        assertThat(why(() -> new SharedStoreDoor(place).open(PostgresServer.ADMIN, PostgresServer.PASSWORD)))
                .as("at a sign-in")
                .contains(reason);
    }

    private static PostgresPlace at(String host, @Nullable Path root) {
        return new PostgresPlace(host, server.place(NAME).port(), NAME, PostgresPlace.Guard.VERIFIED, root);
    }

    private static Optional<StoreRefused.Reason> why(ThrowingCallable act) {
        return Optional.ofNullable(catchThrowableOfType(StoreRefused.class, act))
                .map(StoreRefused::reason);
    }
}
