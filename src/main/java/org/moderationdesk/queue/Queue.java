package org.moderationdesk.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.PageKey;
import org.moderationdesk.decisions.Allowed;
import org.moderationdesk.log.Act;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.staff.Person;

/**
 * The cases that wait. Any thread but the JavaFX one may call it. Cases that a person has no clearance for are
 * invisible to them. What takes an {@link Act} happens in its transaction and throws {@link ClaimRefused} when the
 * person does not get or no longer holds the case.
 */
public interface Queue {
    /** The queue that cases come into where nobody has made others. */
    String GENERAL = Plan.GENERAL;

    /**
     * A page of open cases.
     *
     * @param after what an earlier page gave; null for the first page
     * @param limit at most so many rows
     */
    CasePage page(Person viewer, CaseFilter filter, Ordering ordering, @Nullable PageKey after, int limit);

    /** The page that ends just before this key, its rows in the order of the list. */
    CasePage pageBefore(Person viewer, CaseFilter filter, Ordering ordering, PageKey before, int limit);

    /** The open case of an item. */
    Optional<CaseRow> find(Person viewer, String itemId);

    /** The open case of an item, or the last one it had. */
    Optional<CaseRow> latest(Person viewer, String itemId);

    /** A case, open or closed. */
    Optional<CaseRow> row(Person viewer, long caseId);

    /** Open cases of an account's items, the most urgent first. */
    List<CaseRow> ofAccount(Person viewer, String accountId, int limit);

    /** Cases that this person holds, or that wait for them, the most urgent first. */
    List<CaseRow> heldBy(Person person);

    /** The case that {@link #claimNext} would give now. */
    Optional<CaseRow> peekNext(Person person, CaseFilter filter);

    /** The same, with what {@link #claimFrom} needs to claim it. */
    Optional<Candidate> candidate(Person person, CaseFilter filter);

    /** The counts of one queue, or of all; of what this person may know of. */
    QueueCounts counts(Person viewer, @Nullable String queue);

    /** Whether the item has, or had, a case that this person may not know of. */
    boolean isHidden(Person viewer, String itemId);

    /** What came with the case of this item when it was last handed over, if that was to this person. */
    Optional<HandOver> noteFor(Person person, String itemId);

    /** Queues that there are, or that have or had cases, by name; of those that this person may know of. */
    List<String> queues(Person viewer);

    /** What may be decided in this queue. */
    Allowed allowedIn(String queue);

    /** The live claim on a case. */
    Optional<Claim> claimOf(long caseId);

    /** The most urgent case that is waiting, asked for, and not just skipped by this person. */
    Optional<Claim> claimNext(Act act, Person person, CaseFilter filter);

    /**
     * Claims a case that was found before the act, or the next after it where others have been quicker: many hands find
     * the same most urgent case, and each would otherwise find, wait and lose it again.
     *
     * @return empty when there is none behind it either: look again
     */
    Optional<Claim> claimFrom(Act act, Candidate found);

    /** Claims this case; taken over where an earlier lease has ended, and renewed where the person holds it already. */
    Claim claim(Act act, long caseId, Person person);

    /** Extends the lease from now; empty when the person no longer holds the case. */
    Optional<Instant> heartbeat(Claim claim);

    /** Gives the case back. */
    void release(Act act, Claim claim);

    /** Gives the case back, and does not want it straight back. */
    void skip(Act act, Claim claim, String why);

    /** Gives the case to a named person, for whom it then waits. */
    void handOver(Act act, Claim claim, String to, String note);

    /** Ends the claim and moves the open case to another queue, with the marks that its answers call for. */
    void escalate(Act act, Claim claim, String toQueue, Marks marks);

    /** The same, of a case that was read in this act. */
    void escalate(Act act, CaseNow now, Claim claim, String toQueue, Marks marks);

    /** Ends the claim and closes the case: it has been decided. */
    void close(Act act, Claim claim, Marks marks);

    /** The same, of a case that was read in this act. */
    void close(Act act, CaseNow now, Claim claim, Marks marks);

    /**
     * Opens a closed case again, in its queue.
     *
     * @return the item's open case: another one where reports have opened a new case meanwhile
     */
    long reopen(Act act, long caseId);

    /** Takes an open case back to this queue, from whoever holds it there: its escalation is undone. */
    void takeBack(Act act, long caseId, String queue);

    /** The case as it is in this act, whoever asks. */
    Optional<CaseRow> current(Act act, long caseId);

    /** The claim as it now stands; throws unless it is alive: a stale token writes nothing. */
    Claim held(Act act, Claim claim);

    /** The same, of a case that was read in this act. */
    Claim held(Act act, CaseNow now, Claim claim);

    /** The case as it now is, before an act or within it; empty where it is none. */
    Optional<CaseNow> now(Handle handle, long caseId, Person person);

    /** Returns cases whose lease has ended to their queue, and says how many. */
    int expireLeases();

    /**
     * Marks that answers put on a case, beyond those of its reports; never taken away here.
     *
     * @param childSafety needs the clearance
     * @param sealed shows no content
     */
    record Marks(boolean childSafety, boolean sealed) {
        public static Marks none() {
            return new Marks(false, false);
        }
    }
}
