package org.moderationdesk.practice.scoring;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.ExceptionClaim;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ReferralProposal;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.items.Item;
import org.moderationdesk.practice.Field;

/** How far an answer is like an accepted one, field by field: from 0 for wholly different to 1 for the same. */
final class Likeness {
    private static final double HALF = 0.5;

    private Likeness() {}

    static double of(Field field, Proposal answer, Proposal accepted, Item item) {
        return switch (field) {
            case OUTCOME -> answer.outcome() == accepted.outcome() ? 1 : 0;
            case CLAUSES -> clauses(answer, accepted);
            case EXCEPTION -> exception(answer.exception(), accepted.exception());
            case REFERRALS -> shared(targets(answer), targets(accepted));
            case EVIDENCE -> Overlap.credit(answer.evidence(), accepted.evidence(), item);
            case ACCOUNT -> account(answer.account(), accepted.account());
        };
    }

    /**
     * Of the clauses that either answers with yes or unsure, how many they answer alike; yes beside unsure is half of one.
     * Clauses that both answer with no, or one of them not at all, make nobody better.
     */
    private static double clauses(Proposal answer, Proposal accepted) {
        Set<ClauseCode> named = new TreeSet<>();
        for (Answer seen : EnumSet.of(Answer.YES, Answer.UNSURE)) {
            named.addAll(answer.answered(seen));
            named.addAll(accepted.answered(seen));
        }
        double alike = 0;
        for (ClauseCode clause : named) {
            Answer one = answer.answers().getOrDefault(clause, Answer.NO);
            Answer other = accepted.answers().getOrDefault(clause, Answer.NO);
            alike += one == other ? 1 : one != Answer.NO && other != Answer.NO ? HALF : 0;
        }
        return named.isEmpty() ? 1 : alike / named.size();
    }

    /** The same ground or carve-out is right; another ground, where there is one, is half right. */
    private static double exception(@Nullable ExceptionClaim answer, @Nullable ExceptionClaim accepted) {
        if (answer == null || accepted == null) {
            return answer == null && accepted == null ? 1 : 0;
        }
        boolean same = answer.ground() == accepted.ground()
                && (answer.carveOut() == null
                        ? accepted.carveOut() == null
                        : answer.carveOut().equals(accepted.carveOut()));
        return same ? 1 : HALF;
    }

    private static double account(AccountMeasure answer, AccountMeasure accepted) {
        if (answer.type() != accepted.type()) {
            return 0;
        }
        return shared(answer.features(), accepted.features());
    }

    static Set<ReferralTarget> targets(Proposal proposal) {
        Set<ReferralTarget> targets = EnumSet.noneOf(ReferralTarget.class);
        proposal.referrals().stream().map(ReferralProposal::to).forEach(targets::add);
        return targets;
    }

    /** How many of what either has, both have; nothing beside nothing is the same. */
    private static double shared(Set<?> some, Set<?> others) {
        Set<Object> either = new HashSet<>(some);
        either.addAll(others);
        Set<Object> both = new HashSet<>(some);
        both.retainAll(others);
        return either.isEmpty() ? 1 : (double) both.size() / either.size();
    }
}
