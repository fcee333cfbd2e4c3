package org.moderationdesk.guidelines;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.moderationdesk.base.Language;

/** One edition of the guidelines: its rules, and its words in each language. Never changes; safe on any thread. */
public final class Book {
    private final String edition;
    private final List<Chapter> chapters;
    private final List<DefinedTerm> terms;
    private final GeneralRules general;
    private final Map<Language, BookWords> words;
    private final List<Section> sections;
    private final List<Clause> rules;
    private final Map<SectionCode, Section> sectionsByCode = new HashMap<>();
    private final Map<ClauseCode, Clause> clausesByCode = new HashMap<>();
    private final Map<CarveOutCode, CarveOut> carveOutsByCode = new HashMap<>();

    Book(
            String edition,
            List<Chapter> chapters,
            List<DefinedTerm> terms,
            GeneralRules general,
            Map<Language, BookWords> words) {
        this.edition = edition;
        this.chapters = List.copyOf(chapters);
        this.terms = List.copyOf(terms);
        this.general = general;
        this.words = new EnumMap<>(words);
        this.sections = chapters.stream()
                .flatMap(chapter -> chapter.sections().stream())
                .toList();
        this.rules =
                sections.stream().flatMap(section -> section.rules().stream()).toList();
        for (Section section : sections) {
            sectionsByCode.put(section.code(), section);
            section.clauses().stream().flatMap(Clause::all).forEach(clause -> clausesByCode.put(clause.code(), clause));
            section.carveOuts().forEach(carveOut -> carveOutsByCode.put(carveOut.code(), carveOut));
        }
    }

    /** Year and month, such as "2020-12". */
    public String edition() {
        return edition;
    }

    public List<Chapter> chapters() {
        return chapters;
    }

    public List<Section> sections() {
        return sections;
    }

    /** Every rule that can be cited, in book order. */
    public List<Clause> rules() {
        return rules;
    }

    public List<DefinedTerm> terms() {
        return terms;
    }

    public GeneralRules general() {
        return general;
    }

    /** A clause or a part of one, clauses that have parts included. */
    public Optional<Clause> clause(ClauseCode code) {
        return Optional.ofNullable(clausesByCode.get(code));
    }

    public Optional<Section> section(SectionCode code) {
        return Optional.ofNullable(sectionsByCode.get(code));
    }

    public Optional<CarveOut> carveOut(CarveOutCode code) {
        return Optional.ofNullable(carveOutsByCode.get(code));
    }

    /** What the guidelines say may happen to an account here: the section's own, else its chapter's, else the book's. */
    public Set<AccountResponse> responses(SectionCode code) {
        Set<AccountResponse> own = section(code).map(Section::responses).orElse(Set.of());
        Set<AccountResponse> ofChapter = chapters.stream()
                .filter(chapter -> chapter.number() == code.chapter())
                .findFirst()
                .map(Chapter::responses)
                .orElse(Set.of());
        if (!own.isEmpty()) {
            return own;
        }
        return ofChapter.isEmpty() ? general.responses() : ofChapter;
    }

    /** Whether this is the code of a section or the number of a chapter, such as 5.3 or 5. */
    public boolean hasPart(String code) {
        return SectionCode.parse(code).filter(sectionsByCode::containsKey).isPresent()
                || chapters.stream()
                        .anyMatch(chapter -> Integer.toString(chapter.number()).equals(code));
    }

    /** The section that a report means by a section or clause code; empty for a code that this edition lacks. */
    public Optional<SectionCode> sectionNamed(String code) {
        Optional<SectionCode> section = SectionCode.parse(code).filter(sectionsByCode::containsKey);
        return section.isPresent()
                ? section
                : ClauseCode.parse(code).filter(clausesByCode::containsKey).map(ClauseCode::section);
    }

    /**
     * The same edition, which also has the words of what only earlier ones had: what was decided by those can then
     * still be named. Its rules are its own alone.
     *
     * @param earlier the newest first
     */
    public Book remembering(List<Book> earlier) {
        Map<Language, BookWords> both = new EnumMap<>(words);
        earlier.forEach(before -> both.replaceAll((language, own) -> own.remembering(before.words(language))));
        return new Book(edition, chapters, terms, general, both);
    }

    public BookWords words(Language language) {
        return Objects.requireNonNull(words.get(language), () -> "no words in " + language);
    }
}
