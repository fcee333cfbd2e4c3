package org.moderationdesk.decisions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.base.Ids;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.SectionCode;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.RowState;
import org.moderationdesk.settings.DecisionSettings;

/** Writes one new decision, and everything that it consists of, as one entry of the log. */
final class DecisionWriter {
    private static final String INSERT_ANSWER =
            "insert into decision_answer (decision_id, rule, answer, note, event_seq) values (?, ?, ?, ?, ?)";
    private static final String INSERT_MARK =
            "insert into evidence_mark (decision_id, position, clause, body, event_seq) values (?, ?, ?, ?, ?)";

    private final Act act;
    private final Submission submission;
    private final Book book;
    private final DecisionSettings settings;
    private final List<RowState> rows;
    private @Nullable DecisionRow replacing;

    /** @param also rows of other rooms that the same entry tells of, such as the closed case */
    DecisionWriter(Act act, Submission submission, Book book, DecisionSettings settings, List<RowState> also) {
        this.act = act;
        this.submission = submission;
        this.book = book;
        this.settings = settings;
        this.rows = new ArrayList<>(also);
    }

    /** Takes the place of this decision alone. */
    DecisionWriter instead(DecisionRow first) {
        replacing = first;
        return this;
    }

    Recorded write(Outcome outcome) {
        Proposal proposal = pinned();
        CaseFacts facts = submission.facts();
        List<FourEyes.Part> waits = FourEyes.waiting(proposal, book);
        DecisionState state = waits.isEmpty() ? DecisionState.IN_EFFECT : DecisionState.AWAITING_SECOND;
        Instant releaseAt = replacing == null ? act.at().plus(settings.undoWindow()) : act.at();

        List<String> replaced = replacing == null ? replaceEarlier(facts.caseId()) : reverse(replacing, proposal);
        Map<String, Object> stored = ProposalJson.map(proposal, keeping());
        Proposal byIds = ProposalJson.readDraft(CanonicalJson.write(stored)).proposal();
        boolean childSafety = facts.childSafety() || ChildSafety.of(proposal) != ChildSafety.Mark.NONE;
        var body = new StoredBody(
                stored,
                submission.seen().facts(),
                SettledReports.of(proposal, facts.reports(), book),
                replaced,
                facts.queue(),
                childSafety);
        rows.add(new DecisionRow(
                        submission.id(),
                        facts.caseId(),
                        facts.item().id(),
                        facts.item().version(),
                        book.edition(),
                        act.by(),
                        outcome,
                        ground(proposal),
                        state,
                        replaced.isEmpty() ? null : replaced.getLast(),
                        act.at().toEpochMilli(),
                        releaseAt.toEpochMilli(),
                        submission.seen().activeMs(),
                        body.write(),
                        0)
                .insert(act));
        addAnswers(byIds);
        addMarks(byIds);
        List<Effects.Effect> effects = Effects.of(proposal, facts);
        addMeasures(effects, releaseAt);
        addReferrals(byIds, releaseAt);
        fact(proposal, effects, outcome, state, replaced, childSafety).insert(act.handle());
        SettledReports.count(act.handle(), facts.item().id(), body.settled(), 1);
        tell(body, state, releaseAt, waits);
        return new Recorded(submission.id(), state, releaseAt);
    }

    private void tell(StoredBody body, DecisionState state, Instant releaseAt, List<FourEyes.Part> waits) {
        var told = new TreeMap<String, Object>();
        told.put("decision", submission.id());
        told.put("state", state);
        told.put("releaseAt", releaseAt.toEpochMilli());
        told.put("waits", waits);
        told.put("proposal", body.facts());
        if (submission.facts().standing() instanceof Standing.Held held) {
            told.put("token", held.token());
        }
        act.append(new Entry(
                EventKind.DECIDED,
                submission.facts().caseId(),
                submission.facts().item().id(),
                told,
                rows));
    }

    /** With the version and the edition that it was in fact decided by. */
    private Proposal pinned() {
        Proposal given = submission.proposal();
        return new Proposal(
                submission.facts().item().id(),
                submission.facts().item().version(),
                book.edition(),
                given.answers(),
                given.notes(),
                given.outcome(),
                given.exception(),
                given.reach(),
                given.account(),
                given.referrals(),
                given.noReferral(),
                given.escalateTo(),
                given.evidence(),
                given.offPlatform(),
                given.rationale(),
                given.confidence(),
                given.difficult());
    }

    private UnaryOperator<String> keeping() {
        return text -> text.isBlank() ? "" : act.keep(text);
    }

    /**
     * A case that was escalated, or came back, is decided anew: what held until then gives way. What waits of an
     * earlier decision goes on waiting, and a referral stays made.
     */
    private List<String> replaceEarlier(long caseId) {
        var replaced = new ArrayList<String>();
        for (DecisionRow earlier : DecisionRow.ofCase(act.handle(), caseId)) {
            boolean holds = earlier.state() == DecisionState.IN_EFFECT;
            if (!holds && earlier.state() != DecisionState.AWAITING_SECOND) {
                continue;
            }
            replaced.add(earlier.id());
            if (holds) {
                rows.add(earlier.change(act, DecisionState.REPLACED));
            }
            for (MeasureRow measure : MeasureRow.ofDecisions(act.handle(), List.of(earlier.id()))) {
                if (measure.state() == DecisionState.IN_EFFECT) {
                    rows.add(measure.change(act, DecisionState.REPLACED, measure.releaseAt()));
                }
            }
        }
        return replaced;
    }

    private List<String> reverse(DecisionRow first, Proposal proposal) {
        rows.add(first.change(act, DecisionState.REPLACED));
        List<MeasureType> again = Effects.of(proposal, submission.facts()).stream()
                .map(Effects.Effect::type)
                .toList();
        for (MeasureRow measure : MeasureRow.ofDecisions(act.handle(), List.of(first.id()))) {
            if (measure.state() == DecisionState.IN_EFFECT) {
                var becomes = again.contains(measure.type()) ? DecisionState.REPLACED : DecisionState.REVERSED;
                rows.add(measure.change(act, becomes, measure.releaseAt()));
            } else if (measure.state() == DecisionState.AWAITING_SECOND) {
                rows.add(measure.change(act, DecisionState.LAPSED, measure.releaseAt()));
            }
        }
        for (ReferralRow referral : ReferralRow.ofDecisions(act.handle(), List.of(first.id()))) {
            if (referral.state() == ReferralState.AWAITING_SECOND) {
                rows.add(referral.change(act, ReferralState.LAPSED, referral.releaseAt()));
            }
        }
        SettledReports.count(
                act.handle(), first.itemId(), StoredBody.read(first.body()).settled(), -1);
        return List.of(first.id());
    }

    private void addAnswers(Proposal byIds) {
        if (byIds.answers().isEmpty()) {
            return;
        }
        try (PreparedBatch batch = act.handle().prepareBatch(INSERT_ANSWER)) {
            byIds.answers().forEach((clause, answer) -> {
                @Nullable String note = byIds.notes().get(clause);
                batch.add(submission.id(), clause.value(), answer.name(), note, act.next());
                rows.add(DecisionTables.ANSWER.added(submission.id() + " " + clause.value(), answer, note));
            });
            batch.execute();
        }
    }

    private void addMarks(Proposal byIds) {
        List<EvidenceMark> marks = byIds.evidence();
        if (marks.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = act.handle().prepareBatch(INSERT_MARK)) {
            for (int i = 0; i < marks.size(); i++) {
                ClauseCode clause = marks.get(i).clause();
                String body = CanonicalJson.write(ProposalMap.mark(marks.get(i)));
                batch.add(submission.id(), i, clause.value(), body, act.next());
                rows.add(DecisionTables.EVIDENCE.added(submission.id() + " " + i, clause.value(), body));
            }
            batch.execute();
        }
    }

    private void addMeasures(List<Effects.Effect> effects, Instant releaseAt) {
        @Nullable String account = submission.facts().accountId().orElse(null);
        for (Effects.Effect effect : effects) {
            @Nullable
            Long expires = effect.type().countsAsStrike()
                    ? (Long) act.at()
                            .plus(Duration.ofDays(settings.strikeDays()))
                            .toEpochMilli()
                    : null;
            rows.add(new MeasureRow(
                            Ids.next(act.at()),
                            submission.id(),
                            submission.facts().item().id(),
                            effect.type().onAccount() ? account : null,
                            effect.type(),
                            effect.waits() ? DecisionState.AWAITING_SECOND : DecisionState.IN_EFFECT,
                            (effect.atOnce() ? act.at() : releaseAt).toEpochMilli(),
                            effect.until() == null
                                    ? null
                                    : (Long) effect.until().toEpochMilli(),
                            expires,
                            CanonicalJson.write(effect.body()),
                            0)
                    .insert(act));
        }
    }

    private void addReferrals(Proposal byIds, Instant releaseAt) {
        for (ReferralProposal referral : byIds.referrals()) {
            boolean emergency = referral.isEmergency();
            rows.add(new ReferralRow(
                            Ids.next(act.at()),
                            submission.id(),
                            submission.facts().item().id(),
                            referral.to(),
                            referral.threatToLife(),
                            referral.why(),
                            emergency ? ReferralState.QUEUED : ReferralState.AWAITING_SECOND,
                            (emergency ? act.at() : releaseAt).toEpochMilli(),
                            0)
                    .insert(act));
        }
    }

    private DecisionFact fact(
            Proposal proposal,
            List<Effects.Effect> effects,
            Outcome outcome,
            DecisionState state,
            List<String> replaced,
            boolean childSafety) {
        CaseFacts facts = submission.facts();
        return new DecisionFact(
                act.next(),
                submission.id(),
                facts.caseId(),
                facts.item().id(),
                act.by(),
                outcome,
                ground(proposal),
                LeadingSection.of(proposal, facts, book).map(SectionCode::value).orElse(null),
                codes(proposal.answered(Answer.YES).stream().map(ClauseCode::value)),
                facts.item().kind(),
                facts.item().language(),
                facts.item().region(),
                facts.queue(),
                facts.urgency().severity(),
                act.at().toEpochMilli(),
                facts.urgency().openedAt().toEpochMilli(),
                facts.urgency().dueAt().toEpochMilli(),
                submission.seen().activeMs(),
                proposal.confidence(),
                proposal.difficult(),
                codes(effects.stream().map(effect -> effect.type().name())),
                codes(proposal.referrals().stream()
                        .map(referral -> referral.to().name())),
                childSafety,
                state,
                replaced.isEmpty() ? null : replaced.getLast());
    }

    private static String codes(Stream<String> codes) {
        return codes.distinct().collect(Collectors.joining(" "));
    }

    private static @Nullable String ground(Proposal proposal) {
        ExceptionClaim claim = proposal.exception();
        return claim == null || claim.ground() == null ? null : claim.ground().name();
    }
}
