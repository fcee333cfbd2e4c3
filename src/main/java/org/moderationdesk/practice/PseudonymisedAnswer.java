package org.moderationdesk.practice;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.decisions.ExceptionClaim;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ReferralProposal;
import org.moderationdesk.guidelines.ClauseCode;

/** What was decided of a real item as the answer to its copy: under its id, with other names in what was written. */
final class PseudonymisedAnswer {
    private final Pseudonyms names;
    private final Pseudonymised copy;

    PseudonymisedAnswer(Pseudonyms names, Pseudonymised copy) {
        this.names = names;
        this.copy = copy;
    }

    Proposal of(Proposal decided, String id, AccountMeasure account) {
        SortedMap<ClauseCode, String> notes = new TreeMap<>();
        decided.notes().forEach((code, note) -> notes.put(code, names.text(note)));
        return new Proposal(
                id,
                decided.version(),
                null,
                decided.answers(),
                notes,
                decided.outcome(),
                exception(decided.exception()),
                decided.reach(),
                account,
                decided.referrals().stream()
                        .map(one -> new ReferralProposal(one.to(), text(one.why()), one.threatToLife()))
                        .toList(),
                text(decided.noReferral()),
                decided.escalateTo(),
                decided.evidence().stream().map(copy::mark).toList(),
                List.of(),
                text(decided.rationale()),
                decided.confidence(),
                decided.difficult());
    }

    private @Nullable ExceptionClaim exception(@Nullable ExceptionClaim claim) {
        return claim == null ? null : new ExceptionClaim(claim.ground(), claim.carveOut(), text(claim.why()));
    }

    private @Nullable String text(@Nullable String said) {
        return said == null ? null : names.text(said);
    }
}
