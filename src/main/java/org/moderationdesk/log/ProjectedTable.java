package org.moderationdesk.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Sha256;

/**
 * A table whose rows follow from the log. Each row carries, in its column {@code event_seq}, the number of the entry
 * that last told of it, and that entry holds the row's digest: {@code verify} compares the two.
 *
 * @param name the table
 * @param key an SQL expression over its columns that names a row, as text
 * @param columns the columns that the digest covers, in the order in which {@link #digest} takes their values
 */
public record ProjectedTable(String name, String key, List<String> columns) {
    public ProjectedTable {
        columns = List.copyOf(columns);
    }

    /** Tells of a row that this act inserts. */
    public RowState added(String rowKey, @Nullable Object... values) {
        return new RowState(name, rowKey, digest(values), null);
    }

    /** Tells of a row that this act updates; {@code was} is its event_seq before. */
    public RowState changed(String rowKey, long was, @Nullable Object... values) {
        return new RowState(name, rowKey, digest(values), was);
    }

    /** Tells of a row that this act deletes. */
    public RowState gone(String rowKey, long was) {
        return new RowState(name, rowKey, null, was);
    }

    /**
     * SHA-256 over the values as text, each preceded by its length; null and the empty text differ. Integers may come
     * as any integer type, enums as themselves, booleans as booleans.
     */
    public String digest(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(name + " has " + columns.size() + " columns, not " + values.length);
        }
        MessageDigest sha = Sha256.digest();
        for (Object value : values) {
            update(sha, value);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    /** Takes the next column's value into the digest. */
    static void update(MessageDigest sha, @Nullable Object value) {
        if (value == null) {
            length(sha, -1);
            return;
        }
        String text = value instanceof Enum<?> constant ? constant.name() : value.toString();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        length(sha, bytes.length);
        sha.update(bytes);
    }

    private static void length(MessageDigest sha, int length) {
        sha.update((byte) (length >> 24));
        sha.update((byte) (length >> 16));
        sha.update((byte) (length >> 8));
        sha.update((byte) length);
    }
}
