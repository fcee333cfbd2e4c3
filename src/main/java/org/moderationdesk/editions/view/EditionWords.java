package org.moderationdesk.editions.view;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.editions.Change;
import org.moderationdesk.editions.Change.What;
import org.moderationdesk.editions.Edition;
import org.moderationdesk.editions.Part;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.guidelines.AccountResponse;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookWords;
import org.moderationdesk.guidelines.CarveOutCode;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.Definition;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.guidelines.SectionCode;

/** Editions and their differences in words. */
final class EditionWords {
    private final Kit kit;

    EditionWords(Kit kit) {
        this.kit = kit;
    }

    Texts texts() {
        return kit.texts();
    }

    /** From when it is in force, as the list says it. */
    String since(Edition edition, Edition inForce, Instant now) {
        if (edition.isFirst()) {
            return texts().get(edition.equals(inForce) ? "editions.first.in-force" : "editions.first");
        }
        String when = kit.times().date(edition.from());
        if (edition.equals(inForce)) {
            return texts().get("editions.in-force", when);
        }
        return texts().get(edition.from().isAfter(now) ? "editions.announced" : "editions.earlier", when);
    }

    String count(int changes) {
        return changes == 1 ? texts().get("editions.one-change") : texts().get("editions.changes", changes);
    }

    String how(Change change) {
        return texts().get("editions.how." + change.how());
    }

    /** "5.3.3", or "9.1.2 → 9.1.3" for what has another code. */
    String code(Change change) {
        if (change.how() == Change.How.MOVED) {
            return change.was() + " \u2192 " + change.code();
        }
        return change.what() == What.TERM || change.what() == What.GENERAL ? "" : change.place();
    }

    /** Of what it is, such as "Rule in Dangerous acts". */
    String about(Change change, @Nullable Book earlier, Book later, Language language) {
        Book book = change.code().isEmpty() && earlier != null && change.what() != What.GENERAL ? earlier : later;
        String what = texts().get("editions.what." + change.what());
        String title = title(change, book, book.words(language));
        return title.isEmpty() ? what : texts().get("editions.about", what, title);
    }

    private static String title(Change change, Book book, BookWords words) {
        String place = change.place();
        return switch (change.what()) {
            case CHAPTER -> words.chapter(Integer.parseInt(place));
            case SECTION -> words.title(new SectionCode(place));
            case CLAUSE -> words.title(new ClauseCode(place).section());
            case CARVE_OUT -> words.title(new CarveOutCode(place).section());
            case TERM ->
                words.definitions().stream()
                        .filter(one -> one.id().equals(place))
                        .map(Definition::term)
                        .findFirst()
                        .orElse(book.edition());
            case GENERAL -> "";
        };
    }

    String name(Part part) {
        return texts().get("editions.part." + part.of());
    }

    /** A fact of the book, whose codes stand in the book's own words where it has some. */
    String fact(Part.Of of, String codes, Book book, Language language) {
        if (codes.isEmpty()) {
            return texts().get("editions.none");
        }
        BookWords words = book.words(language);
        return switch (of) {
            case REFERRALS -> each(codes, code -> words.referral(ReferralTarget.valueOf(code)));
            case RESPONSES -> each(codes, code -> words.accountResponse(AccountResponse.valueOf(code)));
            case SEVERITY -> texts().get("guidelines.severity." + codes);
            case EXCEPTIONS -> texts().get("editions.exceptions." + codes);
            case INTENT, OF_CLAUSE -> texts().get("editions.yes-no." + codes);
            default -> codes.replace(" ", ", ");
        };
    }

    private static String each(String codes, UnaryOperator<String> word) {
        return Arrays.stream(codes.split(" ")).map(word).collect(Collectors.joining(", "));
    }

    /** The clause that a reader goes to from here, where the later edition has it. */
    static Optional<ClauseCode> clause(Change change, Book later) {
        return switch (change.what()) {
            case CLAUSE -> ClauseCode.parse(change.code());
            case SECTION, CARVE_OUT ->
                later.sectionNamed(change.place())
                        .or(() -> CarveOutCode.parse(change.place()).map(CarveOutCode::section))
                        .flatMap(later::section)
                        .map(section -> section.clauses().getFirst().code());
            case CHAPTER, TERM, GENERAL -> Optional.empty();
        };
    }
}
