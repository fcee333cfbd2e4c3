package org.moderationdesk.editions;

import java.time.Instant;
import org.moderationdesk.guidelines.Book;

/**
 * One edition of the book, and from when it is in force.
 *
 * @param version how often it has been brought in under its name; 0 for the one that came with the desk
 * @param from {@link Instant#EPOCH} for the one that came with the desk
 */
public record Edition(Book book, int version, Instant from) {
    /** Year and month, such as "2020-12". */
    public String name() {
        return book.edition();
    }

    public boolean isInForce(Instant now) {
        return !from.isAfter(now);
    }

    /** Whether it came with the desk: before it there was none, so nobody is asked to read what is new in it. */
    public boolean isFirst() {
        return version == 0;
    }
}
