package org.moderationdesk.quality;

import java.time.InstantSource;
import java.util.Set;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;

/** A desk with two reviewers and two team leads, of whom one of each is cleared. */
public final class QualityDesk implements AutoCloseable {
    public static final Person ANNA = new Person("anna", Set.of(Role.REVIEWER), true);
    public static final Person BRAM = new Person("bram", Set.of(Role.REVIEWER), false);
    public static final Person RUTH = new Person("ruth", Set.of(Role.TEAM_LEAD), true);
    public static final Person LARS = new Person("lars", Set.of(Role.TEAM_LEAD), false);

    private final ReviewDesk desk;
    private final Book book = new BookReader().read("2020-12");

    public QualityDesk(InstantSource clock) {
        desk = new ReviewDesk(TestStore.create(), clock);
    }

    public ReviewDesk desk() {
        return desk;
    }

    StoredItems items() {
        return new StoredItems(desk.store(), StoredQueue::openCases);
    }

    Book book() {
        return book;
    }

    Requests requests() {
        return new Requests(desk.log(), items(), book);
    }

    QualityStates states() {
        return new QualityStates(desk.store());
    }

    /** Flags an item for a section and has it decided; answers with the decision's id. */
    public String decided(Person by, String section, Proposal proposal) {
        desk.flag(proposal.item(), section);
        Opened opened = desk.open(proposal.item(), by);
        if (desk.review().submit(opened, proposal, 61_000) instanceof Submitted.Accepted accepted) {
            return accepted.decision().decisionId();
        }
        throw new IllegalStateException("refused");
    }

    @Override
    public void close() {
        desk.close();
    }
}
