package org.moderationdesk.insights;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.moderationdesk.agreement.BlindPair;
import org.moderationdesk.audit.DecisionLog;
import org.moderationdesk.db.Progress;
import org.moderationdesk.decisions.ReferralLine;
import org.moderationdesk.decisions.StoredReferrals;
import org.moderationdesk.queue.QueueAges;
import org.moderationdesk.queue.StoredAges;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import org.moderationdesk.wellbeing.BudgetShare;
import org.moderationdesk.wellbeing.TeamBudgets;

/** Asks the rooms of an open desk for one person, who may know of less than there is. */
public final class DeskSources implements Sources {
    private static final int MOST_REFERRALS = 2_000;

    private final DecisionLog log;
    private final StoredAges ages;
    private final StoredReferrals referrals;
    private final TeamBudgets budgets;
    private final SecondReviews reviews;
    private final Person person;

    /** @param log whose viewer is the person */
    public DeskSources(
            DecisionLog log, StoredAges ages, StoredReferrals referrals, TeamBudgets budgets, SecondReviews reviews) {
        this.log = log;
        this.ages = ages;
        this.referrals = referrals;
        this.budgets = budgets;
        this.reviews = reviews;
        this.person = log.viewer();
    }

    @Override
    public DecidedRows decided(Progress progress) {
        return new FactRows(log.loadForFigures(progress));
    }

    @Override
    public QueueAges ages(String queue) {
        return ages.read(person, queue);
    }

    @Override
    public List<String> queues() {
        return ages.queues(person);
    }

    @Override
    public List<BlindPair> pairs(Instant from, Instant to) {
        return reviews.pairs(person, from, to);
    }

    @Override
    public List<Checked> checked(Instant since) {
        return reviews.checked(person, since);
    }

    @Override
    public List<ReferralLine> referrals() {
        Set<String> leftOut = log.leftOut();
        return referrals.newest(person, MOST_REFERRALS).stream()
                .filter(line -> !leftOut.contains(line.itemId()))
                .toList();
    }

    @Override
    public List<BudgetShare> exposure() {
        return Rights.has(person, Right.SEE_SHARE_USED) ? budgets.shares(person) : List.of();
    }
}
