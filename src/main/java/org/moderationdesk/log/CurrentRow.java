package org.moderationdesk.log;

import java.util.Arrays;

/** A row of a projected table as it now is; remembers whether its entry told of it. */
final class CurrentRow {
    private final String table;
    private final String key;
    private final byte[] digest;
    private boolean told;

    /** @param digest 64 hexadecimal digits */
    CurrentRow(String table, String key, byte[] digest) {
        this.table = table;
        this.key = key;
        this.digest = digest;
    }

    String table() {
        return table;
    }

    String key() {
        return key;
    }

    boolean is(String otherTable, String otherKey) {
        return key.equals(otherKey) && table.equals(otherTable);
    }

    boolean hasDigest(byte[] other) {
        return Arrays.equals(digest, other);
    }

    boolean isTold() {
        return told;
    }

    void tell() {
        told = true;
    }
}
