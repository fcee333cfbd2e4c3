package org.moderationdesk.db;

import org.h2.jdbcx.JdbcDataSource;

/** Names H2 databases by URLs built from fields, never taken from a file, and keeps H2 to what the desk needs. */
final class H2Engine {
    private static final String USER = "DESK";

    private H2Engine() {}

    /** A database in memory under this name, which lives until it is shut down. */
    static JdbcDataSource inMemory(String name) {
        return source("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "");
    }

    private static JdbcDataSource source(String url, String password) {
        // Without this H2 makes an object of any class that a statement names. H2 reads it once, before its first use.
        System.setProperty("h2.allowedClasses", "org.moderationdesk.none");
        var source = new JdbcDataSource();
        source.setURL(url + ";LOCK_TIMEOUT=15000");
        source.setUser(USER);
        source.setPassword(password);
        return source;
    }
}
