package org.moderationdesk.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A server is reached only where it answers as a PostgreSQL server does, and as guarded as its address says. */
@OnPostgres
final class ServerReachTest {
    @Test
    void aServerIsReachedWithoutALoginUnlessItsAddressAsksForMore() {
        PostgresPlace open = PostgresServer.shared().place("nobody_made_this");
        assertThatCode(() -> new ServerReach(open).ask()).doesNotThrowAnyException();

        var guarded = new PostgresPlace(open.host(), open.port(), open.database(), PostgresPlace.Guard.VERIFIED, null);
        assertThat(why(guarded)).contains(new StoreRefused.NoTls(open.host()));
    }

    @Test
    void nobodyThereAnotherServerAndAnUnknownNameAreToldApart() throws IOException {
        assertThat(why(at("127.0.0.1", 1))).contains(new StoreRefused.Unreachable("127.0.0.1:1/desk"));
        assertThat(why(at("no-such-host.invalid", 5432)))
                .contains(new StoreRefused.UnknownHost("no-such-host.invalid"));
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answering = Thread.ofVirtual().start(() -> {
                try (var caller = other.accept()) {
                    caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n".getBytes(StandardCharsets.US_ASCII));
                    caller.getInputStream().readAllBytes();
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
            assertThat(why(at("127.0.0.1", other.getLocalPort())))
                    .contains(new StoreRefused.Unreachable("127.0.0.1:" + other.getLocalPort() + "/desk"));
            answering.interrupt();
        }
    }

    private static PostgresPlace at(String host, int port) {
        return new PostgresPlace(host, port, "desk", PostgresPlace.Guard.OPEN, null);
    }

    private static Optional<StoreRefused.Reason> why(PostgresPlace place) {
        return Optional.ofNullable(catchThrowableOfType(StoreRefused.class, () -> new ServerReach(place).ask()))
                .map(StoreRefused::reason);
    }
}
