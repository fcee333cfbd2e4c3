package org.moderationdesk.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import org.moderationdesk.base.Sha256;

/**
 * Rows that an entry told of and that the table no longer has so: a later entry must say what became of each. Holds
 * fingerprints of 128 bits, not rows, and not more of them than its limit; where there are more, {@link #from} is moved
 * on and the walk is made again.
 */
final class Superseded {
    private static final int FIRST_SLOTS = 1 << 12;

    private final MessageDigest sha = Sha256.digest();
    private final byte[] fingerprint = new byte[32];
    private final int limit;
    private long from = 1;
    private long until = Long.MAX_VALUE;
    private long[] high = new long[FIRST_SLOTS];
    private long[] low = new long[FIRST_SLOTS];
    private long[] entries = new long[FIRST_SLOTS];
    private int size;

    Superseded(int limit) {
        this.limit = limit;
    }

    /** The entry told of the row, and the table has it otherwise. */
    void add(long entry, String table, String key) {
        if (entry < from || entry >= until) {
            return;
        }
        if (size == limit) {
            until = entry;
            return;
        }
        if (size * 2 >= entries.length) {
            grow();
        }
        fingerprint(entry, table, key);
        put(first(), second(), entry);
        size++;
    }

    /** A later entry says what became of it: whether it was waiting for that. */
    boolean remove(long entry, String table, String key) {
        if (entry < from || entry >= until) {
            return true;
        }
        fingerprint(entry, table, key);
        int slot = find(first(), second(), entry);
        if (slot < 0) {
            return false;
        }
        close(slot);
        size--;
        return true;
    }

    /** The first entry whose row is gone without a word; 0 where there is none. */
    long firstLeft() {
        long first = 0;
        for (long entry : entries) {
            if (entry != 0 && (first == 0 || entry < first)) {
                first = entry;
            }
        }
        return first;
    }

    /** Whether the row is among those left. */
    boolean isLeft(long entry, String table, String key) {
        fingerprint(entry, table, key);
        return find(first(), second(), entry) >= 0;
    }

    /** Where there was no room for all: begins anew with those there was no room for. */
    boolean again() {
        if (until == Long.MAX_VALUE) {
            return false;
        }
        from = until;
        until = Long.MAX_VALUE;
        return true;
    }

    private void fingerprint(long entry, String table, String key) {
        sha.update(ByteBuffer.allocate(8).putLong(0, entry));
        sha.update(table.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
        sha.update(key.getBytes(StandardCharsets.UTF_8));
        try {
            if (sha.digest(fingerprint, 0, fingerprint.length) != fingerprint.length) {
                throw new IllegalStateException("SHA-256 has 32 bytes");
            }
        } catch (DigestException impossible) {
            throw new IllegalStateException("the buffer has room", impossible);
        }
    }

    private long first() {
        return ByteBuffer.wrap(fingerprint).getLong(0);
    }

    private long second() {
        return ByteBuffer.wrap(fingerprint).getLong(8);
    }

    private void put(long one, long two, long entry) {
        int slot = slot(one);
        while (entries[slot] != 0) {
            slot = next(slot);
        }
        high[slot] = one;
        low[slot] = two;
        entries[slot] = entry;
    }

    private int find(long one, long two, long entry) {
        for (int slot = slot(one); entries[slot] != 0; slot = next(slot)) {
            if (high[slot] == one && low[slot] == two && entries[slot] == entry) {
                return slot;
            }
        }
        return -1;
    }

    /** Empties the slot and moves those behind it up, so that each is still found from its own place. */
    private void close(int emptied) {
        int hole = emptied;
        for (int slot = next(hole); entries[slot] != 0; slot = next(slot)) {
            int mask = entries.length - 1;
            int fromHome = (slot - slot(high[slot])) & mask;
            boolean reachesOverTheHole = fromHome >= ((slot - hole) & mask);
            if (reachesOverTheHole) {
                high[hole] = high[slot];
                low[hole] = low[slot];
                entries[hole] = entries[slot];
                hole = slot;
            }
        }
        entries[hole] = 0;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        long[] oldEntries = entries;
        high = new long[oldHigh.length * 2];
        low = new long[oldHigh.length * 2];
        entries = new long[oldHigh.length * 2];
        for (int i = 0; i < oldEntries.length; i++) {
            if (oldEntries[i] != 0) {
                put(oldHigh[i], oldLow[i], oldEntries[i]);
            }
        }
    }

    private int slot(long one) {
        return (int) one & (entries.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (entries.length - 1);
    }
}
