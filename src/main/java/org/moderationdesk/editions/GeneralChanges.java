package org.moderationdesk.editions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.moderationdesk.editions.Change.How;
import org.moderationdesk.editions.Change.What;
import org.moderationdesk.guidelines.AccountResponse;
import org.moderationdesk.guidelines.AgeRule;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookNote;
import org.moderationdesk.guidelines.BookWords;
import org.moderationdesk.guidelines.Clause;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.DefinedTerm;
import org.moderationdesk.guidelines.Definition;
import org.moderationdesk.guidelines.ExceptionGround;
import org.moderationdesk.guidelines.ReachReason;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.guidelines.SectionCode;
import org.moderationdesk.guidelines.Surface;

/** What is different of what holds for the whole book, and of the terms that it explains. */
final class GeneralChanges {
    private final Book earlier;
    private final Book later;

    GeneralChanges(Book earlier, Book later) {
        this.earlier = earlier;
        this.later = later;
    }

    List<Change> all() {
        var changes = new ArrayList<Change>();
        general(changes);
        terms(changes);
        return changes;
    }

    private void general(List<Change> changes) {
        var before = earlier.general();
        var after = later.general();
        var parts = new Parts(earlier, later)
                .codes(Part.Of.RESPONSES, before.responses(), after.responses())
                .codes(Part.Of.REFERRALS, before.referrals(), after.referrals())
                .fact(Part.Of.ADULT_AGE, before.adultAge(), after.adultAge())
                .codes(Part.Of.AGES, ages(before.ageRules()), ages(after.ageRules()));
        add(changes, "", parts.all(), otherAges(before.ageRules(), after.ageRules()));
        for (ExceptionGround ground : ExceptionGround.values()) {
            var words = new Parts(earlier, later)
                    .words(Part.Of.NAME, one -> one.ground(ground), one -> one.ground(ground))
                    .words(Part.Of.MEANING, one -> one.groundMeaning(ground), one -> one.groundMeaning(ground))
                    .lines(Part.Of.QUESTIONS, one -> one.questions(ground), one -> one.questions(ground));
            add(changes, ground.name(), words.all(), Set.of());
        }
        each(changes, BookNote.values(), BookWords::note);
        each(changes, ReferralTarget.values(), BookWords::referral);
        each(changes, ReachReason.values(), BookWords::reachReason);
        each(changes, Surface.values(), BookWords::surface);
        each(changes, AccountResponse.values(), BookWords::accountResponse);
    }

    private <E extends Enum<E>> void each(List<Change> changes, E[] constants, BiFunction<BookWords, E, String> words) {
        for (E constant : constants) {
            var parts = new Parts(earlier, later)
                    .words(Part.Of.TEXT, one -> words.apply(one, constant), one -> words.apply(one, constant));
            add(changes, constant.name(), parts.all(), Set.of());
        }
    }

    private static void add(List<Change> changes, String code, List<Part> parts, Collection<ClauseCode> touches) {
        if (!parts.isEmpty()) {
            changes.add(new Change(What.GENERAL, How.CHANGED, code, code, parts, InBookOrder.of(touches)));
        }
    }

    private static List<String> ages(List<AgeRule> rules) {
        return rules.stream()
                .map(rule -> rule.clause() + "<" + rule.under() + (rule.higherInSomeRegions() ? "+" : ""))
                .toList();
    }

    private Set<ClauseCode> otherAges(List<AgeRule> before, List<AgeRule> after) {
        Set<AgeRule> other = new HashSet<>(before);
        after.forEach(other::remove);
        return other.stream().map(AgeRule::clause).collect(Collectors.toSet());
    }

    private void terms(List<Change> changes) {
        var ids = Stream.of(earlier, later)
                .flatMap(book -> book.terms().stream())
                .map(DefinedTerm::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (String id : ids) {
            Optional<DefinedTerm> before = term(earlier, id);
            Optional<DefinedTerm> after = term(later, id);
            var parts = new Parts(earlier, later)
                    .words(Part.Of.NAME, of(id, Definition::term), of(id, Definition::term))
                    .words(Part.Of.MEANING, of(id, Definition::meaning), of(id, Definition::meaning))
                    .words(Part.Of.POINTS, points(id), points(id))
                    .codes(Part.Of.SECTIONS, sections(before), sections(after))
                    .all();
            boolean meaning =
                    parts.stream().anyMatch(part -> part.of() == Part.Of.MEANING || part.of() == Part.Of.POINTS);
            if (!parts.isEmpty()) {
                changes.add(new Change(
                        What.TERM,
                        before.isEmpty() ? How.ADDED : after.isEmpty() ? How.REMOVED : How.CHANGED,
                        after.isEmpty() ? "" : id,
                        before.isEmpty() ? "" : id,
                        parts,
                        InBookOrder.of(meaning ? usedIn(before) : Set.of())));
            }
        }
    }

    private static Optional<DefinedTerm> term(Book book, String id) {
        return book.terms().stream().filter(term -> term.id().equals(id)).findFirst();
    }

    private static List<SectionCode> sections(Optional<DefinedTerm> term) {
        return term.map(DefinedTerm::sections).orElse(List.of());
    }

    private Set<ClauseCode> usedIn(Optional<DefinedTerm> term) {
        return sections(term).stream()
                .flatMap(code -> earlier.section(code).stream())
                .flatMap(section -> section.rules().stream())
                .map(Clause::code)
                .collect(Collectors.toSet());
    }

    private static Function<BookWords, String> of(String id, Function<Definition, String> what) {
        return words -> words.definitions().stream()
                .filter(one -> one.id().equals(id))
                .map(what)
                .findFirst()
                .orElse("");
    }

    private static Function<BookWords, String> points(String id) {
        return of(id, definition -> String.join("\n", definition.points()));
    }
}
