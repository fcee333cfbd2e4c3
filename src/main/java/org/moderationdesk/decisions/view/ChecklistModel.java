package org.moderationdesk.decisions.view;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.CaseFacts;
import org.moderationdesk.decisions.HostAge;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.Clause;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.Section;
import org.moderationdesk.guidelines.SectionCode;
import org.moderationdesk.items.ItemKind;

/**
 * Which sections of the book are asked, and which rule the keys are on. The sections that reports point at come first;
 * whether anybody looks under age brings the chapter on minors, and for a livestream a doubt brings the rule on its
 * host; any chapter can be chosen. JavaFX thread only.
 */
public final class ChecklistModel {
    private static final int MINORS = 8;

    private final ProposalModel proposals;
    private final ObservableList<ShownSection> sections = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ClauseCode> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper chapter = new ReadOnlyIntegerWrapper(1);
    private final ReadOnlyObjectWrapper<Answer> underAge = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty defining = new SimpleBooleanProperty();
    private Set<SectionCode> reported = Set.of();

    public ChecklistModel(ProposalModel proposals) {
        this.proposals = proposals;
        proposals.openedProperty().subscribe(this::begin);
    }

    /** The sections on the list, in order. */
    ObservableList<ShownSection> sections() {
        return sections;
    }

    /** The rule that the keys are on; null while it is the question of age, or while no case is open. */
    public ReadOnlyObjectProperty<ClauseCode> currentProperty() {
        return current.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty chapterProperty() {
        return chapter.getReadOnlyProperty();
    }

    /** Whether anybody looks under age, as answered; null while unanswered. An aid: it is kept with no decision. */
    ReadOnlyObjectProperty<Answer> underAgeProperty() {
        return underAge.getReadOnlyProperty();
    }

    /** Whether the current rule is explained. */
    BooleanProperty definingProperty() {
        return defining;
    }

    ProposalModel proposals() {
        return proposals;
    }

    /** The book whose rules are listed. */
    Book book() {
        return proposals.book();
    }

    private void begin() {
        defining.set(false);
        underAge.set(null);
        CaseFacts facts = proposals.facts();
        Proposal proposal = proposals.proposalProperty().get();
        if (facts == null || proposal == null) {
            sections.clear();
            current.set(null);
            return;
        }
        reported = reported(facts);
        chapter.set(reported.stream().findFirst().map(SectionCode::chapter).orElse(1));
        if (proposal.answers().keySet().stream().anyMatch(code -> isOfMinors(code.section()))) {
            underAge.set(Answer.YES);
        }
        sections.clear();
        list(proposal);
        current.set(firstOpen(proposal));
    }

    /** The sections of the book that open reports name, as the reports list them. */
    private Set<SectionCode> reported(CaseFacts facts) {
        var found = new LinkedHashSet<SectionCode>();
        facts.reports().stream().flatMap(report -> report.sections().stream()).forEach(code -> book().sectionNamed(code)
                .ifPresent(found::add));
        return found;
    }

    private void list(Proposal proposal) {
        var wanted = new LinkedHashSet<SectionCode>(reported);
        boolean ofHost = asksOfHost();
        if (ofHost) {
            wanted.add(HostAge.RULE.section());
        }
        if (underAge.get() == Answer.YES) {
            sectionsOf(MINORS).forEach(section -> wanted.add(section.code()));
        }
        proposal.answers().keySet().stream()
                .map(ClauseCode::section)
                .filter(code -> book().section(code).isPresent())
                .forEach(wanted::add);
        sectionsOf(chapter.get()).forEach(section -> wanted.add(section.code()));
        var next = new ArrayList<ShownSection>();
        boolean minorsOpen = false;
        for (SectionCode code : wanted) {
            ShownSection known = shown(code).orElse(null);
            if (known == null) {
                boolean firstOfMinors = isOfMinors(code) && underAge.get() == Answer.YES && !minorsOpen;
                known = section(code, proposal, firstOfMinors);
            }
            if (ofHost && code.equals(HostAge.RULE.section())) {
                known.openProperty().set(true);
            }
            minorsOpen |= isOfMinors(code) && known.openProperty().get();
            next.add(known);
        }
        if (next.stream().noneMatch(shown -> shown.openProperty().get())) {
            next.stream().findFirst().ifPresent(shown -> shown.openProperty().set(true));
        }
        sections.setAll(next);
    }

    /** A host under 16 may not go live: asked where what is known, or what is seen, leaves it in doubt. */
    private boolean asksOfHost() {
        CaseFacts facts = proposals.facts();
        if (facts == null || book().section(HostAge.RULE.section()).isEmpty()) {
            return false;
        }
        boolean seenInDoubt = underAge.get() == Answer.YES || underAge.get() == Answer.UNSURE;
        return HostAge.isInDoubt(facts.item()) || isOfLivestream() && seenInDoubt;
    }

    boolean isOfLivestream() {
        CaseFacts facts = proposals.facts();
        return facts != null && facts.item().kind() == ItemKind.LIVESTREAM;
    }

    private ShownSection section(SectionCode code, Proposal proposal, boolean open) {
        Section section = book().section(code).orElseThrow();
        boolean pointedAt = reported.contains(code);
        boolean touched = proposal.answers().keySet().stream()
                .anyMatch(clause -> clause.section().equals(code));
        return new ShownSection(section, pointedAt, open || pointedAt || touched);
    }

    private Optional<ShownSection> shown(SectionCode code) {
        return sections.stream()
                .filter(shown -> shown.section().code().equals(code))
                .findFirst();
    }

    private List<Section> sectionsOf(int number) {
        return book().chapters().stream()
                .filter(one -> one.number() == number)
                .flatMap(one -> one.sections().stream())
                .toList();
    }

    private static boolean isOfMinors(SectionCode code) {
        return code.chapter() == MINORS;
    }

    private @Nullable ClauseCode firstOpen(Proposal proposal) {
        List<ClauseCode> rules = openRules();
        return rules.stream()
                .filter(code -> !proposal.answers().containsKey(code))
                .findFirst()
                .orElse(rules.isEmpty() ? null : rules.getFirst());
    }

    private List<ClauseCode> openRules() {
        return sections.stream()
                .filter(shown -> shown.openProperty().get())
                .flatMap(shown -> shown.section().rules().stream())
                .map(Clause::code)
                .toList();
    }

    /** Adds the sections of a chapter and goes to its first rule. */
    void chooseChapter(int number) {
        Proposal proposal = proposals.proposalProperty().get();
        if (proposal == null || number == chapter.get()) {
            return;
        }
        chapter.set(number);
        list(proposal);
        sectionsOf(number).stream()
                .findFirst()
                .flatMap(section -> shown(section.code()))
                .ifPresent(first -> {
                    first.openProperty().set(true);
                    current.set(first.section().rules().getFirst().code());
                });
    }

    /** Moves the keys to the next rule (1) or the one before (-1); a folded section opens as they come to it. */
    void move(int by) {
        List<ClauseCode> all = sections.stream()
                .flatMap(shown -> shown.section().rules().stream())
                .map(Clause::code)
                .toList();
        ClauseCode at = current.get();
        int index = Math.min((at == null ? -1 : all.indexOf(at)) + by, all.size() - 1);
        if (index < 0) {
            current.set(null);
            return;
        }
        goTo(all.get(index));
    }

    /** Puts the keys on a rule, and lists and opens its section. */
    void goTo(ClauseCode code) {
        Optional<ShownSection> shown = shown(code.section());
        if (shown.isEmpty()) {
            chooseChapter(code.section().chapter());
        }
        shown(code.section()).ifPresent(found -> found.openProperty().set(true));
        current.set(code);
    }

    /** Puts the keys on the question of age. */
    void goToAge() {
        current.set(null);
    }

    /** Goes to the first rule that the rules of deciding want answered. */
    void goToUnanswered() {
        Proposal proposal = proposals.proposalProperty().get();
        if (proposal != null) {
            sections.stream()
                    .filter(ShownSection::isReported)
                    .flatMap(shown -> shown.section().rules().stream())
                    .map(Clause::code)
                    .filter(code -> !proposal.answers().containsKey(code))
                    .findFirst()
                    .ifPresent(this::goTo);
        }
    }

    /** Answers the rule that the keys are on. */
    void answer(@Nullable Answer answer) {
        ClauseCode at = current.get();
        if (at == null) {
            answerAge(answer);
        } else {
            answer(at, answer);
        }
    }

    /** @param answer null to take an answer back */
    void answer(ClauseCode code, @Nullable Answer answer) {
        proposals.edit(edit -> {
            if (answer == null) {
                edit.answers.remove(code);
            } else {
                edit.answers.put(code, answer);
            }
        });
    }

    void answerAge(@Nullable Answer answer) {
        Proposal proposal = proposals.proposalProperty().get();
        if (proposal != null && !proposals.lockedProperty().get()) {
            underAge.set(answer);
            list(proposal);
        }
    }

    /** Answers "no" to whatever is still open in the section that the keys are on. */
    void restIsNo() {
        ClauseCode at = current.get();
        if (at != null) {
            restIsNo(at.section());
        }
    }

    private void restIsNo(SectionCode section) {
        proposals.edit(edit -> book().section(section)
                .ifPresent(found -> found.rules().forEach(rule -> edit.answers.putIfAbsent(rule.code(), Answer.NO))));
    }

    void note(ClauseCode code, String note) {
        proposals.edit(edit -> edit.note(code, note));
    }

    /** How many rules have an answer, of those that reports point at and of sections begun by choice. */
    Progress progress() {
        Proposal proposal = proposals.proposalProperty().get();
        if (proposal == null) {
            return new Progress(0, 0);
        }
        int answered = 0;
        int asked = 0;
        for (ShownSection shown : sections) {
            int here = shown.answered(proposal);
            if (shown.isReported() || here > 0) {
                answered += here;
                asked += shown.rules();
            }
        }
        return new Progress(answered, asked);
    }

    /** The section that the keys are on, else the first. */
    Optional<Section> currentSection() {
        ClauseCode at = current.get();
        return at == null ? sections.stream().findFirst().map(ShownSection::section) : book().section(at.section());
    }

    /** So many of so many rules. */
    record Progress(int answered, int asked) {}
}
