package org.moderationdesk.practice;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.moderationdesk.decisions.Allowed;
import org.moderationdesk.decisions.CaseFacts;
import org.moderationdesk.decisions.Standing;
import org.moderationdesk.decisions.Urgency;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.Section;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.Report;
import org.moderationdesk.staff.Person;

/**
 * An item as the decision rules are to know it: a case that whoever practises holds for as long as they like. An item to
 * practise on is never content of child safety, so everybody may answer what the book says of that.
 */
final class PracticeFacts {
    /** The queue that such a case is said to be in. */
    static final String QUEUE = "practice";

    private static final Duration DUE = Duration.ofHours(4);
    private static final Standing.Held HELD = new Standing.Held(1, Instant.MAX);
    private static final String STRIKE = "STRIKE";
    private static final int LONGEST_SECTION = 20;

    private PracticeFacts() {}

    static CaseFacts of(PracticeItem item, String edition, Book book, Person person, Instant now) {
        return of(item.content(), item.position(), edition, book, person, now);
    }

    static CaseFacts of(FlaggedItem content, long number, String edition, Book book, Person person, Instant now) {
        return new CaseFacts(
                number,
                QUEUE,
                content.item(),
                edition,
                content.reports(),
                false,
                false,
                HELD,
                new Person(person.name(), person.roles(), true),
                strikes(content, now),
                now,
                Allowed.everything(),
                new Urgency(severity(content, book), now, now.plus(DUE)));
    }

    static Severity severity(FlaggedItem content, Book book) {
        return sections(content)
                .map(code -> book.sectionNamed(code).flatMap(book::section))
                .flatMap(Optional::stream)
                .map(Section::severity)
                .max(Comparator.naturalOrder())
                .orElse(Severity.LOW);
    }

    /** The section that the first report names: what it is practised under; an empty text where none does. */
    static String section(FlaggedItem content) {
        return sections(content)
                .map(code -> code.split("\\.", 3))
                .filter(parts -> parts.length >= 2)
                .map(parts -> parts[0] + "." + parts[1])
                .filter(code -> code.length() <= LONGEST_SECTION)
                .findFirst()
                .orElse("");
    }

    /** The codes that its reports name, as they name them. */
    static List<String> named(FlaggedItem content) {
        return sections(content).distinct().toList();
    }

    private static Stream<String> sections(FlaggedItem content) {
        return content.reports().stream().map(Report::sections).flatMap(List::stream);
    }

    private static int strikes(FlaggedItem content, Instant now) {
        return content.item().author() == null
                ? 0
                : (int) content.item().author().priorMeasures().stream()
                        .filter(one -> STRIKE.equals(one.measure()))
                        .filter(one ->
                                one.expiresAt() == null || one.expiresAt().isAfter(now))
                        .count();
    }
}
