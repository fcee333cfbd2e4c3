package org.moderationdesk.review;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Ids;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.Approval;
import org.moderationdesk.decisions.ApprovalVerdict;
import org.moderationdesk.decisions.CaseFacts;
import org.moderationdesk.decisions.Clearance;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Standing;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.decisions.Urgency;
import org.moderationdesk.items.Author;
import org.moderationdesk.items.CaseReport;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.Report;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.Claim;
import org.moderationdesk.queue.ClaimRefused;
import org.moderationdesk.queue.Queue;
import org.moderationdesk.staff.Person;

/** Reads all that a person sees of a case. */
final class CaseFiles {
    private static final int MOST_OTHER_CASES = 50;

    private final Store store;
    private final Queue queue;
    private final StoredItems items;
    private final StoredDecisions decisions;
    private final InstantSource clock;

    CaseFiles(Store store, Queue queue, StoredItems items, StoredDecisions decisions, InstantSource clock) {
        this.store = store;
        this.queue = queue;
        this.items = items;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** The case as this person holds it, in one reading. */
    Opened held(Claim claim, Person person, String decisionId) {
        return store.read(_ -> readHeld(claim, person, decisionId));
    }

    /** The case to read only. */
    Opened toRead(CaseRow row, Person person, ClaimRefused.@Nullable Reason why) {
        Standing standing = why == null ? new Standing.NotHeld() : Standings.of(why);
        return store.read(_ -> read(row, person, new Held(null, why, standing), Ids.next(clock.instant())));
    }

    private Opened readHeld(Claim claim, Person person, String decisionId) {
        CaseRow row = queue.row(person, claim.caseId()).orElseThrow(() -> new ClaimRefused(new ClaimRefused.Gone()));
        return read(row, person, new Held(claim, null, new Standing.Held(claim.token(), claim.until())), decisionId);
    }

    private Opened read(CaseRow row, Person person, Held held, String decisionId) {
        Instant now = clock.instant();
        ItemFile file = items.file(row.itemId())
                .map(whole -> store.read(handle -> whole.without(Clearance.hidden(handle, person, whole.otherItems()))))
                .orElseThrow(() -> new IllegalStateException("case " + row.id() + " is of an item that is not there"));
        Optional<Proposal> draft = store.read(handle -> StoredDrafts.load(handle, row.id(), person.name()));
        Optional<String> account = account(file.item());
        List<CaseRow> others =
                account.map(id -> queue.ofAccount(person, id, MOST_OTHER_CASES + 1)).orElse(List.of()).stream()
                        .filter(other -> other.id() != row.id())
                        .toList();
        var facts = new CaseFacts(
                row.id(),
                row.queue(),
                file.item(),
                row.edition(),
                openReports(file, row.id()),
                row.childSafety(),
                row.sealed(),
                held.standing(),
                person,
                strikes(person, file.item(), now),
                now,
                queue.allowedIn(row.queue()),
                new Urgency(row.severity(), row.openedAt(), row.dueAt()));
        @Nullable Approval returned = returned(row).orElse(null);
        return new Opened(
                row,
                held.claim(),
                held.readOnly(),
                file,
                decisions.ofItem(person, row.itemId()),
                others,
                draft.or(() -> asProposed(returned, person)).orElseGet(() -> Proposal.empty(row.itemId())),
                facts,
                queue.noteFor(person, row.itemId()).orElse(null),
                returned,
                decisionId);
    }

    /** What a second person said of the last decision on this case, while it is open for that. */
    private Optional<Approval> returned(CaseRow row) {
        return row.state() == CaseRow.State.CLOSED
                ? Optional.empty()
                : decisions
                        .approvals()
                        .lastOn(row.itemId())
                        .filter(approval -> approval.verdict() != ApprovalVerdict.APPROVED)
                        .filter(approval -> decisions.ofItem(row.itemId()).stream()
                                .findFirst()
                                .filter(last -> last.id().equals(approval.decisionId()) && last.caseId() == row.id())
                                .isPresent());
    }

    /** Who gets their own decision back finds it as they made it, for the version that there is now. */
    private Optional<Proposal> asProposed(@Nullable Approval returned, Person person) {
        return returned == null || !returned.first().equals(person.name())
                ? Optional.empty()
                : decisions
                        .approvals()
                        .proposal(returned.decisionId())
                        .map(proposal -> Proposals.ofVersion(proposal, null));
    }

    private int strikes(Person person, Item item, Instant now) {
        return account(item)
                .map(id -> decisions.activeStrikes(person, id, item.author(), now))
                .orElse(0);
    }

    private static List<Report> openReports(ItemFile file, long caseId) {
        return file.reports().stream()
                .filter(report -> report.caseId() == caseId)
                .map(CaseReport::report)
                .toList();
    }

    static Optional<String> account(Item item) {
        return Optional.ofNullable(item.author())
                .map(Author::id)
                .or(() -> item.kind() == ItemKind.ACCOUNT ? Optional.of(item.id()) : Optional.empty());
    }

    /** How the person stands to the case, in the words of the queue and of the rules. */
    private record Held(@Nullable Claim claim, ClaimRefused.@Nullable Reason readOnly, Standing standing) {}
}
