package org.moderationdesk.decisions;

import static org.moderationdesk.decisions.AccountMeasure.Type.BAN;
import static org.moderationdesk.decisions.AccountMeasure.Type.FEATURE_BLOCK;
import static org.moderationdesk.decisions.AccountMeasure.Type.PROFILE_CHANGE;
import static org.moderationdesk.decisions.AccountMeasure.Type.REMOVE_UNDERAGE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.AccountMeasure.Feature;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.CarveOut;
import org.moderationdesk.guidelines.CarveOutCode;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.guidelines.Section;
import org.moderationdesk.guidelines.SectionCode;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.settings.DecisionSettings.StrikeStep;

/**
 * What the checklist points to, from the answers alone and without any model. Pure, fast, safe for any thread.
 *
 * <p>The checklist points to {@code REMOVE} when a clause is answered "yes", else to {@code ESCALATE} when one is
 * answered "unsure", else to {@code NO_VIOLATION}; an "unsure" in 8.1 to 8.3 points to {@code ESCALATE} also beside a
 * "yes" elsewhere. An outcome departs from the checklist when it is another one, except that a removal on a clause
 * answered "yes" never departs. So limiting reach always departs: no rule of the checklist asks for it.
 */
public final class Recommendation {
    private static final SectionCode AGE = new SectionCode("8.0");
    private static final SectionCode CRIMES_AGAINST_CHILDREN = new SectionCode("8.6");
    private static final SectionCode IMPERSONATION = new SectionCode("9.2");
    private static final int VIOLENT_EXTREMISM = 1;

    private final Book book;
    private final Supplier<DecisionSettings> settings;

    /** @param settings asked each time, since a setting may change while the desk runs */
    public Recommendation(Book book, Supplier<DecisionSettings> settings) {
        this.book = book;
        this.settings = settings;
    }

    public Advice recommend(Proposal proposal, CaseFacts facts) {
        List<ClauseCode> yes = proposal.answered(Answer.YES);
        List<ClauseCode> open = unanswered(proposal, facts, book);
        Outcome pointed = pointsTo(proposal);
        @Nullable
        Outcome outcome = pointed == Outcome.NO_VIOLATION
                        && (!open.isEmpty() || proposal.answers().isEmpty())
                ? null
                : pointed;
        AccountAdvice account =
                outcome == Outcome.REMOVE ? ofTheQueue(account(yes, facts), facts) : nothingForTheAccount();
        return new Advice(
                outcome,
                reason(outcome, proposal, open),
                account.measure(),
                account.reason(),
                List.copyOf(referrals(yes)),
                carveOuts(yes));
    }

    /** Where the answers point, taking what is unanswered for not broken. */
    public static Outcome pointsTo(Proposal proposal) {
        List<ClauseCode> yes = proposal.answered(Answer.YES);
        List<ClauseCode> unsure = proposal.answered(Answer.UNSURE);
        if (yes.isEmpty()) {
            return unsure.isEmpty() ? Outcome.NO_VIOLATION : Outcome.ESCALATE;
        }
        boolean sealedYes = yes.stream().map(ClauseCode::section).anyMatch(ChildSafety::isSealed);
        boolean sealedUnsure = unsure.stream().map(ClauseCode::section).anyMatch(ChildSafety::isSealed);
        return sealedUnsure && !sealedYes ? Outcome.ESCALATE : Outcome.REMOVE;
    }

    /** Whether the outcome is another one than the checklist points to; not while none is chosen. */
    public static boolean departs(Proposal proposal) {
        Outcome outcome = proposal.outcome();
        boolean removalOnYes =
                outcome == Outcome.REMOVE && !proposal.answered(Answer.YES).isEmpty();
        return outcome != null && !removalOnYes && outcome != pointsTo(proposal);
    }

    /** The rules that a section named by an open report still leaves unanswered, in book order. */
    static List<ClauseCode> unanswered(Proposal proposal, CaseFacts facts, Book book) {
        return facts.reports().stream()
                .flatMap(report -> report.sections().stream())
                .distinct()
                .flatMap(code -> book.sectionNamed(code).stream())
                .distinct()
                .sorted()
                .flatMap(section -> book.section(section).stream())
                .flatMap(section -> section.rules().stream())
                .map(clause -> clause.code())
                .filter(code -> !proposal.answers().containsKey(code))
                .toList();
    }

    private static Phrase reason(@Nullable Outcome outcome, Proposal proposal, List<ClauseCode> open) {
        return switch (outcome) {
            case REMOVE -> Phrase.of("decisions.advice.remove", proposal.answered(Answer.YES));
            case ESCALATE -> Phrase.of("decisions.advice.escalate", proposal.answered(Answer.UNSURE));
            case NO_VIOLATION -> Phrase.of("decisions.advice.no-violation");
            case null, default ->
                open.isEmpty()
                        ? Phrase.of("decisions.advice.nothing-answered")
                        : Phrase.of(
                                "decisions.advice.unanswered",
                                Phrase.counted("decisions.count.unanswered", open.size()),
                                open);
        };
    }

    private AccountAdvice account(List<ClauseCode> yes, CaseFacts facts) {
        if (facts.accountId().isEmpty()) {
            return new AccountAdvice(AccountMeasure.none(), Phrase.of("decisions.advice.account.unknown"));
        }
        for (ClauseCode clause : yes) {
            if (ChildSafety.isSealed(clause.section())
                    || clause.section().equals(CRIMES_AGAINST_CHILDREN)
                    || facts.item().kind() == ItemKind.ACCOUNT
                            && clause.section().chapter() == VIOLENT_EXTREMISM) {
                return bySection(AccountMeasure.of(BAN), clause);
            }
        }
        for (ClauseCode clause : yes) {
            if (clause.section().equals(AGE)) {
                return bySection(ageMeasure(clause, yes), clause);
            }
            if (clause.section().equals(IMPERSONATION) && facts.item().kind() == ItemKind.ACCOUNT) {
                return bySection(AccountMeasure.of(PROFILE_CHANGE), clause);
            }
        }
        return byStrikes(facts.activeStrikes() + 1, facts.now());
    }

    /** What the queue leaves to others is advised to them. */
    private static AccountAdvice ofTheQueue(AccountAdvice advice, CaseFacts facts) {
        AccountMeasure.Type type = advice.measure().type();
        return facts.allowed().measures().contains(type)
                ? advice
                : new AccountAdvice(AccountMeasure.none(), Phrase.of("decisions.advice.account.other-queue", type));
    }

    private static AccountMeasure ageMeasure(ClauseCode first, List<ClauseCode> yes) {
        if (first.value().equals("8.0.1")) {
            return AccountMeasure.of(REMOVE_UNDERAGE);
        }
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        for (ClauseCode clause : yes) {
            switch (clause.value()) {
                case "8.0.2" -> features.add(Feature.DIRECT_MESSAGES);
                case "8.0.3" -> features.add(Feature.LIVESTREAM);
                case "8.0.4" -> features.add(Feature.GIFTS);
                default -> {}
            }
        }
        return new AccountMeasure(FEATURE_BLOCK, null, features);
    }

    private AccountAdvice byStrikes(int strike, Instant now) {
        List<StrikeStep> table = settings.get().strikes();
        StrikeStep step = table.get(Math.min(strike, table.size()) - 1);
        var type = AccountMeasure.Type.valueOf(step.measure());
        @Nullable Instant until = type == AccountMeasure.Type.SUSPEND ? now.plus(Duration.ofDays(step.days())) : null;
        return new AccountAdvice(
                new AccountMeasure(type, until, Set.of()),
                Phrase.of("decisions.advice.account.strikes", Phrase.counted("decisions.count.strikes", strike), type));
    }

    private Set<ReferralTarget> referrals(List<ClauseCode> yes) {
        Set<ReferralTarget> asked = EnumSet.noneOf(ReferralTarget.class);
        for (Section section : sections(yes)) {
            Set<ReferralTarget> targets = section.referrals();
            // Of these two one is enough (D3), and NCMEC needs no further reason.
            asked.addAll(targets.contains(ReferralTarget.NCMEC) ? Set.of(ReferralTarget.NCMEC) : targets);
        }
        return asked;
    }

    private List<CarveOutCode> carveOuts(List<ClauseCode> yes) {
        var found = new ArrayList<CarveOutCode>();
        for (Section section : sections(yes)) {
            section.carveOuts().stream()
                    .filter(carveOut -> yes.stream().anyMatch(carveOut.covers()::contains))
                    .map(CarveOut::code)
                    .forEach(found::add);
        }
        return found;
    }

    private List<Section> sections(List<ClauseCode> clauses) {
        return clauses.stream()
                .map(ClauseCode::section)
                .distinct()
                .flatMap(section -> book.section(section).stream())
                .toList();
    }

    private static AccountAdvice bySection(AccountMeasure measure, ClauseCode clause) {
        return new AccountAdvice(
                measure, Phrase.of("decisions.advice.account.section", clause.section(), measure.type()));
    }

    private static AccountAdvice nothingForTheAccount() {
        return new AccountAdvice(AccountMeasure.none(), Phrase.of("decisions.advice.account.none"));
    }

    private record AccountAdvice(AccountMeasure measure, Phrase reason) {}
}
