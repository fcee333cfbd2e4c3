package org.moderationdesk.db;

import java.io.FileNotFoundException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.StoreRefused.Reason;

/** Why a server could not be reached or does not let somebody in, from what the driver says. */
final class ServerRefusal {
    private static final String WRONG_PASSWORD = "28P01";
    private static final String RULES = "28000";
    private static final String NO_DATABASE = "3D000";
    private static final String TLS_OF_THE_DRIVER = "org.postgresql.ssl.";
    private static final String NO_RIGHT = "42501";
    /** Also what the driver says where the server does not speak TLS. */
    private static final String REJECTED = "08004";
    /** Too many connections; starting up, shutting down. */
    private static final Set<String> NOT_NOW = Set.of("53300", "57P01", "57P02", "57P03");

    private ServerRefusal() {}

    /** @throws StoreException where it is none of the reasons that a person can do something about */
    static Reason of(Exception failed, PostgresPlace place) {
        boolean guarded = place.guard() == PostgresPlace.Guard.VERIFIED;
        @Nullable Reason reason = null;
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return new StoreRefused.UnknownHost(place.host());
            }
            if (cause instanceof SSLException || isOfAnotherName(cause)) {
                return new StoreRefused.NotProved(place.host());
            }
            // Only after it: what a server shows may be no certificate either.
            Path root = place.rootCertificate();
            if (root != null && (cause instanceof FileNotFoundException || cause instanceof GeneralSecurityException)) {
                return new StoreRefused.NoCertificate(root);
            }
            if (reason == null && cause instanceof SQLException sql && sql.getSQLState() != null) {
                reason = of(sql.getSQLState(), guarded, place);
                if (reason == null) {
                    throw StoreException.wordless(failed);
                }
            }
        }
        return reason == null ? new StoreRefused.Unreachable(place.shown()) : reason;
    }

    /** The driver says so as it says that a connection failed; only where it says it tells them apart. */
    private static boolean isOfAnotherName(Throwable failed) {
        StackTraceElement[] from = failed.getStackTrace();
        return failed instanceof SQLException
                && failed.getCause() == null
                && from.length > 0
                && from[0].getClassName().startsWith(TLS_OF_THE_DRIVER);
    }

    private static @Nullable Reason of(String state, boolean guarded, PostgresPlace place) {
        return switch (state) {
            case WRONG_PASSWORD -> new StoreRefused.WrongLogin(place.url());
            case RULES -> new StoreRefused.NotByItsRules(place.url());
            case NO_RIGHT -> new StoreRefused.NotAMember(place.url());
            case NO_DATABASE -> new StoreRefused.NotPrepared(place.url());
            case REJECTED ->
                guarded ? new StoreRefused.NoTls(place.host()) : new StoreRefused.Unreachable(place.shown());
            default ->
                state.startsWith("08") || NOT_NOW.contains(state) ? new StoreRefused.Unreachable(place.shown()) : null;
        };
    }
}
