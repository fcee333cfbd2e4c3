package org.moderationdesk.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PasswordUtil;

/** A login of the server of a shared store, under which this desk has it open. Safe for any thread. */
public final class ServerLogin {
    private final PostgresPlace place;
    private final PGSimpleDataSource source;

    ServerLogin(PostgresPlace place, PGSimpleDataSource source) {
        this.place = place;
        this.source = source;
    }

    /** What the server says to a name and a password. */
    public enum Answer {
        FITS,
        WRONG,
        /** The password may be right: this database is closed to that name. */
        NOT_LET_IN
    }

    public PostgresPlace place() {
        return place;
    }

    public String name() {
        return String.valueOf(source.getUser());
    }

    /** Asks the server. */
    public Answer prove(String name, String password) {
        try (Connection connection = place.source(name, password).getConnection()) {
            connection.isValid(1);
            return Answer.FITS;
        } catch (SQLException failed) {
            return switch (ServerRefusal.of(failed, place)) {
                case StoreRefused.WrongLogin _ -> Answer.WRONG;
                case StoreRefused.NotAMember _ -> Answer.NOT_LET_IN;
                case StoreRefused.Reason _ -> throw StoreException.wordless(failed);
            };
        }
    }

    /** The password of this login is another from now on; connections that are open stay. */
    public void becomes(String password) {
        source.setPassword(password);
    }

    /** What a server keeps of a password by SCRAM: the password itself never leaves this process. */
    public static String kept(String name, String password) {
        try {
            return PasswordUtil.encodePassword(name, password.toCharArray(), "scram-sha-256");
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
