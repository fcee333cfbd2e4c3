package org.moderationdesk.decisions;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.Section;
import org.moderationdesk.guidelines.SectionCode;
import org.moderationdesk.items.Report;

/** Under which section a decision is listed: the gravest one answered "yes", else the gravest that was reported. */
final class LeadingSection {
    private LeadingSection() {}

    static Optional<SectionCode> of(Proposal proposal, CaseFacts facts, Book book) {
        return gravest(proposal.answered(Answer.YES).stream().map(ClauseCode::section), book)
                .or(() -> gravest(
                        facts.reports().stream().map(Report::sections).flatMap(codes -> codes.stream()
                                .flatMap(code -> book.sectionNamed(code).stream())),
                        book));
    }

    private static Optional<SectionCode> gravest(Stream<SectionCode> codes, Book book) {
        return codes.flatMap(code -> book.section(code).stream())
                .min(Comparator.comparing(Section::severity).reversed().thenComparing(Section::code))
                .map(Section::code);
    }
}
