package org.moderationdesk.db;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Properties;
import javax.net.SocketFactory;
import org.postgresql.Driver;
import org.postgresql.core.PGStream;
import org.postgresql.ssl.MakeSSL;
import org.postgresql.util.HostSpec;

/**
 * Whether the server of a shared store can be reached before anybody signs in: by the handshake alone, with the same
 * proof of its name, so that the server counts no try. Not for the JavaFX thread.
 */
public final class ServerReach {
    private static final int PATIENCE_MILLIS = 5_000;
    /** An SSLRequest of the protocol: its length, and the code that stands for a version. */
    private static final int[] ASKS_FOR_TLS = {8, 1234, 5679};

    private final PostgresPlace place;

    public ServerReach(PostgresPlace place) {
        this.place = place;
    }

    /** @throws StoreRefused with why it cannot be reached, or not as the server that was named */
    public void ask() throws StoreRefused {
        var host = new HostSpec(place.host(), place.port());
        try (var stream = new PGStream(SocketFactory.getDefault(), host, PATIENCE_MILLIS)) {
            stream.setNetworkTimeout(PATIENCE_MILLIS);
            stream.sendInteger4(ASKS_FOR_TLS[0]);
            stream.sendInteger2(ASKS_FOR_TLS[1]);
            stream.sendInteger2(ASKS_FOR_TLS[2]);
            stream.flush();
            int answer = stream.receiveChar();
            boolean speaksTls = answer == 'S';
            if (!speaksTls && answer != 'N') {
                throw new StoreRefused(new StoreRefused.Unreachable(place.shown()));
            }
            if (place.guard() == PostgresPlace.Guard.VERIFIED) {
                if (!speaksTls) {
                    throw new StoreRefused(new StoreRefused.NoTls(place.host()));
                }
                MakeSSL.convert(stream, asInASignIn());
            }
        } catch (IOException | SQLException failed) {
            throw new StoreRefused(ServerRefusal.of(failed, place), failed);
        }
    }

    private Properties asInASignIn() {
        Properties said = Driver.parseURL(place.source("", "").getURL(), new Properties());
        return said == null ? new Properties() : said;
    }
}
