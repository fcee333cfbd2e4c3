package org.moderationdesk.decisions.view;

import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.moderationdesk.base.Language;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.Clause;
import org.moderationdesk.guidelines.ClauseCode;

/**
 * Unsent answers once another edition is in force: those to clauses that read as they did stay, the others are asked
 * anew. From then on they are answers by the edition in force.
 */
final class StillMeant {
    private StillMeant() {}

    static Proposal of(Proposal draft, Rules rules) {
        Book now = rules.inForce();
        Book then = rules.book(draft);
        return new Proposal(
                draft.item(),
                draft.version(),
                now.edition(),
                meant(draft.answers(), then, now),
                meant(draft.notes(), then, now),
                draft.outcome(),
                draft.exception(),
                draft.reach(),
                draft.account(),
                draft.referrals(),
                draft.noReferral(),
                draft.escalateTo(),
                draft.evidence().stream()
                        .filter(mark -> isMeant(mark.clause(), then, now))
                        .toList(),
                draft.offPlatform(),
                draft.rationale(),
                draft.confidence(),
                draft.difficult());
    }

    private static <V> SortedMap<ClauseCode, V> meant(SortedMap<ClauseCode, V> said, Book then, Book now) {
        var meant = new TreeMap<>(said);
        meant.keySet().removeIf(code -> !isMeant(code, then, now));
        return meant;
    }

    private static boolean isMeant(ClauseCode code, Book then, Book now) {
        Optional<Clause> clause = now.clause(code).filter(Clause::citable);
        return clause.isPresent()
                && then.clause(code).isPresent()
                && Arrays.stream(Language.values()).allMatch(language -> then.words(language)
                        .text(code)
                        .equals(now.words(language).text(code)));
    }
}
