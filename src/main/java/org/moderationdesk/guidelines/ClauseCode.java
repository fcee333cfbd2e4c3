package org.moderationdesk.guidelines;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names one clause of a guideline edition, or a part of one, such as 5.3.3 or 2.1.1a. Ordered as in the book. */
public record ClauseCode(String value) implements Comparable<ClauseCode> {
    private static final Pattern FORM = Pattern.compile("\\d{1,2}\\.\\d\\.\\d{1,2}[a-z]?");
    private static final Comparator<ClauseCode> BOOK_ORDER = Comparator.comparing(ClauseCode::section)
            .thenComparingInt(ClauseCode::number)
            .thenComparing(ClauseCode::value);

    public ClauseCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a clause code: " + value);
        }
    }

    public static Optional<ClauseCode> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ClauseCode(text)) : Optional.empty();
    }

    public SectionCode section() {
        return new SectionCode(value.substring(0, value.lastIndexOf('.')));
    }

    /** The clause that this is a part of: 2.1.1 for 2.1.1a, itself for 2.1.1. */
    public ClauseCode whole() {
        return isPart() ? new ClauseCode(value.substring(0, value.length() - 1)) : this;
    }

    public boolean isPart() {
        return Character.isLetter(value.charAt(value.length() - 1));
    }

    private int number() {
        return Integer.parseInt(value.substring(value.lastIndexOf('.') + 1, value.length() - (isPart() ? 1 : 0)));
    }

    @Override
    public int compareTo(ClauseCode other) {
        return BOOK_ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return value;
    }
}
