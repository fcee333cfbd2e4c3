package org.moderationdesk.guidelines;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names one carve-out that a section itself makes, such as 3.2.c1. Ordered as in the book. */
public record CarveOutCode(String value) implements Comparable<CarveOutCode> {
    private static final Pattern FORM = Pattern.compile("\\d{1,2}\\.\\d\\.c\\d{1,2}");
    private static final Comparator<CarveOutCode> BOOK_ORDER =
            Comparator.comparing(CarveOutCode::section).thenComparingInt(CarveOutCode::number);

    public CarveOutCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a carve-out code: " + value);
        }
    }

    public static Optional<CarveOutCode> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new CarveOutCode(text)) : Optional.empty();
    }

    public SectionCode section() {
        return new SectionCode(value.substring(0, value.lastIndexOf('.')));
    }

    private int number() {
        return Integer.parseInt(value.substring(value.lastIndexOf('c') + 1));
    }

    @Override
    public int compareTo(CarveOutCode other) {
        return BOOK_ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return value;
    }
}
