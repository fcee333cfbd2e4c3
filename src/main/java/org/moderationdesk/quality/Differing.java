package org.moderationdesk.quality;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.ExceptionClaim;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ReferralProposal;

/** In which fields two answers to one case differ. */
final class Differing {
    /** A field of a decision that is compared. */
    enum Field {
        OUTCOME,
        /** Which clauses were answered "yes". */
        ANSWERS,
        EXCEPTION,
        ACCOUNT,
        REACH,
        REFERRALS,
        /** Told, and by itself no disagreement. */
        EVIDENCE
    }

    private Differing() {}

    static Set<Field> between(Proposal first, Proposal second) {
        Set<Field> found = EnumSet.noneOf(Field.class);
        note(found, Field.OUTCOME, first.outcome(), second.outcome());
        note(found, Field.ANSWERS, first.answered(Answer.YES), second.answered(Answer.YES));
        note(found, Field.EXCEPTION, exception(first), exception(second));
        note(found, Field.ACCOUNT, account(first), account(second));
        note(found, Field.REACH, first.reach(), second.reach());
        note(found, Field.REFERRALS, referrals(first), referrals(second));
        note(found, Field.EVIDENCE, evidence(first), evidence(second));
        return found;
    }

    /** Whether they disagree: evidence alone may be marked in different places for the same judgement. */
    static boolean disagree(Set<Field> fields) {
        return fields.stream().anyMatch(field -> field != Field.EVIDENCE);
    }

    private static void note(Set<Field> found, Field field, @Nullable Object one, @Nullable Object other) {
        if (!Objects.equals(one, other)) {
            found.add(field);
        }
    }

    private static String exception(Proposal proposal) {
        ExceptionClaim claim = proposal.exception();
        return claim == null ? "" : claim.ground() + " " + claim.carveOut();
    }

    /** For how long somebody is suspended is another matter than whether. */
    private static String account(Proposal proposal) {
        AccountMeasure account = proposal.account();
        return account.type() + " " + account.features().stream().sorted().toList();
    }

    private static Set<Object> referrals(Proposal proposal) {
        return proposal.referrals().stream().map(ReferralProposal::to).collect(Collectors.toSet());
    }

    private static Set<Object> evidence(Proposal proposal) {
        return new HashSet<>(proposal.evidence());
    }
}
