package org.moderationdesk.editions;

import java.util.List;
import java.util.Optional;
import org.moderationdesk.editions.EditionRefused.Why;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.Chapter;
import org.moderationdesk.guidelines.Clause;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.Section;
import org.moderationdesk.guidelines.SectionCode;

/**
 * What the desk itself acts on by its code: that content of 8.1 to 8.3 stays sealed, that 5.1 is urgent, what follows
 * for an account under age. An edition in which such a code means something else would switch that off unseen.
 */
final class Cornerstones {
    private static final int MINORS = 8;
    private static final List<SectionCode> SECTIONS = List.of(
            new SectionCode("5.1"),
            new SectionCode("8.0"),
            new SectionCode("8.1"),
            new SectionCode("8.2"),
            new SectionCode("8.3"),
            new SectionCode("8.6"),
            new SectionCode("9.1"),
            new SectionCode("9.2"));
    private static final List<ClauseCode> RULES =
            List.of(new ClauseCode("8.0.1"), new ClauseCode("8.0.2"), new ClauseCode("8.0.3"), new ClauseCode("8.0.4"));

    private Cornerstones() {}

    /** @throws EditionRefused where one is missing in the later edition, or is another than in the earlier one */
    static void check(Book earlier, Book later) {
        for (SectionCode code : SECTIONS) {
            needs(id(earlier, code).equals(id(later, code)), code.value());
        }
        needs(chapter(earlier).equals(chapter(later)), Integer.toString(MINORS));
        for (ClauseCode code : RULES) {
            needs(later.clause(code).filter(Clause::citable).isPresent(), code.value());
        }
    }

    private static void needs(boolean holds, String code) {
        if (!holds) {
            throw new EditionRefused(Why.CORNERSTONE, code);
        }
    }

    private static Optional<String> id(Book book, SectionCode code) {
        return book.section(code).map(Section::id);
    }

    private static Optional<String> chapter(Book book) {
        return book.chapters().stream()
                .filter(one -> one.number() == MINORS)
                .map(Chapter::id)
                .findFirst();
    }
}
