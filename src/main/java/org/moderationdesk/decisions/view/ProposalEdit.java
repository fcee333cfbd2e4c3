package org.moderationdesk.decisions.view;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.Confidence;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.decisions.ExceptionClaim;
import org.moderationdesk.decisions.OffPlatformSource;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ReachLimit;
import org.moderationdesk.decisions.ReferralProposal;
import org.moderationdesk.guidelines.ClauseCode;

/** A proposal while it is being changed. */
final class ProposalEdit {
    final SortedMap<ClauseCode, Answer> answers;
    final SortedMap<ClauseCode, String> notes;
    final List<ReferralProposal> referrals;
    final List<OffPlatformSource> offPlatform;
    List<EvidenceMark> evidence;
    AccountMeasure account;
    boolean difficult;

    @Nullable
    Outcome outcome;

    @Nullable
    ExceptionClaim exception;

    @Nullable
    ReachLimit reach;

    @Nullable
    String noReferral;

    @Nullable
    String escalateTo;

    @Nullable
    String rationale;

    @Nullable
    Confidence confidence;

    private final Proposal before;

    ProposalEdit(Proposal before) {
        this.before = before;
        answers = new TreeMap<>(before.answers());
        notes = new TreeMap<>(before.notes());
        referrals = new ArrayList<>(before.referrals());
        offPlatform = new ArrayList<>(before.offPlatform());
        evidence = before.evidence();
        account = before.account();
        difficult = before.difficult();
        outcome = before.outcome();
        exception = before.exception();
        reach = before.reach();
        noReferral = before.noReferral();
        escalateTo = before.escalateTo();
        rationale = before.rationale();
        confidence = before.confidence();
    }

    void note(ClauseCode code, String note) {
        if (note.isBlank()) {
            notes.remove(code);
        } else {
            notes.put(code, note);
        }
    }

    Proposal done() {
        return new Proposal(
                before.item(),
                before.version(),
                before.edition(),
                answers,
                notes,
                outcome,
                exception,
                reach,
                account,
                referrals,
                noReferral,
                escalateTo,
                evidence,
                offPlatform,
                rationale,
                confidence,
                difficult);
    }

    /** Free text as a proposal holds it: none instead of nothing but blanks. */
    static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
    }
}
