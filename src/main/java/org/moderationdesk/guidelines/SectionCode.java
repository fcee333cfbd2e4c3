package org.moderationdesk.guidelines;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names one section of a guideline edition, such as 5.3. Ordered as in the book: 9.4 before 10.1. */
public record SectionCode(String value) implements Comparable<SectionCode> {
    private static final Pattern FORM = Pattern.compile("\\d{1,2}\\.\\d");
    private static final Comparator<SectionCode> BOOK_ORDER =
            Comparator.comparingInt(SectionCode::chapter).thenComparing(SectionCode::value);

    public SectionCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a section code: " + value);
        }
    }

    public static Optional<SectionCode> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new SectionCode(text)) : Optional.empty();
    }

    public int chapter() {
        return Integer.parseInt(value.substring(0, value.indexOf('.')));
    }

    @Override
    public int compareTo(SectionCode other) {
        return BOOK_ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return value;
    }
}
