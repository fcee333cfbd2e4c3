package org.moderationdesk.guidelines;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.moderationdesk.base.Language;

/** What the book says, in one language. Asking for a code that the edition does not have is a mistake of the caller. */
public final class BookWords {
    private final Language language;
    private final SectionTexts texts;
    private final GeneralTexts general;
    private final List<Definition> definitions;

    BookWords(Language language, SectionTexts texts, GeneralTexts general, List<Definition> definitions) {
        this.language = language;
        this.texts = texts;
        this.general = general;
        this.definitions = List.copyOf(definitions);
    }

    /** Also what only the other edition has words for. */
    BookWords remembering(BookWords earlier) {
        return new BookWords(language, texts.remembering(earlier.texts), general, definitions);
    }

    public Language language() {
        return language;
    }

    public String chapter(int number) {
        return of(texts.chapters(), number).title();
    }

    public String chapterAbout(int number) {
        return of(texts.chapters(), number).about();
    }

    public String title(SectionCode code) {
        return of(texts.sections(), code).title();
    }

    public String about(SectionCode code) {
        return of(texts.sections(), code).about();
    }

    /** What stands above the clauses, such as "Not allowed:"; each clause reads on from it. */
    public String stem(SectionCode code) {
        return of(texts.sections(), code).stem();
    }

    public String text(ClauseCode code) {
        return of(texts.clauses(), code);
    }

    public String carveOut(CarveOutCode code) {
        return of(texts.carveOuts(), code).text();
    }

    /** What the reviewer must establish before the carve-out holds. */
    public List<String> questions(CarveOutCode code) {
        return of(texts.carveOuts(), code).questions();
    }

    public String ground(ExceptionGround ground) {
        return of(general.grounds(), ground).name();
    }

    public String groundMeaning(ExceptionGround ground) {
        return of(general.grounds(), ground).meaning();
    }

    /** What the reviewer must establish before the ground holds; none for a carve-out, which asks its own. */
    public List<String> questions(ExceptionGround ground) {
        return of(general.grounds(), ground).questions();
    }

    /**
     * Why exceptions are refused or intent is no defence here; whether an exception is refused, or only waits for a
     * second person, is said by {@link Section#exceptionOn}.
     */
    public Optional<String> refused(SectionCode code) {
        return Optional.ofNullable(of(texts.sections(), code).refused());
    }

    public String referral(ReferralTarget target) {
        return of(general.referrals(), target);
    }

    /** When a breach of the section is referred; empty where the section names no referral. */
    public Optional<String> referralWhen(SectionCode code) {
        return Optional.ofNullable(of(texts.sections(), code).referralWhen());
    }

    /** What may happen to the account: the section's own words, else its chapter's. */
    public Optional<String> accountMeasures(SectionCode code) {
        return Optional.ofNullable(of(texts.sections(), code).accountMeasures())
                .or(() ->
                        Optional.ofNullable(of(texts.chapters(), code.chapter()).accountMeasures()));
    }

    public List<Definition> definitions(SectionCode code) {
        return definitions.stream()
                .filter(definition -> definition.sections().contains(code))
                .toList();
    }

    public List<Definition> definitions() {
        return definitions;
    }

    public String note(BookNote note) {
        return of(general.notes(), note);
    }

    public String reachReason(ReachReason reason) {
        return of(general.reasons(), reason);
    }

    public String surface(Surface surface) {
        return of(general.surfaces(), surface);
    }

    public String accountResponse(AccountResponse response) {
        return of(general.responses(), response);
    }

    private static <K, V> V of(Map<K, V> words, K key) {
        V found = words.get(key);
        if (found == null) {
            throw new NoSuchElementException("not in this edition: " + key);
        }
        return found;
    }
}
