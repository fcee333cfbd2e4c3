package org.moderationdesk.queue;

import java.util.List;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.Report;
import org.moderationdesk.log.Act;
import org.moderationdesk.routing.PlansInForce;
import org.moderationdesk.settings.QueueSettings;

/** Opens cases for flagged items, and lets further reports and versions join them. Safe for any thread. */
public final class CaseWriter {
    private final Triage triage;
    private final PlansInForce plans = new PlansInForce();

    /** @param book the edition in force: a case keeps the one under which it was opened */
    public CaseWriter(Book book, QueueSettings settings) {
        this.triage = new Triage(book, settings);
    }

    /**
     * Begins a batch in this act; nothing is complete before its {@link CaseBatch#flush}.
     *
     * @param lines what is going to be added: their open cases and the records of their sources are read at once
     */
    public CaseBatch begin(Act act, List<FlaggedItem> lines) {
        return new CaseBatch(act, triage, plans.read(act.handle()), lines);
    }

    /**
     * Takes one flagged item into the queue.
     *
     * @param newReports those that the item did not have yet
     * @param newItemVersion whether this version is newer than what the item had
     */
    public CaseChange onFlagged(Act act, Item item, List<Report> newReports, boolean newItemVersion) {
        CaseBatch batch = begin(act, List.of(new FlaggedItem(item, newReports, true)));
        CaseChange change = batch.add(item, newReports, newItemVersion);
        batch.flush();
        return change;
    }
}
