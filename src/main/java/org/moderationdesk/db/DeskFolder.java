package org.moderationdesk.db;

import java.nio.file.Path;

/** Where a desk keeps what: everything lies under its home. */
public record DeskFolder(Path home) {
    static final String STORE_NAME = "desk";

    public DeskFolder {
        home = home.toAbsolutePath().normalize();
    }

    /** Store, key file and media together: what a backup holds and a restore replaces. */
    public Path store() {
        return home.resolve("store");
    }

    public Path storeFile() {
        return storeFile(store());
    }

    public Path keyFile() {
        return keyFile(store());
    }

    /** Media files, each encrypted with a key of its own that the store keeps. */
    public Path media() {
        return media(store());
    }

    public Path backups() {
        return home.resolve("backups");
    }

    public Path settings() {
        return home.resolve("settings");
    }

    public Path logs() {
        return home.resolve("logs");
    }

    /** Held by the process that has the store open; says who that is. */
    public Path lockFile() {
        return home.resolve("desk.lock");
    }

    static Path storeFile(Path store) {
        return store.resolve(STORE_NAME + ".mv.db");
    }

    static Path keyFile(Path store) {
        return store.resolve("desk.key");
    }

    static Path media(Path store) {
        return store.resolve("media");
    }
}
