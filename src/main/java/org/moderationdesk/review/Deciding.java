package org.moderationdesk.review;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.CaseFacts;
import org.moderationdesk.decisions.ChildSafety;
import org.moderationdesk.decisions.DecidedSoFar;
import org.moderationdesk.decisions.DecisionRefused;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Recorded;
import org.moderationdesk.decisions.Standing;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.decisions.Submission;
import org.moderationdesk.decisions.Urgency;
import org.moderationdesk.decisions.WhatWasSeen;
import org.moderationdesk.guidelines.EditionNow;
import org.moderationdesk.items.CaseReport;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.queue.CaseNow;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.Claim;
import org.moderationdesk.queue.Queue;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import org.moderationdesk.wellbeing.Wellbeing;

/**
 * Records a decision, and closes or moves its case, in one act. Everybody's acts wait for one another, so that what the
 * decision needs to know is read before it. The act asks how the case stands now, and reads all of it anew where the log
 * tells more of the item than it did.
 */
final class Deciding {
    private final Store store;
    private final EventLog log;
    private final InstantSource clock;
    private final Queue queue;
    private final StoredItems items;
    private final StoredDecisions decisions;
    private final Wellbeing wellbeing;
    private final BiFunction<Handle, Instant, Optional<EditionNow>> inForce;

    Deciding(Store store, EventLog log, InstantSource clock, Rooms rooms) {
        this.store = store;
        this.log = log;
        this.clock = clock;
        this.queue = rooms.queue();
        this.items = rooms.items();
        this.decisions = rooms.decisions();
        this.wellbeing = rooms.wellbeing();
        this.inForce = rooms.inForce();
    }

    Submitted submit(Opened opened, Proposal proposal, long activeMs) {
        Person person = opened.facts().person();
        Rights.require(person, Right.DECIDE);
        Proposal meant = proposal.version() == null
                ? Proposals.ofVersion(proposal, opened.file().item().version())
                : proposal;
        Known before = store.read(handle -> read(handle, opened));
        try {
            return log.record(person.name(), act -> record(act, opened, meant, activeMs, before));
        } catch (DecisionRefused refused) {
            return new Submitted.Refused(refused.judgement());
        }
    }

    private Submitted record(Act act, Opened opened, Proposal proposal, long activeMs, Known before) {
        @Nullable CaseNow now = now(act.handle(), opened);
        boolean nothingNew = now != null && before.now != null && now.tellsNoMoreThan(before.now);
        Known known = nothingNew ? before : read(act.handle(), opened);
        Optional<Recorded> already = known.soFar.recorded(opened.decisionId());
        if (already.isPresent()) {
            return new Submitted.Accepted(already.get());
        }
        Standing standing = now == null ? new Standing.NothingOpen() : Standings.of(act, queue, now, opened.held());
        if (standing instanceof Standing.Held && !known.unseen.isEmpty()) {
            return new Submitted.NewReports(known.unseen);
        }
        CaseFacts facts = facts(act, opened, known, now, standing);
        inForce.apply(act.handle(), act.at())
                .ifPresent(edition -> decisions.needsEdition(
                        proposal, facts, edition, opened.held().since()));
        var seen = new WhatWasSeen(activeMs, known.looks, opened.file().mediaStates());
        var submission = new Submission(opened.decisionId(), proposal, facts, seen);
        Recorded recorded = decisions.record(act, submission, known.soFar);
        wellbeing.decided(act, act.by(), opened.row(), activeMs);
        if (now == null) {
            throw new IllegalStateException("a decision on a case that is not there");
        }
        finish(act, now, opened, proposal);
        return new Submitted.Accepted(recorded);
    }

    private void finish(Act act, CaseNow now, Opened opened, Proposal proposal) {
        Claim claim = opened.held();
        ChildSafety.Mark mark = ChildSafety.of(proposal);
        var marks = new Queue.Marks(mark != ChildSafety.Mark.NONE, mark == ChildSafety.Mark.SEALED);
        StoredDrafts.save(act, claim.caseId(), claim.holder(), proposal);
        if (proposal.outcome() == Outcome.ESCALATE) {
            @Nullable String to = proposal.escalateTo();
            StoredDrafts.save(act, claim.caseId(), StoredDrafts.WHOEVER_IS_NEXT, Proposals.answersOnly(proposal));
            queue.escalate(act, now, claim, to == null ? opened.row().queue() : to, marks);
        } else {
            queue.close(act, now, claim, marks);
        }
    }

    private static CaseFacts facts(Act act, Opened opened, Known known, @Nullable CaseNow now, Standing standing) {
        CaseFacts shown = opened.facts();
        CaseRow row = now == null ? opened.row() : now.row();
        return new CaseFacts(
                shown.caseId(),
                row.queue(),
                known.newest,
                shown.pinnedEdition(),
                shown.reports(),
                row.childSafety(),
                row.sealed(),
                standing,
                shown.person(),
                known.strikes,
                act.at(),
                now == null ? shown.allowed() : now.allowed(),
                new Urgency(row.severity(), row.openedAt(), row.dueAt()));
    }

    /** How the case stands comes first: what is told of the item after it has been read is noticed. */
    private Known read(Handle handle, Opened opened) {
        CaseFacts shown = opened.facts();
        long caseId = shown.caseId();
        @Nullable CaseNow now = now(handle, opened);
        Item newest = items.newest(handle, shown.item().id()).orElse(shown.item());
        return new Known(
                now,
                newest,
                CaseFiles.account(opened.file().item())
                        .map(id -> decisions.activeStrikes(
                                handle, shown.person(), id, opened.file().item().author(), clock.instant()))
                        .orElse(0),
                StoredLooks.of(
                        handle,
                        caseId,
                        shown.person().name(),
                        opened.file().item().version()),
                DecidedSoFar.read(handle, caseId, newest.id(), shown.reports()),
                opened.unseen(items.reportsSince(handle, caseId, opened.lastArrival())));
    }

    private @Nullable CaseNow now(Handle handle, Opened opened) {
        return queue.now(handle, opened.row().id(), opened.facts().person()).orElse(null);
    }

    /**
     * What a decision has to know of its case.
     *
     * @param now how the case stood just before the rest was read
     * @param strikes of the account, counted before the act
     */
    private record Known(
            @Nullable CaseNow now,
            Item newest,
            int strikes,
            List<WhatWasSeen.Looks> looks,
            DecidedSoFar soFar,
            List<CaseReport> unseen) {}
}
