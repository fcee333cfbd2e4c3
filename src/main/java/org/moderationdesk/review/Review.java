package org.moderationdesk.review;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Ids;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreException;
import org.moderationdesk.decisions.Changed;
import org.moderationdesk.decisions.DecisionRefused;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.items.CaseReport;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.queue.Candidate;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.Claim;
import org.moderationdesk.queue.ClaimRefused;
import org.moderationdesk.queue.Except;
import org.moderationdesk.queue.Queue;
import org.moderationdesk.queue.Viewers;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import org.moderationdesk.wellbeing.BreakFirst;
import org.moderationdesk.wellbeing.Wellbeing;

/**
 * What a person does with a case, from claim to decision: each step one transaction, on disk when it returns. Not for
 * the JavaFX thread; safe for any other.
 */
public final class Review {
    private static final int TRIES = 20;
    private static final int MOST_SENT = 2;

    private final Store store;
    private final EventLog log;
    private final InstantSource clock;
    private final Queue queue;
    private final StoredItems items;
    private final StoredDecisions decisions;
    private final Wellbeing wellbeing;
    private final Viewers viewers;
    private final CaseFiles files;
    private final SecondPerson seconds;
    private final CaseLooks looks;
    private final Deciding deciding;
    private final Function<Person, Optional<String>> toReadFirst;
    /** Cases claimed here since this process began: others that the person holds were left behind by an earlier one. */
    private final Set<Long> claimed = ConcurrentHashMap.newKeySet();

    public Review(Store store, EventLog log, InstantSource clock, Rooms rooms) {
        this.store = store;
        this.log = log;
        this.clock = clock;
        this.queue = rooms.queue();
        this.items = rooms.items();
        this.decisions = rooms.decisions();
        this.wellbeing = rooms.wellbeing();
        this.viewers = new Viewers(store, clock);
        this.files = new CaseFiles(store, queue, items, decisions, clock);
        this.seconds = new SecondPerson(log, queue, decisions);
        this.looks = new CaseLooks(log, wellbeing, queue::held);
        this.deciding = new Deciding(store, log, clock, rooms);
        this.toReadFirst = rooms.toReadFirst();
    }

    /**
     * Claims the open case of an item and lays it out; to read only where somebody else holds it, or where everything
     * is decided.
     *
     * @return empty for an item that the desk does not know, or that this person may not see
     */
    public Optional<Opened> open(String itemId, Person person) {
        Rights.require(person, Right.LOOK);
        if (!Rights.has(person, Right.CLAIM)) {
            return look(itemId, person);
        }
        queue.expireLeases();
        return queue.latest(person, itemId).map(row -> {
            try {
                needsReading(row.id(), person);
                return laidOut(claim(row.id(), person), person);
            } catch (ClaimRefused refused) {
                return shown(files.toRead(row, person, refused.reason()), person);
            }
        });
    }

    /** What somebody holds stays theirs, whatever comes into force. */
    private boolean isHeld(long caseId, Person person) {
        return queue.claimOf(caseId)
                .filter(claim -> claim.holder().equals(person.name()))
                .isPresent();
    }

    private void needsReading(long caseId, Person person) {
        if (toReadFirst.apply(person).isPresent() && !isHeld(caseId, person)) {
            needsReading(person);
        }
    }

    private void needsReading(Person person) {
        toReadFirst.apply(person).ifPresent(edition -> {
            throw new ClaimRefused(new ClaimRefused.EditionUnread(edition));
        });
    }

    /** Who has which case open now. */
    public Viewers viewers() {
        return viewers;
    }

    /** Lays the case of an item out without claiming it. */
    public Optional<Opened> look(String itemId, Person person) {
        Rights.require(person, Right.LOOK);
        return queue.latest(person, itemId).map(row -> shown(files.toRead(row, person, null), person));
    }

    /** Reading is told to the log as well; what is claimed has an entry of its own. */
    private Opened shown(Opened opened, Person person) {
        long unused = log.recordSoon(
                person.name(),
                act -> act.append(new Entry(
                        EventKind.SHOWN, opened.row().id(), opened.row().itemId(), Map.of("by", "window"), List.of())));
        return opened;
    }

    /**
     * Claims the most urgent case that is asked for and offered to this person, and lays it out. First come the cases
     * that they still hold from before the desk was last closed, or died; those that they chose not to be offered go
     * back to their queue.
     *
     * @throws BreakFirst when a break must come before the next case
     * @throws ClaimRefused when the edition in force must be read before
     */
    public Optional<Opened> openNext(Person person, CaseFilter filter) {
        Rights.require(person, Right.CLAIM);
        needsReading(person);
        queue.expireLeases();
        List<CaseRow> heldFromBefore = queue.heldBy(person).stream()
                .filter(row -> !claimed.contains(row.id()))
                .toList();
        Except notOffered = heldFromBefore.isEmpty() ? Except.nothing() : wellbeing.notOffered(person);
        for (CaseRow row : heldFromBefore) {
            Optional<Claim> left = tryToClaim(row.id(), person);
            if (left.isPresent() && notOffered.permits(row.sections())) {
                return left.map(held -> laidOut(held, person));
            }
            left.ifPresent(held -> giveBack(held, person));
        }
        Optional<Opened> next = store.read(_ -> wellbeing.next(person, filter)).stream()
                .flatMap(offered -> claimNext(person, offered).stream())
                .findFirst();
        if (next.isPresent()) {
            wellbeing.nextOpened(person);
        }
        return next;
    }

    private Optional<Opened> claimNext(Person person, CaseFilter filter) {
        for (int tried = 0; tried < TRIES; tried++) {
            Optional<Candidate> candidate = queue.candidate(person, filter);
            if (candidate.isEmpty()) {
                return Optional.empty();
            }
            // A crash may lose the claim: the case then waits again, and the answers to it are kept apart.
            Optional<Claim> claim = log.recordSoon(person.name(), act -> queue.claimFrom(act, candidate.get()));
            if (claim.isPresent()) {
                claimed.add(claim.get().caseId());
                return claim.map(held -> laidOut(held, person));
            }
        }
        return Optional.empty();
    }

    /**
     * Lays out, to read only, the case that {@link #openNext} would give now: to be prepared before it is needed.
     *
     * @throws BreakFirst when a break must come before the next case
     */
    public Optional<Opened> peekNext(Person person, CaseFilter filter) {
        if (!Rights.has(person, Right.CLAIM) || toReadFirst.apply(person).isPresent()) {
            return Optional.empty();
        }
        return wellbeing.next(person, filter).stream()
                .flatMap(offered -> queue.peekNext(person, offered).stream())
                .findFirst()
                .map(row -> files.toRead(row, person, null));
    }

    /** The same case under the same claim, with what has arrived since; its draft is the last one saved. */
    public Opened refresh(Opened opened) {
        return files.held(opened.held(), opened.facts().person(), opened.decisionId());
    }

    /** Reports that arrived since this person was shown the case. */
    public List<CaseReport> reportsSince(Opened opened) {
        Instant since = opened.lastArrival();
        return store.read(
                handle -> opened.unseen(items.reportsSince(handle, opened.row().id(), since)));
    }

    /** Extends the lease, as long as there is input; empty when the person no longer holds the case. */
    public Optional<Instant> heartbeat(Opened opened) {
        return queue.heartbeat(opened.held());
    }

    /**
     * Records the decision, and closes or moves its case. Where the way to a shared store is lost meanwhile, nobody
     * knows whether it was recorded: it is sent again under its own id, which records it once.
     *
     * @param proposal one that names no version is taken to mean the version shown
     * @param activeMs how long the person was at it, with the window in focus and input going on
     */
    public Submitted submit(Opened opened, Proposal proposal, long activeMs) {
        for (int sent = 1; ; sent++) {
            try {
                return deciding.submit(opened, proposal, activeMs);
            } catch (StoreException lost) {
                // Each time waits for a connection as long as the store is patient.
                if (!lost.isLost() || sent == MOST_SENT) {
                    throw lost;
                }
            }
        }
    }

    /**
     * Undoes the person's own decision within the undo window, and lays the case before them again.
     *
     * @throws DecisionRefused when it is over, somebody else's, or not in effect any more
     */
    public Undone undo(String decisionId, Person person) {
        Rights.require(person, Right.DECIDE);
        Changed changed = log.record(person.name(), act -> {
            Changed undone = decisions.undo(act, decisionId, List.of());
            bringBack(act, undone);
            return undone;
        });
        Optional<Opened> again = queue.find(person, changed.line().itemId())
                .flatMap(row -> tryToClaim(row.id(), person))
                .map(claim -> laidOut(claim, person));
        return new Undone(changed, again.orElse(null));
    }

    /**
     * Takes back what waits of the person's own decision; the case returns to its queue.
     *
     * @throws DecisionRefused when nothing waits, or it is somebody else's
     */
    public Changed withdraw(String decisionId, Person person) {
        Rights.require(person, Right.DECIDE);
        return log.record(person.name(), act -> {
            Changed changed = decisions.withdraw(act, decisionId, List.of());
            long unused = seconds.reopened(act, changed);
            return changed;
        });
    }

    /**
     * Lets what waits of a decision take effect.
     *
     * @throws DecisionRefused when nothing waits, or by D9 or D11
     */
    public Changed approve(String decisionId, Person second) {
        return seconds.approve(decisionId, second);
    }

    /**
     * Lets what waits of a decision lapse; the case returns to its queue with the reason.
     *
     * @throws DecisionRefused when nothing waits, without a reason, or by D9 or D11
     */
    public Changed refuse(String decisionId, Person second, String why) {
        return seconds.refuse(decisionId, second, why);
    }

    /**
     * Lets what waits of a decision lapse; the case returns to who made it, with the question, and waits for them.
     *
     * @param first who made it, where they work at this desk; null else: the case then returns to its queue
     * @throws DecisionRefused when nothing waits, without a question, or by D9 or D11
     */
    public Changed sendBack(String decisionId, Person second, @Nullable Person first, String question) {
        return seconds.sendBack(decisionId, second, first, question);
    }

    /** Gives the case back. */
    public void release(Opened opened) {
        act(opened, act -> queue.release(act, opened.held()));
    }

    /** Gives the case back, and does not want it straight back. */
    public void skip(Opened opened, String why) {
        Rights.require(opened.facts().person(), Right.CLAIM);
        act(opened, act -> queue.skip(act, opened.held(), why));
    }

    /** Gives the case to a named person with a note. */
    public void handOver(Opened opened, String to, String note) {
        Rights.require(opened.facts().person(), Right.CLAIM);
        act(opened, act -> queue.handOver(act, opened.held(), to, note));
    }

    /** Keeps unsent answers: within a second they survive a crash. */
    public void saveDraft(Opened opened, Proposal draft) {
        Instant now = clock.instant();
        long caseId = opened.row().id();
        int unused = store.writeSoon(handle -> {
            StoredDrafts.save(handle, caseId, opened.facts().person().name(), draft, now);
            return 1;
        });
    }

    /**
     * Keeps unsent answers that the store could not take when they were given. They give way to later ones of the same
     * person, and to a decision.
     *
     * @return whether they are kept
     */
    public boolean bringDraft(long caseId, Person person, Proposal draft, Instant answered) {
        return store.write(handle -> StoredDrafts.bring(handle, caseId, person.name(), draft, answered)) > 0;
    }

    /** The unsent answers to a case. */
    public Optional<Proposal> loadDraft(long caseId, Person person) {
        return store.read(handle -> StoredDrafts.load(handle, caseId, person.name()));
    }

    /**
     * Records that content was uncovered.
     *
     * @throws LookRefused for sealed content, which is looked at through {@link #openSealed} alone
     */
    public void recordLook(Opened opened, Look look) {
        looks.record(opened, look);
    }

    /**
     * Records that content was uncovered by somebody who reads the case without holding it, as a second person does, or
     * who votes on it.
     *
     * @throws LookRefused for sealed content, which only who holds the case looks at
     */
    public void recordReading(Opened opened, Look look) {
        looks.recordReading(opened, look);
    }

    /** Records what was uncovered of cases that are claimed. */
    public CaseLooks looks() {
        return looks;
    }

    /**
     * Records that sealed content is about to be looked at, before anything of it is read: it counts as seen, and towards
     * exposure, for the longest time until {@link #endSealed} says otherwise.
     *
     * @throws LookRefused when the case is not sealed, or for a form in which sealed content is not shown
     * @throws ClaimRefused when the person no longer holds the case
     */
    public SealedOpening openSealed(Opened opened, int media, LookForm form, SealedWhy why) {
        return looks.openSealed(opened, media, form, why);
    }

    /** Records that a look at sealed content has ended, after so long. */
    public void endSealed(SealedOpening opening, long millis) {
        looks.endSealed(opening, millis);
    }

    /** What the desk does by itself about once a minute: ends leases and forgets drafts of closed cases. */
    public void tidy() {
        queue.expireLeases();
        wellbeing.forgetOld();
        int unused = store.writeSoon(handle -> StoredDrafts.forget(handle, clock.instant()));
    }

    private void bringBack(Act act, Changed changed) {
        if (changed.line().outcome() == Outcome.ESCALATE) {
            queue.takeBack(act, changed.line().caseId(), changed.queue());
        } else {
            long unused = queue.reopen(act, changed.line().caseId());
        }
    }

    private Claim claim(long caseId, Person person) {
        // A crash may lose the claim: the case then waits again, and the answers to it are kept apart.
        Claim claim = log.recordSoon(person.name(), act -> queue.claim(act, caseId, person));
        claimed.add(caseId);
        return claim;
    }

    private Opened laidOut(Claim claim, Person person) {
        try {
            return files.held(claim, person, newId());
        } catch (StoreException lost) {
            // Held and not on anybody's screen: offered again, like one left from before.
            claimed.remove(claim.caseId());
            throw lost;
        }
    }

    private void giveBack(Claim claim, Person person) {
        int unused = log.record(person.name(), act -> {
            queue.release(act, claim);
            return 1;
        });
    }

    private Optional<Claim> tryToClaim(long caseId, Person person) {
        try {
            return Optional.of(claim(caseId, person));
        } catch (ClaimRefused lostRace) {
            return Optional.empty();
        }
    }

    private void act(Opened opened, Consumer<Act> work) {
        int unused = log.record(opened.facts().person().name(), act -> {
            work.accept(act);
            return 1;
        });
    }

    private String newId() {
        return Ids.next(clock.instant());
    }
}
