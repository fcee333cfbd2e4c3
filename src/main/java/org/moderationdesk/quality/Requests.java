package org.moderationdesk.quality;

import org.moderationdesk.decisions.HiddenTests;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Second reviews that somebody asks for, beside those that a plan draws. Not for the JavaFX thread. */
public final class Requests {
    private final EventLog log;
    private final StoredItems items;
    private final Book book;
    private final HiddenTests tests;

    /** Of a desk without hidden tests. */
    public Requests(EventLog log, StoredItems items, Book book) {
        this(log, items, book, HiddenTests.NONE);
    }

    /** @param tests of which no second review can be asked for */
    public Requests(EventLog log, StoredItems items, Book book, HiddenTests tests) {
        this.log = log;
        this.items = items;
        this.book = book;
        this.tests = tests;
    }

    /**
     * Asks for a blind second review of a decision, whatever the plan says.
     *
     * @param reason why, in words; kept as a personal text
     * @param dueDays within how many days, 1 to 90
     * @return the review's id
     * @throws QualityRefused when the decision does not stand, or its second review is not settled
     */
    public String ask(Person lead, String decisionId, String reason, int dueDays) {
        Rights.require(lead, Right.PLAN_QUALITY);
        if (reason.isBlank()) {
            throw new QualityRefused(QualityRefused.Why.REASON_MISSING, decisionId);
        }
        return log.record(lead.name(), act -> {
            var reader = new DecidedReader(act.handle(), items, book);
            SamplingPlan plan = SamplingPlan.none().dueIn(dueDays);
            Decided decision = reader.find(decisionId)
                    .map(stored -> reader.read(stored, plan))
                    .filter(found -> found.isSeenBy(act.handle(), lead))
                    .filter(found ->
                            !tests.items(act.handle()).contains(found.stored().itemId()))
                    .orElseThrow(() -> new QualityRefused(QualityRefused.Why.NO_SUCH_DECISION, decisionId));
            if (!reader.stands(decisionId)) {
                throw new QualityRefused(QualityRefused.Why.DECISION_NOT_STANDING, decisionId);
            }
            var drawing = new Drawing(act, items, book);
            if (drawing.isOpen(decisionId)) {
                throw new QualityRefused(QualityRefused.Why.ALREADY_WAITS, decisionId);
            }
            return drawing.draw(decision, Stratum.of(Stratum.Kind.ASKED), plan, lead.name(), act.keep(reason));
        });
    }
}
