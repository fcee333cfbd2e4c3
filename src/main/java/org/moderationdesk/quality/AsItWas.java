package org.moderationdesk.quality;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Allowed;
import org.moderationdesk.decisions.CaseFacts;
import org.moderationdesk.decisions.Clearance;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Standing;
import org.moderationdesk.decisions.Urgency;
import org.moderationdesk.items.Author;
import org.moderationdesk.items.CaseReport;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.Report;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.Claim;
import org.moderationdesk.queue.Priority;
import org.moderationdesk.review.Opened;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Rights;

/** Lays a case out as it was when the first person claimed it: nothing of what they answered, and not who they were. */
final class AsItWas {
    private final Handle handle;
    private final QualityRooms rooms;

    AsItWas(Handle handle, QualityRooms rooms) {
        this.handle = handle;
        this.rooms = rooms;
    }

    /** @param claim null where it is only looked at */
    Opened layOut(CaseAsItWas was, @Nullable Claim claim, Proposal draft, String id, Who who) {
        Instant seen = Instant.ofEpochMilli(was.seenAt());
        ItemFile file = rooms.items()
                .fileAt(handle, was.itemId(), was.version(), was.caseId(), seen)
                .map(whole -> whole.without(Clearance.hidden(handle, who.person(), whole.otherItems())))
                .orElseThrow(() -> new QualityRefused(QualityRefused.Why.NO_SUCH_REVIEW, id));
        return Opened.past(
                row(was, file, claim),
                claim,
                file,
                earlier(was, who.person(), seen),
                draft,
                facts(was, file, claim, who),
                id);
    }

    /** Who looks, and when. */
    record Who(Person person, Instant now) {}

    CaseFacts facts(CaseAsItWas was, ItemFile file, @Nullable Claim claim, Who who) {
        Instant seen = Instant.ofEpochMilli(was.seenAt());
        List<Report> reports = file.reports().stream()
                .filter(report -> report.caseId() == was.caseId())
                .map(CaseReport::report)
                .toList();
        int strikes = account(file.item())
                .map(account -> rooms.decisions()
                        .strikesAt(handle, who.person(), account, file.item().author(), seen))
                .orElse(0);
        return new CaseFacts(
                was.caseId(),
                was.queue(),
                file.item(),
                was.edition(),
                reports,
                was.childSafety(),
                was.sealed(),
                claim == null ? new Standing.NotHeld() : new Standing.Held(claim.token(), claim.until()),
                who.person(),
                strikes,
                who.now(),
                Allowed.everything(),
                new Urgency(was.severity(), Instant.ofEpochMilli(was.openedAt()), Instant.ofEpochMilli(was.dueAt())));
    }

    private CaseRow row(CaseAsItWas was, ItemFile file, @Nullable Claim claim) {
        Instant due = Instant.ofEpochMilli(was.dueAt());
        return new CaseRow(
                was.caseId(),
                was.itemId(),
                was.kind(),
                claim == null ? CaseRow.State.WAITING : CaseRow.State.LEASED,
                was.queue(),
                was.sections(),
                was.severity(),
                "",
                was.language(),
                was.region(),
                file.reports().size(),
                Instant.ofEpochMilli(was.openedAt()),
                due,
                null,
                new Priority(List.of(), due),
                was.sealed(),
                was.childSafety(),
                was.edition(),
                claim == null ? null : claim.holder());
    }

    /** Decisions made before; what took their place since had not done so then. */
    private List<DecisionLine> earlier(CaseAsItWas was, Person person, Instant seen) {
        // Asked of all, since of an item that one reviews blind one is shown none.
        boolean cleared = Rights.sees(person, true) || !was.childSafety();
        return rooms.decisions().ofItem(was.itemId()).stream()
                .filter(line -> cleared && line.at().isBefore(seen))
                .map(AsItWas::notYetReplaced)
                .toList();
    }

    private static DecisionLine notYetReplaced(DecisionLine line) {
        return line.state() != DecisionState.REPLACED
                ? line
                : new DecisionLine(
                        line.id(),
                        line.caseId(),
                        line.itemId(),
                        line.itemVersion(),
                        line.edition(),
                        line.person(),
                        line.outcome(),
                        line.ground(),
                        DecisionState.IN_EFFECT,
                        line.account(),
                        line.yes(),
                        line.waits(),
                        line.replaces(),
                        line.at(),
                        line.releaseAt());
    }

    private static Optional<String> account(Item item) {
        return Optional.ofNullable(item.author())
                .map(Author::id)
                .or(() -> item.kind() == ItemKind.ACCOUNT ? Optional.of(item.id()) : Optional.empty());
    }
}
