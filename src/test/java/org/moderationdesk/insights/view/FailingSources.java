package org.moderationdesk.insights.view;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.moderationdesk.agreement.BlindPair;
import org.moderationdesk.db.Progress;
import org.moderationdesk.decisions.ReferralLine;
import org.moderationdesk.insights.Checked;
import org.moderationdesk.insights.DecidedRows;
import org.moderationdesk.insights.Sources;
import org.moderationdesk.queue.QueueAges;
import org.moderationdesk.wellbeing.BudgetShare;

/** Blind pairs that cannot be read, or are hidden by now, when the test says so. */
record FailingSources(Sources given, AtomicBoolean lost, AtomicBoolean none) implements Sources {
    FailingSources(Sources given) {
        this(given, new AtomicBoolean(), new AtomicBoolean());
    }

    @Override
    public List<BlindPair> pairs(Instant from, Instant to) {
        if (lost.get()) {
            throw new IllegalStateException("planted");
        }
        return none.get() ? List.of() : given.pairs(from, to);
    }

    @Override
    public DecidedRows decided(Progress progress) {
        return given.decided(progress);
    }

    @Override
    public QueueAges ages(String queue) {
        return given.ages(queue);
    }

    @Override
    public List<String> queues() {
        return given.queues();
    }

    @Override
    public List<Checked> checked(Instant since) {
        return given.checked(since);
    }

    @Override
    public List<ReferralLine> referrals() {
        return given.referrals();
    }

    @Override
    public List<BudgetShare> exposure() {
        return given.exposure();
    }
}
