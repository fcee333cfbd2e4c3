package org.moderationdesk.review.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.items.Duplicate;
import org.moderationdesk.queue.ClaimRefused;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Review;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.staff.Person;

/**
 * Decides ticked duplicates as the item itself was decided, each by a decision of its own. Marks go along only where they
 * point into what is the same. Not for the JavaFX thread.
 */
final class DecidedTogether {
    private final Review review;
    private final Person person;

    DecidedTogether(Review review, Person person) {
        this.review = review;
        this.person = person;
    }

    /**
     * What became of them.
     *
     * @param decisions ids of the decisions made
     * @param left how many were kept back by their rules or by somebody who holds them
     */
    record Done(List<String> decisions, int left) {
        Done {
            decisions = List.copyOf(decisions);
        }
    }

    Done decide(Proposal like, Map<String, Duplicate.Why> duplicates) {
        var made = new ArrayList<String>();
        duplicates.forEach((item, why) -> decide(like, item, why).ifPresent(made::add));
        return new Done(made, duplicates.size() - made.size());
    }

    private Optional<String> decide(Proposal like, String item, Duplicate.Why why) {
        Optional<Opened> opened = review.open(item, person).filter(one -> one.claim() != null);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (review.submit(opened.get(), forItem(like, item, why), 0) instanceof Submitted.Accepted accepted) {
                return Optional.of(accepted.decision().decisionId());
            }
            review.release(opened.get());
        } catch (ClaimRefused taken) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Proposal forItem(Proposal like, String item, Duplicate.Why why) {
        List<EvidenceMark> marks = like.evidence().stream()
                .filter(mark -> switch (mark) {
                    case EvidenceMark.InMedia _ -> why == Duplicate.Why.SAME_FILE;
                    case EvidenceMark.InText text ->
                        why == Duplicate.Why.SAME_TEXT_AND_AUTHOR && text.in() == EvidenceMark.Place.TEXT;
                })
                .toList();
        return new Proposal(
                item,
                null,
                like.edition(),
                like.answers(),
                like.notes(),
                like.outcome(),
                like.exception(),
                like.reach(),
                like.account(),
                like.referrals(),
                like.noReferral(),
                like.escalateTo(),
                marks,
                like.offPlatform(),
                like.rationale(),
                like.confidence(),
                like.difficult());
    }
}
