package org.moderationdesk.editions;

import static org.moderationdesk.editions.Change.How.ADDED;
import static org.moderationdesk.editions.Change.How.CHANGED;
import static org.moderationdesk.editions.Change.How.MOVED;
import static org.moderationdesk.editions.Change.How.REMOVED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.moderationdesk.editions.Change.How;
import org.moderationdesk.editions.Change.What;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookWords;
import org.moderationdesk.guidelines.CarveOut;
import org.moderationdesk.guidelines.CarveOutCode;
import org.moderationdesk.guidelines.Chapter;
import org.moderationdesk.guidelines.Clause;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.Section;
import org.moderationdesk.guidelines.SectionCode;

/** What is different in a later edition, in the order of the book. Pure; some milliseconds for a whole book. */
public final class BookChanges {
    /** Of a section: what changes what its clauses mean. */
    private static final Set<Part.Of> OF_MEANING = EnumSet.of(
            Part.Of.STEM,
            Part.Of.REFUSED,
            Part.Of.REFERRAL_WHEN,
            Part.Of.REFERRALS,
            Part.Of.EXCEPTIONS,
            Part.Of.INTENT,
            Part.Of.WITH_PICTURE);

    private final Book earlier;
    private final Book later;
    private final ClauseMatches clauses;
    private final List<Change> changes = new ArrayList<>();

    private BookChanges(Book earlier, Book later) {
        this.earlier = earlier;
        this.later = later;
        this.clauses = new ClauseMatches(earlier, later);
    }

    /** Every difference, those of the whole book first. */
    public static List<Change> between(Book earlier, Book later) {
        var comparing = new BookChanges(earlier, later);
        comparing.changes.addAll(new GeneralChanges(earlier, later).all());
        for (int number : comparing.both(book -> book.chapters().stream().map(Chapter::number))) {
            comparing.chapter(number);
        }
        return List.copyOf(comparing.changes);
    }

    private <T extends Comparable<T>> Collection<T> both(Function<Book, Stream<T>> what) {
        return Stream.concat(what.apply(earlier), what.apply(later))
                .sorted()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void chapter(int number) {
        Optional<Chapter> before = chapter(earlier, number);
        Optional<Chapter> after = chapter(later, number);
        String code = Integer.toString(number);
        var parts = new Parts(earlier, later)
                .words(
                        Part.Of.TITLE,
                        ifThere(before, words -> words.chapter(number)),
                        ifThere(after, words -> words.chapter(number)))
                .words(
                        Part.Of.ABOUT,
                        ifThere(before, words -> words.chapterAbout(number)),
                        ifThere(after, words -> words.chapterAbout(number)))
                .codes(Part.Of.RESPONSES, of(before, Chapter::responses), of(after, Chapter::responses))
                .codes(Part.Of.NOTES, of(before, Chapter::notes), of(after, Chapter::notes));
        add(What.CHAPTER, how(before, after), code, parts.all(), Set.of());
        for (SectionCode section : both(book -> chapter(book, number).stream()
                .flatMap(one -> one.sections().stream())
                .map(Section::code))) {
            section(section);
        }
    }

    private void section(SectionCode code) {
        Optional<Section> before = earlier.section(code);
        Optional<Section> after = later.section(code);
        var parts = new Parts(earlier, later)
                .words(
                        Part.Of.TITLE,
                        ifThere(before, words -> words.title(code)),
                        ifThere(after, words -> words.title(code)))
                .words(
                        Part.Of.ABOUT,
                        ifThere(before, words -> words.about(code)),
                        ifThere(after, words -> words.about(code)))
                .words(
                        Part.Of.STEM,
                        ifThere(before, words -> words.stem(code)),
                        ifThere(after, words -> words.stem(code)))
                .words(
                        Part.Of.ACCOUNT,
                        ifThere(before, words -> words.accountMeasures(code).orElse("")),
                        ifThere(after, words -> words.accountMeasures(code).orElse("")))
                .words(
                        Part.Of.REFUSED,
                        ifThere(before, words -> words.refused(code).orElse("")),
                        ifThere(after, words -> words.refused(code).orElse("")))
                .words(
                        Part.Of.REFERRAL_WHEN,
                        ifThere(before, words -> words.referralWhen(code).orElse("")),
                        ifThere(after, words -> words.referralWhen(code).orElse("")))
                .fact(Part.Of.SEVERITY, name(before, Section::severity), name(after, Section::severity))
                .codes(Part.Of.REFERRALS, of(before, Section::referrals), of(after, Section::referrals))
                .fact(Part.Of.EXCEPTIONS, name(before, Section::exceptions), name(after, Section::exceptions))
                .fact(
                        Part.Of.INTENT,
                        name(before, one -> one.handling().exceptions().intentNoDefence()),
                        name(after, one -> one.handling().exceptions().intentNoDefence()))
                .codes(
                        Part.Of.WITH_PICTURE,
                        of(before, one -> one.handling().exceptions().refusedWithPicture()),
                        of(after, one -> one.handling().exceptions().refusedWithPicture()))
                .codes(Part.Of.RESPONSES, of(before, Section::responses), of(after, Section::responses))
                .codes(Part.Of.NOTES, of(before, one -> one.handling().notes()), of(after, one -> one.handling()
                        .notes()))
                .all();
        boolean meaning = before.isPresent()
                && after.isPresent()
                && parts.stream().anyMatch(part -> OF_MEANING.contains(part.of()));
        add(What.SECTION, how(before, after), code.value(), parts, meaning ? rules(before) : Set.of());
        clausesOf(code);
        for (CarveOutCode carveOut : both(book -> book.section(code).stream()
                .flatMap(one -> one.carveOuts().stream())
                .map(CarveOut::code))) {
            carveOut(carveOut);
        }
    }

    private void clausesOf(SectionCode section) {
        for (ClauseCode code : ClauseMatches.codes(later)) {
            if (code.section().equals(section)) {
                clause(code);
            }
        }
        for (ClauseCode code : clauses.gone()) {
            if (code.section().equals(section)) {
                var parts = new Parts(earlier, later).words(Part.Of.TEXT, words -> words.text(code), _ -> "");
                changes.add(new Change(
                        What.CLAUSE, REMOVED, "", code.value(), parts.all(), InBookOrder.of(rules(earlier, code))));
            }
        }
    }

    private void clause(ClauseCode code) {
        Optional<ClauseCode> was = clauses.was(code);
        if (was.isEmpty()) {
            var parts = new Parts(earlier, later).words(Part.Of.TEXT, _ -> "", words -> words.text(code));
            changes.add(new Change(What.CLAUSE, ADDED, code.value(), "", parts.all(), InBookOrder.of(Set.of())));
            return;
        }
        ClauseCode before = was.get();
        var parts = new Parts(earlier, later)
                .words(Part.Of.TEXT, words -> words.text(before), words -> words.text(code))
                .codes(Part.Of.PARTS, partsOf(earlier, before), partsOf(later, code))
                .all();
        boolean moved = !before.equals(code);
        if (moved || !parts.isEmpty()) {
            boolean other = parts.stream()
                    .anyMatch(part -> part.of() == Part.Of.TEXT
                            || part.before().isEmpty()
                            || part.after().isEmpty());
            changes.add(new Change(
                    What.CLAUSE,
                    moved ? MOVED : CHANGED,
                    code.value(),
                    before.value(),
                    parts,
                    InBookOrder.of(other ? rules(earlier, before) : Set.of())));
        }
    }

    private void carveOut(CarveOutCode code) {
        Optional<CarveOut> before = earlier.carveOut(code);
        Optional<CarveOut> after = later.carveOut(code);
        var parts = new Parts(earlier, later)
                .words(
                        Part.Of.TEXT,
                        ifThere(before, words -> words.carveOut(code)),
                        ifThere(after, words -> words.carveOut(code)))
                .lines(
                        Part.Of.QUESTIONS,
                        words -> before.isPresent() ? words.questions(code) : List.of(),
                        words -> after.isPresent() ? words.questions(code) : List.of())
                .codes(Part.Of.COVERS, of(before, CarveOut::covers), of(after, CarveOut::covers))
                .fact(Part.Of.OF_CLAUSE, name(before, CarveOut::partOfClause), name(after, CarveOut::partOfClause))
                .all();
        boolean onlyCovers = parts.stream().allMatch(part -> part.of() == Part.Of.COVERS);
        add(What.CARVE_OUT, how(before, after), code.value(), parts, excused(before, after, onlyCovers));
    }

    /** What it excuses in either edition, or in one alone. */
    private Set<ClauseCode> excused(Optional<CarveOut> before, Optional<CarveOut> after, boolean inOneAlone) {
        Set<ClauseCode> then = before.map(CarveOut::covers).orElse(Set.of());
        Set<ClauseCode> now = after.map(CarveOut::covers).orElse(Set.of());
        return Stream.concat(then.stream(), now.stream())
                .filter(clause -> !inOneAlone || then.contains(clause) != now.contains(clause))
                .filter(clause -> earlier.clause(clause).filter(Clause::citable).isPresent())
                .collect(Collectors.toSet());
    }

    private void add(What what, How how, String code, List<Part> parts, Set<ClauseCode> touches) {
        if (!parts.isEmpty()) {
            changes.add(new Change(
                    what, how, how == REMOVED ? "" : code, how == ADDED ? "" : code, parts, InBookOrder.of(touches)));
        }
    }

    private static How how(Optional<?> before, Optional<?> after) {
        if (before.isEmpty()) {
            return ADDED;
        }
        return after.isEmpty() ? REMOVED : CHANGED;
    }

    private static Function<BookWords, String> ifThere(Optional<?> thing, Function<BookWords, String> words) {
        return thing.isPresent() ? words : _ -> "";
    }

    private static <T> Collection<?> of(Optional<T> thing, Function<T, ? extends Collection<?>> codes) {
        return thing.<Collection<?>>map(codes).orElse(List.of());
    }

    private static <T> String name(Optional<T> thing, Function<T, Object> fact) {
        return thing.map(fact).map(Object::toString).orElse("");
    }

    private static Optional<Chapter> chapter(Book book, int number) {
        return book.chapters().stream().filter(one -> one.number() == number).findFirst();
    }

    private static Set<ClauseCode> rules(Optional<Section> section) {
        return section.stream()
                .flatMap(one -> one.rules().stream())
                .map(Clause::code)
                .collect(Collectors.toSet());
    }

    /** The clause itself, or the parts by which it is cited. */
    private static Set<ClauseCode> rules(Book book, ClauseCode code) {
        Clause clause = book.clause(code).orElseThrow();
        return clause.citable()
                ? Set.of(code)
                : clause.parts().stream().map(Clause::code).collect(Collectors.toSet());
    }

    private static List<ClauseCode> partsOf(Book book, ClauseCode code) {
        return book.clause(code).stream()
                .flatMap(clause -> clause.parts().stream())
                .map(Clause::code)
                .toList();
    }

    /** Every clause of the earlier edition that the changes touch. */
    public static Set<ClauseCode> touched(List<Change> changes) {
        return InBookOrder.of(
                changes.stream().flatMap(change -> change.touches().stream()).toList());
    }

    /** Says of a number of changes how many are of each way. */
    public static long count(List<Change> changes, How... ways) {
        return changes.stream()
                .filter(change -> Arrays.asList(ways).contains(change.how()))
                .count();
    }
}
