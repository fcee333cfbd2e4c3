package org.moderationdesk.review;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Approval;
import org.moderationdesk.decisions.CaseFacts;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.items.CaseReport;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.Report;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.Claim;
import org.moderationdesk.queue.ClaimRefused;
import org.moderationdesk.queue.HandOver;

/**
 * A case laid out before a person.
 *
 * @param claim null when it can only be read
 * @param readOnly why it can only be read; null with a claim, and for a case that was only looked up
 * @param earlier decisions on the item, newest first
 * @param otherCases other open cases of the same account, the most urgent first
 * @param draft what this person, or whoever escalated it, had answered so far
 * @param facts what the rules need to know, as of now; its reports are those that the person sees
 * @param handOver what came with it when somebody gave it to this person
 * @param returned why it came back from a second person; null when it did not, or has been decided since
 * @param decisionId the id that the decision on it will have: submitting twice decides once
 */
public record Opened(
        CaseRow row,
        @Nullable Claim claim,
        ClaimRefused.@Nullable Reason readOnly,
        ItemFile file,
        List<DecisionLine> earlier,
        List<CaseRow> otherCases,
        Proposal draft,
        CaseFacts facts,
        @Nullable HandOver handOver,
        @Nullable Approval returned,
        String decisionId) {
    public Opened {
        earlier = List.copyOf(earlier);
        otherCases = List.copyOf(otherCases);
    }

    /** A case as it was at a moment in the past: with no other cases, and nothing that came with it. */
    public static Opened past(
            CaseRow row,
            @Nullable Claim claim,
            ItemFile file,
            List<DecisionLine> earlier,
            Proposal draft,
            CaseFacts facts,
            String id) {
        return new Opened(row, claim, null, file, earlier, List.of(), draft, facts, null, null, id);
    }

    /** The claim, with which something is written. */
    Claim held() {
        if (claim == null) {
            throw new IllegalStateException("a case that can only be read");
        }
        return claim;
    }

    /** When the last report of this case came that the person was shown. */
    Instant lastArrival() {
        return file.reports().stream()
                .filter(report -> report.caseId() == row.id())
                .map(CaseReport::arrivedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /** Those of these reports that the person has not been shown. */
    List<CaseReport> unseen(List<CaseReport> reports) {
        Set<String> seen = facts.reports().stream().map(Report::id).collect(Collectors.toSet());
        return reports.stream()
                .filter(report -> !seen.contains(report.report().id()))
                .toList();
    }
}
