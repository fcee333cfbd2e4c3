package org.moderationdesk.decisions.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.Confidence;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.decisions.ExceptionClaim;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ReachLimit;
import org.moderationdesk.fx.Times;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.view.MarkWords;
import org.moderationdesk.items.view.SafeLine;

/** Says what somebody proposed or decided, field by field, in one language; empty for what they said nothing of. */
public final class ProposalWords {
    private static final int LONGEST = 2_000;
    private static final String BETWEEN = ", ";

    private final Speech speech;
    private final Times times;
    private final MarkWords marks;

    public ProposalWords(Speech speech, Times times) {
        this.speech = speech;
        this.times = times;
        this.marks = new MarkWords(speech.texts());
    }

    Speech speech() {
        return speech;
    }

    /** "Exception, educational". */
    public String outcome(Proposal proposal) {
        Outcome outcome = proposal.outcome();
        if (outcome == null) {
            return "";
        }
        List<String> parts = new ArrayList<>(List.of(speech.get("decisions.outcome." + outcome)));
        ExceptionClaim claim = proposal.exception();
        if (claim != null && claim.carveOut() != null) {
            parts.add(claim.carveOut().value());
        } else if (claim != null && claim.ground() != null) {
            parts.add(speech.book()
                    .ground(claim.ground())
                    .toLowerCase(speech.texts().locale()));
        }
        if (proposal.escalateTo() != null && outcome == Outcome.ESCALATE) {
            String key = "decisions.panel.queue." + proposal.escalateTo();
            parts.add(speech.texts().has(key) ? speech.get(key) : SafeLine.of(proposal.escalateTo()));
        }
        return String.join(BETWEEN, parts);
    }

    String answer(Proposal proposal, ClauseCode clause) {
        Answer answer = proposal.answers().get(clause);
        String said = answer == null ? "\u2013" : speech.get("decisions.checklist.answer." + answer);
        String note = proposal.notes().get(clause);
        return note == null || note.isBlank() ? said : said + BETWEEN + SafeLine.of(note, LONGEST);
    }

    String why(Proposal proposal) {
        ExceptionClaim claim = proposal.exception();
        return claim == null ? "" : free(claim.why());
    }

    /** "Suspension, until 3 Jan 2027". */
    public String account(Proposal proposal) {
        AccountMeasure account = proposal.account();
        List<String> parts = new ArrayList<>(List.of(speech.get("decisions.measure." + account.type())));
        account.features().stream()
                .sorted()
                .map(feature -> speech.get("decisions.feature." + feature))
                .forEach(parts::add);
        if (account.until() != null) {
            parts.add(speech.get("decisions.compare.until", times.date(account.until())));
        }
        return String.join(BETWEEN, parts);
    }

    String reach(Proposal proposal) {
        ReachLimit reach = proposal.reach();
        if (reach == null || !reach.limits()) {
            return "";
        }
        String where = reach.forYou() ? "SEARCH" : reach.search() ? "FEED" : "BOTH";
        String said = speech.get("decisions.panel.where." + where);
        return reach.reason() == null ? said : said + BETWEEN + speech.get("decisions.reach." + reach.reason());
    }

    String referrals(Proposal proposal) {
        if (proposal.referrals().isEmpty()) {
            String nobody = free(proposal.noReferral());
            return nobody.isEmpty() ? "" : speech.get("decisions.panel.referral.nobody") + BETWEEN + nobody;
        }
        return proposal.referrals().stream()
                .map(one -> speech.get("decisions.panel.referral." + one.to()))
                .sorted()
                .collect(Collectors.joining(BETWEEN));
    }

    /** A line a mark. */
    String evidence(Proposal proposal) {
        return proposal.evidence().stream().map(this::mark).sorted().distinct().collect(Collectors.joining("\n"));
    }

    private String mark(EvidenceMark mark) {
        String note = free(mark.note());
        String where = mark.clause().value() + " " + marks.where(mark);
        return note.isEmpty() ? where : where + BETWEEN + note;
    }

    String sources(Proposal proposal) {
        return proposal.offPlatform().stream()
                .map(one -> SafeLine.of(one.source(), LONGEST))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    String rationale(Proposal proposal) {
        return free(proposal.rationale());
    }

    String confidence(Proposal proposal) {
        Confidence confidence = proposal.confidence();
        List<String> parts = new ArrayList<>();
        if (confidence != null) {
            parts.add(speech.get("decisions.panel.confidence." + confidence));
        }
        if (proposal.difficult()) {
            parts.add(speech.get("decisions.panel.difficult")
                    .toLowerCase(speech.texts().locale()));
        }
        return String.join(BETWEEN, parts);
    }

    private static String free(@Nullable String words) {
        return SafeLine.of(Objects.requireNonNullElse(words, ""), LONGEST);
    }
}
