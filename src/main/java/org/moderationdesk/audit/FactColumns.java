package org.moderationdesk.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.moderationdesk.decisions.DecisionFact;

/**
 * The arrays behind {@link DecisionFacts}, with room for more. Filled up by one thread; who reads, reads only below the
 * size that was handed out.
 */
final class FactColumns {
    private static final int FIRST = 1_024;
    private static final int ITEM_BYTES = 16;

    final int[] seq;
    final long[] at;
    final long[] idHigh;
    final long[] idLow;
    final int[] dueSeconds;
    final int[] openedSeconds;
    final int[] activeMs;
    final int[] caseId;
    final int[] clauses;
    final char[] person;
    final char[] section;
    final char[] language;
    final char[] region;
    final char[] queue;
    final char[] measures;
    final char[] referrals;
    final byte[] outcome;
    final byte[] ground;
    final byte[] kind;
    final byte[] severity;
    final byte[] confidence;
    final byte[] state;
    final byte[] flags;
    final byte[] quality;
    /** Where the item's id ends in {@link #items}; it begins where the one before ends. */
    final int[] itemEnd;

    byte[] items;

    private FactColumns(int room, int itemRoom) {
        seq = new int[room];
        at = new long[room];
        idHigh = new long[room];
        idLow = new long[room];
        dueSeconds = new int[room];
        openedSeconds = new int[room];
        activeMs = new int[room];
        caseId = new int[room];
        clauses = new int[room];
        person = new char[room];
        section = new char[room];
        language = new char[room];
        region = new char[room];
        queue = new char[room];
        measures = new char[room];
        referrals = new char[room];
        outcome = new byte[room];
        ground = new byte[room];
        kind = new byte[room];
        severity = new byte[room];
        confidence = new byte[room];
        state = new byte[room];
        flags = new byte[room];
        quality = new byte[room];
        itemEnd = new int[room];
        items = new byte[itemRoom];
    }

    static FactColumns empty() {
        return new FactColumns(FIRST, FIRST * ITEM_BYTES);
    }

    int room() {
        return seq.length;
    }

    /** The same with room for a quarter more. */
    FactColumns larger() {
        var more = new FactColumns(room() + Math.max(FIRST, room() / 4), items.length);
        int rows = room();
        System.arraycopy(seq, 0, more.seq, 0, rows);
        System.arraycopy(at, 0, more.at, 0, rows);
        System.arraycopy(idHigh, 0, more.idHigh, 0, rows);
        System.arraycopy(idLow, 0, more.idLow, 0, rows);
        System.arraycopy(dueSeconds, 0, more.dueSeconds, 0, rows);
        System.arraycopy(openedSeconds, 0, more.openedSeconds, 0, rows);
        System.arraycopy(activeMs, 0, more.activeMs, 0, rows);
        System.arraycopy(caseId, 0, more.caseId, 0, rows);
        System.arraycopy(clauses, 0, more.clauses, 0, rows);
        System.arraycopy(person, 0, more.person, 0, rows);
        System.arraycopy(section, 0, more.section, 0, rows);
        System.arraycopy(language, 0, more.language, 0, rows);
        System.arraycopy(region, 0, more.region, 0, rows);
        System.arraycopy(queue, 0, more.queue, 0, rows);
        System.arraycopy(measures, 0, more.measures, 0, rows);
        System.arraycopy(referrals, 0, more.referrals, 0, rows);
        System.arraycopy(outcome, 0, more.outcome, 0, rows);
        System.arraycopy(ground, 0, more.ground, 0, rows);
        System.arraycopy(kind, 0, more.kind, 0, rows);
        System.arraycopy(severity, 0, more.severity, 0, rows);
        System.arraycopy(confidence, 0, more.confidence, 0, rows);
        System.arraycopy(state, 0, more.state, 0, rows);
        System.arraycopy(flags, 0, more.flags, 0, rows);
        System.arraycopy(quality, 0, more.quality, 0, rows);
        System.arraycopy(itemEnd, 0, more.itemEnd, 0, rows);
        System.arraycopy(items, 0, more.items, 0, items.length);
        return more;
    }

    void putItem(int row, String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        int from = row == 0 ? 0 : itemEnd[row - 1];
        if (from + bytes.length > items.length) {
            items = Arrays.copyOf(items, from + bytes.length + items.length / 4);
        }
        System.arraycopy(bytes, 0, items, from, bytes.length);
        itemEnd[row] = from + bytes.length;
    }

    /** Orders two rows by the bytes of their items' ids. */
    int compareItems(int one, int other) {
        int from = one == 0 ? 0 : itemEnd[one - 1];
        int otherFrom = other == 0 ? 0 : itemEnd[other - 1];
        return Arrays.compareUnsigned(items, from, itemEnd[one], items, otherFrom, itemEnd[other]);
    }

    /** Whether the item's id begins with these letters, small ones of ASCII, whatever its own letters are. */
    boolean itemBegins(int row, byte[] small) {
        int from = row == 0 ? 0 : itemEnd[row - 1];
        if (itemEnd[row] - from < small.length) {
            return false;
        }
        for (int i = 0; i < small.length; i++) {
            int letter = items[from + i];
            if ((letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter) != small[i]) {
                return false;
            }
        }
        return true;
    }

    String item(int row) {
        int from = row == 0 ? 0 : itemEnd[row - 1];
        return new String(items, from, itemEnd[row] - from, StandardCharsets.UTF_8);
    }

    /** Seconds from one moment to another, as far as an int goes: 68 years. */
    static int seconds(long fromMs, long toMs) {
        return (int) Math.clamp(Math.floorDiv(toMs - fromMs, 1_000), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    static int unsigned(long number) {
        if (number < 0 || number > 0xFFFF_FFFFL) {
            throw new IllegalStateException("beyond four thousand million: " + number);
        }
        return (int) number;
    }

    static byte flags(DecisionFact fact) {
        int flags = (fact.onTime() ? DecisionFacts.ON_TIME : 0)
                | (fact.difficult() ? DecisionFacts.DIFFICULT : 0)
                | (fact.childSafety() ? DecisionFacts.CHILD_SAFETY : 0)
                | (fact.replaces() != null ? DecisionFacts.REPLACES : 0);
        return (byte) flags;
    }

    /** Bytes that the arrays take. */
    long bytes() {
        return room() * (3 * 8L + 7 * Integer.BYTES + 7 * Character.BYTES + 8L) + items.length;
    }
}
