package org.moderationdesk.proof;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text and who signed it, as C2SP signed-note writes it: the text, an empty line, and one line a signature. Others
 * (witnesses) may have added theirs.
 *
 * @param text with its last line break
 * @param signatures the lines, in their order
 */
record SignedNote(String text, List<String> signatures) {
    /** The most characters that a note has. */
    static final int LONGEST = 100_000;

    private static final Pattern SIGNATURE = Pattern.compile("\u2014 (\\S+) ([A-Za-z0-9+/]+={0,2})");
    private static final int ID_BYTES = 4;

    static SignedNote sign(String text, String name, CheckpointKey key) {
        byte[] id = key.id(name);
        byte[] signature = key.sign(text);
        byte[] both = Arrays.copyOf(id, id.length + signature.length);
        System.arraycopy(signature, 0, both, id.length, signature.length);
        return new SignedNote(
                text, List.of("\u2014 " + name + " " + Base64.getEncoder().encodeToString(both)));
    }

    String written() {
        return text + "\n" + String.join("\n", signatures) + "\n";
    }

    static Optional<SignedNote> parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (note.length() > LONGEST || end < 0 || !note.endsWith("\n")) {
            return Optional.empty();
        }
        List<String> lines = note.substring(end + 2).lines().toList();
        boolean wellFormed = !lines.isEmpty()
                && lines.stream().allMatch(line -> SIGNATURE.matcher(line).matches());
        return wellFormed ? Optional.of(new SignedNote(note.substring(0, end + 1), lines)) : Optional.empty();
    }

    /** Whether one of the signatures is this key's, under this name, and right. */
    boolean isSignedBy(String name, CheckpointKey key) {
        byte[] id = key.id(name);
        for (String line : signatures) {
            Matcher parts = SIGNATURE.matcher(line);
            if (!parts.matches() || !parts.group(1).equals(name)) {
                continue;
            }
            byte[] both;
            try {
                both = Base64.getDecoder().decode(parts.group(2));
            } catch (IllegalArgumentException garbled) {
                continue;
            }
            boolean ours = both.length > ID_BYTES && Arrays.equals(Arrays.copyOf(both, ID_BYTES), id);
            if (ours && key.signed(text, Arrays.copyOfRange(both, ID_BYTES, both.length))) {
                return true;
            }
        }
        return false;
    }
}
