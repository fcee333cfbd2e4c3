package org.moderationdesk.proof;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The log at one moment, as C2SP tlog-checkpoint writes it: origin, number of entries, root of the hash tree over their
 * hashes; then two lines of ours, the last entry's own hash and the time.
 *
 * @param origin names the log: the desk's product and the beginning of its first entry's hash
 * @param root 32 bytes in base64
 * @param head the hash of the last entry, 64 hexadecimal digits
 */
record Checkpoint(String origin, long size, String root, String head, Instant at) {
    static final String PRODUCT = "moderation-desk/";

    private static final int NAMED_BY = 16;
    private static final String HEAD = "head ";
    private static final String TIME = "time ";

    static String origin(String firstHash) {
        return PRODUCT + firstHash.substring(0, NAMED_BY);
    }

    String text() {
        return origin + "\n" + size + "\n" + root + "\n" + HEAD + head + "\n" + TIME + at + "\n";
    }

    byte[] rootHash() {
        return Base64.getDecoder().decode(root);
    }

    /** Empty where the text is none that this desk writes. */
    static Optional<Checkpoint> parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() != 5 || !lines.get(3).startsWith(HEAD) || !lines.get(4).startsWith(TIME)) {
            return Optional.empty();
        }
        try {
            var read = new Checkpoint(
                    lines.get(0),
                    Long.parseLong(lines.get(1)),
                    lines.get(2),
                    lines.get(3).substring(HEAD.length()),
                    Instant.parse(lines.get(4).substring(TIME.length())));
            return read.size() > 0
                            && read.rootHash().length == 32
                            && read.text().equals(text)
                    ? Optional.of(read)
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
