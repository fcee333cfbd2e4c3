package org.moderationdesk.review.view;

import java.time.ZoneId;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.decisions.Judgement;
import org.moderationdesk.guidelines.BookWords;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.queue.ClaimRefused;

/** Says what has happened, in one language. */
final class NewsWords {
    private final Texts texts;
    private final BookWords book;

    NewsWords(Texts texts, BookWords book) {
        this.texts = texts;
        this.book = book;
    }

    String of(ReviewNews news) {
        return switch (news) {
            case ReviewNews.Decided decided -> decided(decided);
            case ReviewNews.TakenBack back ->
                texts.get(back.followUp() ? "review.news.undone.follow-up" : "review.news.undone", id(back.item()));
            case ReviewNews.Withdrawn withdrawn -> texts.get("review.news.withdrawn", id(withdrawn.item()));
            case ReviewNews.Skipped skipped -> texts.get("review.news.skipped", id(skipped.item()));
            case ReviewNews.HandedOver given ->
                texts.get("review.news.handed-over", id(given.item()), SafeLine.of(given.to()));
            case ReviewNews.NothingToUndo _ -> texts.get("review.news.nothing-to-undo");
            case ReviewNews.Clear _ -> texts.get("review.news.clear");
            case ReviewNews.NoneOffered _ -> texts.get("review.news.none-offered");
            case ReviewNews.Unknown unknown -> texts.get("review.news.unknown", id(unknown.item()));
            case ReviewNews.Refused refused -> refused(refused.judgement());
            case ReviewNews.ReadOnly only -> new ClaimRefused(only.why()).words(texts, ZoneId.systemDefault());
            case ReviewNews.LeaseLost _ -> texts.get("review.news.lease-lost");
            case ReviewNews.NewReports more -> texts.get("review.news.new-reports", more.reports());
            case ReviewNews.GivenByOther given ->
                texts.get("review.news.given", SafeLine.of(given.from()), SafeLine.of(given.note()));
            case ReviewNews.Returned back ->
                texts.get(
                        "review.news.returned." + back.approval().verdict(),
                        SafeLine.of(back.approval().second()),
                        SafeLine.of(back.approval().why()));
            case ReviewNews.Unsent unsent -> texts.get("review.news.unsent", id(unsent.item()));
            case ReviewNews.Kept kept -> texts.get("review.news.kept", id(kept.item()));
            case ReviewNews.Failed _ -> texts.get("review.news.failed");
        };
    }

    private String decided(ReviewNews.Decided decided) {
        boolean waits = decided.decision().state() == DecisionState.AWAITING_SECOND;
        String words = texts.get(waits ? "review.news.waits" : "review.news.recorded", id(decided.item()));
        if (decided.together() > 0) {
            words += texts.get("review.news.together", decided.together());
        }
        return decided.left() > 0 ? words + texts.get("review.news.left", decided.left()) : words;
    }

    private String refused(Judgement judgement) {
        return judgement
                .first()
                .map(refusal -> refusal.words(texts, book))
                .orElseGet(() -> texts.get("review.news.failed"));
    }

    private static String id(String item) {
        return SafeLine.of(item);
    }
}
