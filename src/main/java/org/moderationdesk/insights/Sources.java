package org.moderationdesk.insights;

import java.time.Instant;
import java.util.List;
import org.moderationdesk.agreement.BlindPair;
import org.moderationdesk.db.Progress;
import org.moderationdesk.decisions.ReferralLine;
import org.moderationdesk.queue.QueueAges;
import org.moderationdesk.wellbeing.BudgetShare;

/** Where figures come from, for one person: nothing here tells of what they may not know. Not for the JavaFX thread. */
public interface Sources {
    /**
     * Decisions as the store is now.
     *
     * @param progress the first time it may take seconds; in entries of the log
     */
    DecidedRows decided(Progress progress);

    /** Ages of the open cases; of one queue, or of all where it is empty. */
    QueueAges ages(String queue);

    /** Queues that may be asked about, by name. */
    List<String> queues();

    /** Blind pairs whose second judgement came in this span. */
    List<BlindPair> pairs(Instant from, Instant to);

    /** Second reviews of decisions made since then. */
    List<Checked> checked(Instant since);

    /** The newest referrals that decisions asked for, as they stand. */
    List<ReferralLine> referrals();

    /** Who has used how much of their budget, by name; empty for who may not know. */
    List<BudgetShare> exposure();
}
