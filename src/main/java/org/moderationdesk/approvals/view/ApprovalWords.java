package org.moderationdesk.approvals.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.approvals.WaitingApproval;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.guidelines.BookWords;
import org.moderationdesk.items.view.SafeLine;

/** Says what waits and what has happened, in one language. */
final class ApprovalWords {
    private final Texts texts;
    private final BookWords book;

    ApprovalWords(Texts texts, BookWords book) {
        this.texts = texts;
        this.book = book;
    }

    /** "Remove, account ban". */
    private String decided(DecisionLine line) {
        List<String> parts = new ArrayList<>(List.of(texts.get("decisions.outcome." + line.outcome())));
        if (line.account() != AccountMeasure.Type.NONE) {
            parts.add(texts.get("decisions.measure." + line.account()).toLowerCase(texts.locale()));
        }
        return String.join(", ", parts);
    }

    /** The same, and whether something of it has gone out already. */
    String decided(WaitingApproval one) {
        String words = decided(one.line());
        return one.awaited().emergency() ? texts.get("approvals.row.emergency", words) : words;
    }

    /** What it is that waits, or went out. */
    String waits(WaitingApproval one) {
        if (one.line().state() != DecisionState.AWAITING_SECOND) {
            return texts.get("approvals.emergency");
        }
        return one.line().waits().stream()
                .map(part -> texts.get("decisions.waits." + part))
                .collect(Collectors.joining(", "));
    }

    /** Why the person who looks may not answer it, and who may; empty when they may. */
    String whyNot(WaitingApproval one) {
        if (one.against() == null) {
            return "";
        }
        String who = one.eligible().isEmpty()
                ? texts.get("approvals.eligible.none")
                : texts.get("approvals.eligible", String.join(", ", one.eligible()));
        return one.against().words(texts, book) + " " + who;
    }

    String of(ApprovalNews news) {
        return switch (news) {
            case ApprovalNews.Answered answered ->
                texts.get(
                        "approvals.news." + answered.verdict(),
                        SafeLine.of(answered.item()),
                        SafeLine.of(answered.first()));
            case ApprovalNews.Refused refused ->
                refused.judgement()
                        .first()
                        .map(refusal -> refusal.words(texts, book))
                        .orElseGet(() -> texts.get("approvals.news.failed"));
            case ApprovalNews.Failed _ -> texts.get("approvals.news.failed");
        };
    }

    static String of(Texts texts, Notice notice) {
        return texts.get("approvals.notice." + notice.kind(), SafeLine.of(notice.itemId()), SafeLine.of(notice.who()));
    }
}
