package org.moderationdesk.editions;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.moderationdesk.guidelines.Book;

/**
 * Every edition that the desk knows of, the one that came with it first, then as they come into force. Never changes.
 *
 * @param editions never empty
 */
public record Shelf(List<Edition> editions) {
    public Shelf {
        editions = editions.stream().sorted(Comparator.comparing(Edition::from)).toList();
    }

    /** The one in force at that moment. */
    public Edition inForce(Instant now) {
        return editions.stream()
                .filter(one -> one.isInForce(now))
                .reduce((_, later) -> later)
                .orElse(editions.getFirst());
    }

    public Optional<Edition> find(String name) {
        return editions.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** The one that was, or is, in force until this one is; empty for the first. */
    public Optional<Edition> before(Edition edition) {
        return editions.stream()
                .filter(one -> one.from().isBefore(edition.from()))
                .reduce((_, later) -> later);
    }

    /** What is different in it from the one before; nothing in the first. */
    public List<Change> changes(Edition edition) {
        return before(edition)
                .map(before -> BookChanges.between(before.book(), edition.book()))
                .orElse(List.of());
    }

    /** The books of all but this one, the newest first. */
    public List<Book> others(Edition edition) {
        return editions.reversed().stream()
                .filter(one -> !one.name().equals(edition.name()))
                .map(Edition::book)
                .toList();
    }

    /** The book in force at that moment, which still has words for what only others have. */
    public Book desk(Instant now) {
        Edition inForce = inForce(now);
        return inForce.book().remembering(others(inForce));
    }

    /** The names of this one and of those that come into force after it. */
    List<String> from(Edition edition) {
        return editions.stream()
                .filter(one -> !one.from().isBefore(edition.from()))
                .map(Edition::name)
                .toList();
    }
}
