package org.moderationdesk.review;

import java.util.Objects;

/**
 * Why one person looks at one sealed file, once.
 *
 * @param note in the person's own words, at least {@value #LEAST_NOTE} characters not counting repeated spaces
 */
public record SealedWhy(LookReason reason, String note) {
    public static final int LEAST_NOTE = 20;
    public static final int MOST_NOTE = 2_000;

    public SealedWhy {
        Objects.requireNonNull(reason);
        note = note.strip();
        if (length(note) < LEAST_NOTE || note.length() > MOST_NOTE) {
            throw new IllegalArgumentException("a note of " + LEAST_NOTE + " to " + MOST_NOTE + " characters");
        }
    }

    /** How many characters of a note count. */
    public static int length(String note) {
        String plain = note.strip().replaceAll("\\s+", " ");
        return plain.codePointCount(0, plain.length());
    }

    /** Without the note, which is personal. */
    @Override
    public String toString() {
        return "SealedWhy[" + reason + "]";
    }
}
