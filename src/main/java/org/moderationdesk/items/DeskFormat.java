package org.moderationdesk.items;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.moderationdesk.base.CanonicalJson;

/**
 * The desk format: one flagged item, one JSON object, one line. Reading refuses what the format refuses and keeps all
 * else, unknown fields under {@code extra}; writing gives the canonical form, and reading that gives the same item.
 * An object that names a field twice is refused, because readers differ in which of the two they believe. Safe for any
 * thread.
 */
public final class DeskFormat {
    /** Longest line, in bytes. */
    public static final int LONGEST_LINE = 8_000_000;

    /** What the store holds of one item or account, in characters. */
    static final int LONGEST_CONTENT = 15_000_000;

    private static final int ENOUGH_TO_LOOK = 3_000_000;
    private static final Duration TOLERANCE = Duration.ofHours(24);

    private final JsonLine json = JsonLine.hostile();
    private final ItemReader reader;

    /** @param importStarts a time more than 24 hours after it is refused */
    public DeskFormat(Instant importStarts) {
        this.reader = new ItemReader(importStarts.plus(TOLERANCE));
    }

    /**
     * Reads one line.
     *
     * @throws LineRefused and nothing else, whatever the bytes
     */
    public FlaggedItem read(byte[] line) {
        if (line.length > LONGEST_LINE) {
            throw new LineRefused(LineRefused.Reason.LINE_TOO_LONG);
        }
        if (!Utf8.isValid(line)) {
            throw new LineRefused(LineRefused.Reason.NOT_UTF8);
        }
        FlaggedItem read = reader.flagged(json.read(line));
        // Canonical numbers can be longer than those given: 1e20 is 21 digits.
        if (line.length > ENOUGH_TO_LOOK && write(read).length() > LONGEST_CONTENT) {
            throw new LineRefused(LineRefused.Reason.LINE_TOO_LONG);
        }
        return read;
    }

    /** As {@link #read(byte[])}. */
    public FlaggedItem read(String line) {
        return read(line.getBytes(StandardCharsets.UTF_8));
    }

    /** The canonical form of the item and these reports: one line without its end. */
    public static String write(FlaggedItem flagged) {
        return CanonicalJson.write(toMap(flagged));
    }

    /** As {@link #write}, before it is text: for those who show it among other things. */
    public static Map<String, Object> toMap(FlaggedItem flagged) {
        return ItemFields.flagged(flagged);
    }
}
